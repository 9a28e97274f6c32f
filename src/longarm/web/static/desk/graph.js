// A series as a drawing that can be walked. It is made from the table beside it and says nothing that the table does not; without
// this script the table stands alone. The places are worked out by d3-force (files of our own beside this one), once, without motion.
"use strict";
const graph = document.querySelector("[data-graph]");
const rows = [...document.querySelectorAll("[data-graph-table] tr[data-from]")];
if (graph && rows.length && globalThis.d3) {
  const space = "http://www.w3.org/2000/svg";
  const make = (name, facts) => { const made = document.createElementNS(space, name); for (const [key, value] of Object.entries(facts)) made.setAttribute(key, value); return made; };
  const nodes = new Map();
  // Elements that isolate a direction do not exist in a drawing: their place is taken by the marks (U+2068 … U+2069).
  const isolated = (part) => (part.nodeName === "BDI" ? `\u2068${part.textContent}\u2069` : part.childNodes.length ? [...part.childNodes].map(isolated).join("") : part.textContent);
  const node = (id, cell) => {
    if (!nodes.has(id)) nodes.set(id, { id, text: isolated(cell).trim(), cell, lines: [] });
    return nodes.get(id);
  };
  const links = rows.map((row) => {
    const link = { source: node(row.dataset.from, row.cells[0]), target: node(row.dataset.to, row.cells[1]), strength: row.dataset.strength, why: row.cells[2] };
    link.source.lines.push(link);
    link.target.lines.push(link);
    return link;
  });
  const all = [...nodes.values()];
  const force = d3.forceSimulation(all).force("repel", d3.forceManyBody().strength(-700)).force("lines", d3.forceLink(links).distance(110))
    .force("across", d3.forceX().strength(0.05)).force("down", d3.forceY().strength(0.11)).force("room", d3.forceCollide((one) => Math.min(100, Math.max(52, one.text.length * 4)))).stop();  // a label asks for room beside it
  force.tick(300);
  const [left, right] = [Math.min(...all.map((one) => one.x)) - 90, Math.max(...all.map((one) => one.x)) + 90];
  const [top, bottom] = [Math.min(...all.map((one) => one.y)) - 40, Math.max(...all.map((one) => one.y)) + 60];
  const svg = make("svg", { class: "graph", viewBox: `${left} ${top} ${right - left} ${bottom - top}`, width: Math.round(right - left), height: Math.round(bottom - top), role: "group", "aria-labelledby": "h-graph" });
  for (const link of links) {
    link.drawn = make("line", { class: link.strength, x1: link.source.x, y1: link.source.y, x2: link.target.x, y2: link.target.y });
    svg.append(link.drawn);
  }
  for (const one of all) {
    one.drawn = make("g", { class: one.id[0] === "c" ? "case" : "thing", role: "button", tabindex: "-1", "aria-label": one.text, transform: `translate(${one.x} ${one.y})` });
    one.drawn.append(one.id[0] === "c" ? make("circle", { r: 22 }) : make("rect", { x: -13, y: -13, width: 26, height: 26, rx: 5 }));
    if (one.id[0] === "c") { const number = make("text", { class: "number", dy: 6 }); number.textContent = one.id.slice(1); one.drawn.append(number); }
    const text = make("text", { dy: one.id[0] === "c" ? 40 : 32 });
    text.textContent = (document.documentElement.dir === "rtl" ? "\u2067" : "") + (one.id[0] === "c" ? one.text.replace(/^\u2068?\d+\u2069?\s*·\s*/, "") : one.text);
    one.drawn.append(text);
    one.drawn.addEventListener("click", () => go(one));
    svg.append(one.drawn);
  }
  graph.querySelector(".canvas").append(svg);
  const [said, list] = [graph.querySelector(".at"), graph.querySelector(".walk ul")];
  const beyond = (one, link) => (link.source === one ? link.target : link.source);
  let here = null;
  const go = (one, focus = true) => {
    for (const other of all) { other.drawn.setAttribute("tabindex", other === one ? "0" : "-1"); other.drawn.classList.toggle("here", other === one); }
    for (const link of links) link.drawn.classList.toggle("near", one.lines.includes(link));
    here = one;
    said.replaceChildren(...one.cell.cloneNode(true).childNodes);
    list.replaceChildren(...one.lines.map((link) => {
      const [item, step, why] = [document.createElement("li"), document.createElement("button"), document.createElement("span")];
      step.type = "button";
      step.className = "button quiet small";
      step.append(...beyond(one, link).cell.cloneNode(true).childNodes);
      for (const anchor of step.querySelectorAll("a")) anchor.replaceWith(...anchor.childNodes);
      step.addEventListener("click", () => go(beyond(one, link)));
      why.append(...link.why.cloneNode(true).childNodes);
      item.append(step, why);
      return item;
    }));
    if (focus) one.drawn.focus();
  };
  // Along the line that points most nearly that way; what lies another way is reached from the list below the drawing.
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  svg.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !here) return;
    const way = ways[event.key];
    if (way) {
      const near = here.lines.map((link) => beyond(here, link)).map((one) => {
        const [x, y] = [one.x - here.x, one.y - here.y];
        return { one, turn: (x * way[0] + y * way[1]) / Math.hypot(x, y) };
      }).filter((each) => each.turn > 0.2).sort((a, b) => b.turn - a.turn);
      if (near.length) go(near[0].one);
    } else if (event.key === "Home") go(all[0]);
    else if (event.key === "Enter" || event.key === " ") (said.querySelector("a") || list.querySelector("button")).focus();
    else return;
    event.preventDefault();
  });
  graph.hidden = false;
  go(all[0], false);
}
