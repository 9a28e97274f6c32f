// Leaving at once: the page is emptied, and its place in the history is taken by the other one.
"use strict";
const leave = document.getElementById("leave");
if (leave) {
  let presses = [];
  for (const hint of document.querySelectorAll(".keys")) hint.hidden = false;
  const go = () => { document.body.replaceChildren(); document.title = ""; location.replace(leave.href); };
  leave.addEventListener("click", (event) => { event.preventDefault(); go(); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") { presses = []; return; }
    presses = [...presses.filter((at) => event.timeStamp - at < 2000), event.timeStamp];
    if (presses.length >= 3) go();
  });
}
// A page brought back from the browser's memory shows nothing that was written.
addEventListener("pageshow", (event) => { if (event.persisted) location.replace(location.pathname); });
