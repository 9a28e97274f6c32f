// The inbox renews itself; keys move through lists. Everything works without: links, forms, and a link to load anew.
"use strict";
// Fetched as a document (XMLHttpRequest), not as text: no string becomes markup here, which the page's policy (Trusted Types)
// would refuse, and nothing of the answer runs. `X-Live` tells the node that nobody pressed anything: a visit still ends.
const live = document.querySelector("[data-live]");
if (live) {
  const busy = () => live.contains(document.activeElement) && document.activeElement.matches("input, select, textarea");
  const named = (element) => element && (element.id || element.getAttribute("href") || element.closest("form")?.getAttribute("action"));
  const renew = () => {
    const ask = new XMLHttpRequest();
    ask.open("GET", location.href);
    ask.responseType = "document";
    ask.setRequestHeader("X-Live", "1");
    ask.onload = () => {
      if (new URL(ask.responseURL).pathname !== location.pathname) { location.reload(); return; } // the visit has ended: to the door
      const fresh = ask.response && ask.response.getElementById(live.id);
      if (!fresh || busy()) return;
      const held = live.contains(document.activeElement) ? named(document.activeElement) : null;
      live.replaceChildren(...fresh.childNodes);
      if (!fresh.hasAttribute("data-live")) clearInterval(again); // what was waited for has come
      document.title = ask.response.title;
      const [told, tells] = [document, ask.response].map((page) => page.getElementById("live-alarms"));
      if (told && tells && told.textContent !== tells.textContent) { // said aloud when it changes, and only then
        told.textContent = tells.textContent;
        told.className = tells.className;
      }
      if (held) [...live.querySelectorAll("a, button")].find((one) => named(one) === held)?.focus({ preventScroll: true });
    };
    ask.send();
  };
  const again = setInterval(() => { if (!busy()) renew(); }, 1000 * Number(live.dataset.live || 20));
  document.addEventListener("visibilitychange", () => { if (!document.hidden) renew(); });
}
// Ready sentences go into the answer without a new page.
for (const button of document.querySelectorAll("[data-put]")) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const box = button.form.querySelector("[data-answer]");
    box.value = `${box.value.trimEnd()}\n${button.textContent.trim()}`.trimStart();
    box.focus();
  });
}
// Keys: never while somebody types, never with Ctrl, Alt or Meta, which belong to the browser, and not where they are switched off.
addEventListener("keydown", (event) => {
  if (document.querySelector("[data-keys]")?.dataset.keys === "off") return;
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, select, textarea, [contenteditable]")) return;
  const rows = [...document.querySelectorAll("a[data-row]")];
  const at = rows.indexOf(document.activeElement);
  const target = (key) => document.querySelector(`[data-key="${key}"]`);
  if (event.key === "j" && rows.length) rows[Math.min(at + 1, rows.length - 1)].focus();
  else if (event.key === "k" && rows.length) rows[Math.max(at - 1, 0)].focus();
  else if (event.key === "/") { const box = target("/"); if (box) box.focus(); else location.assign("/desk/search/"); }
  else if (event.key === "a") { const box = document.querySelector("[data-answer]"); if (box) box.focus(); else target("a")?.click(); }
  else if (event.key === "n") { const next = target("n"); if (next) next.click(); else location.assign("/desk/next/"); }
  else if (event.key === "?") { const keys = document.querySelector("[data-keys]"); keys.open = !keys.open; keys.querySelector("summary").focus(); }
  else return;
  event.preventDefault();
});
