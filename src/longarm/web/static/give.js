// Files in pieces of a mebibyte: each piece is kept before the next one leaves, and a dropped line is waited for.
"use strict";
const PIECE = 1 << 20;

// Of the two ways to send, the one that tells how much has gone: on a slow line a piece takes minutes.
const post = (body, gone) => new Promise((done, failed) => {
  const request = new XMLHttpRequest();
  request.open("POST", "/");
  request.upload.onprogress = (event) => { gone(event.loaded / event.total); };
  request.onload = () => { if (request.status < 500) done(request.responseText); else failed(); };
  request.onerror = request.onabort = request.ontimeout = failed;
  request.send(body);
});

// The node's answer, however long the line takes to come back.
const ask = async (fields, waiting, gone) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (let wait = 1; ; wait = Math.min(wait * 2, 30)) {
    try {
      return JSON.parse(await post(body, gone));
    } catch { /* no line */ }
    waiting();
    await new Promise((done) => { setTimeout(done, wait * 1000); });
  }
};

const give = async (form, file, line) => {
  const words = form.querySelector(".going").dataset;
  const bar = line.querySelector("progress"), said = line.querySelector("small");
  const [token, language] = ["token", "language"].map((name) => form.querySelector(`input[name=${name}]`).value);
  let sent = 0, sending = 0; // bytes that have come, and of the piece on its way
  const gone = (part) => { bar.value = (sent + part * sending) / file.size; };
  const say = (fields) => ask({ token, language, ...fields }, () => { said.textContent = words.waiting; }, gone);
  const begin = () => say({ do: "begin", name: file.name, size: file.size });
  const left = [...document.querySelectorAll(".files [data-state=arriving]")]
    .find((one) => one.dataset.name === file.name && Number(one.dataset.size) === file.size);
  let at = left ? await say({ do: "arrived", upload: left.dataset.upload }) : await begin();
  while (!at.error && at.arrived < file.size) {
    const { upload, arrived } = at;
    said.textContent = "";
    const piece = file.slice(arrived, arrived + PIECE);
    [sent, sending] = [arrived, piece.size];
    at = await say({ do: "piece", upload, offset: arrived, piece });
    sending = 0;
    if (at.error && at.arrived !== undefined) at = { upload, arrived: at.arrived }; // it had come; the answer was lost
    if (at.again) at = await begin();
  }
  if (!at.error) at = await say({ do: "finish", upload: at.upload });
  bar.value = at.error ? bar.value : 1;
  said.textContent = at.error ? `${words.refused}: ${at.error}` : words.done;
  return !at.error;
};

const lineOf = (file) => {
  const [line, name, bar, said] = ["li", "bdi", "progress", "small"].map((tag) => document.createElement(tag));
  name.textContent = file.name;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  line.append(name, bar, said);
  return line;
};

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const files = form.matches("[data-give]") ? [...form.querySelector("input[type=file]").files] : [];
  if (!files.length) return;
  event.preventDefault();
  const button = form.querySelector("button");
  button.disabled = true;
  let all = true;
  for (const file of files) {
    const line = lineOf(file);
    form.querySelector(".going").append(line);
    all = await give(form, file, line) && all;
  }
  button.disabled = false;
  form.querySelector("input[type=file]").value = "";
  if (all && form.isConnected) self.goTo("files");
}, true);
