// Small comforts; everything works without them.
"use strict";
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
// A clear picture is blurred again when its page is left, hidden, or nobody has moved for two minutes; Escape does it too.
const clear = document.querySelector("[data-clear]");
if (clear) {
  const blur = () => { clear.hidden = true; location.replace(clear.dataset.clear); };
  let rest = setTimeout(blur, 120000);
  const stays = () => { clearTimeout(rest); rest = setTimeout(blur, 120000); };
  for (const sign of ["pointermove", "keydown", "scroll"]) addEventListener(sign, stays, { passive: true });
  addEventListener("keydown", (event) => { if (event.key === "Escape") blur(); });
  addEventListener("pagehide", () => { clear.hidden = true; });
  document.addEventListener("visibilitychange", () => { if (document.hidden) blur(); });
}
for (const player of document.querySelectorAll("audio, video")) document.addEventListener("visibilitychange", () => { if (document.hidden) player.pause(); });
// An exhibit that is being read: ask how far, show it, and load the page anew when it is done.
const reading = document.querySelector("[data-progress]");
if (reading) {
  const bar = reading.querySelector("progress");
  const ask = async () => {
    try {
      const answer = await fetch(reading.dataset.progress, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const at = await answer.json();
      if (at.ended) { location.reload(); return; }
      if (bar && at.size) { bar.max = at.size; bar.value = at.done; }
    } catch { /* the node is busy or the network is away: ask again */ }
    setTimeout(ask, 800);
  };
  setTimeout(ask, 500);
}
