// Small comforts; everything works without them.
"use strict";
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
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
