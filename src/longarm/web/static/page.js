// Leaving at once, and going from screen to screen without a trail: every screen takes the place of the last in one entry of
// the browser's history, so that after leaving there is nothing to go back to.
"use strict";
const leaveLink = () => document.getElementById("leave");

const leaveNow = () => {
  const to = leaveLink().href;
  try { // whatever an old browser lacks, the last line is reached
    const token = document.querySelector("input[name=token]");
    const said = new FormData();
    said.append("do", "leave");
    if (token) said.append("token", token.value);
    if (token) navigator.sendBeacon("/", said);
    document.body.textContent = "";
    document.title = "";
  } finally { location.replace(to); }
};

let presses = [];
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") { presses = []; return; }
  presses = [...presses.filter((at) => event.timeStamp - at < 2000), event.timeStamp];
  if (presses.length >= 3 && leaveLink()) leaveNow();
});
document.addEventListener("click", (event) => {
  if (event.target.closest("#leave")) { event.preventDefault(); leaveNow(); }
});

// What the browser might keep of a page that is left is emptied; one brought back shows the first screen.
addEventListener("pagehide", () => { document.body.textContent = ""; });
addEventListener("pageshow", (event) => { if (event.persisted) location.replace(location.pathname); });

const show = (screen) => {
  document.title = screen.title;
  for (const name of ["lang", "dir"]) document.documentElement.setAttribute(name, screen.documentElement.getAttribute(name));
  document.body.replaceWith(document.adoptNode(screen.body));
  scrollTo(0, 0);
  const heading = document.querySelector("h1[tabindex]");
  if (heading) heading.focus({ preventScroll: true });
  begin();
};

const send = (form, pressed) => {
  const fields = new FormData(form);
  if (pressed && pressed.name) fields.append(pressed.name, pressed.value);
  const files = [...fields.values()].some((value) => value instanceof File);
  const request = new XMLHttpRequest();
  request.open("POST", "/");
  request.responseType = "document";
  const buttons = document.querySelectorAll("form.step button");
  const dropped = () => {
    document.body.removeAttribute("aria-busy");
    for (const button of buttons) button.disabled = false;
    const said = document.querySelector(".dropped");
    said.hidden = false;
    said.scrollIntoView({ block: "center" });
  };
  const ours = (screen) => screen && screen.body && screen.getElementById("leave"); // not what a server in front says
  request.onload = () => { if (ours(request.response)) show(request.response); else dropped(); };
  request.onerror = request.onabort = request.ontimeout = dropped;
  for (const button of buttons) button.disabled = true; // pressed once is pressed
  document.body.setAttribute("aria-busy", "true");
  request.send(files ? fields : new URLSearchParams(fields));
};

self.goTo = (section) => send(document.querySelector("form.back"), { name: "do", value: section });

let clicked = null; // what was pressed, for browsers that do not tell
document.addEventListener("click", (event) => { clicked = event.target.closest("button"); });

document.addEventListener("submit", (event) => {
  const form = event.target, pressed = event.submitter || clicked;
  if (event.defaultPrevented || !form.matches("form.step")) return;
  event.preventDefault();
  if (pressed && pressed.value === "leave") { leaveNow(); return; }
  const toll = form.querySelector(".toll");
  const pays = toll && self.payToll && pressed && ["send", "enter"].includes(pressed.value);
  if (pays) payToll(toll).catch(() => {}).then(() => send(form, pressed)); // without the work, the page that waits comes
  else send(form, pressed);
});

const begin = () => {
  for (const hint of document.querySelectorAll(".keys")) hint.hidden = false;
  document.dispatchEvent(new Event("screen"));
};
begin();
