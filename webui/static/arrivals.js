// Sentences arrive while they are translated.
"use strict";

const rows = document.querySelector("#article .rows");
const line = document.querySelector("#line");
const bar = document.querySelector("#bar");

// Text below must not move up under the reader's eyes where English is shorter than its room.
function keepHeight(row) {
  row.style.minHeight = `${row.getBoundingClientRect().height}px`;
}

addEventListener("resize", () => {
  for (const row of rows.children) row.style.minHeight = "";
});

function fill(half, html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  half.replaceChildren(...template.content.firstElementChild.childNodes);
  half.classList.remove("waiting", "stale");
  half.removeAttribute("title");
  delete half.dataset.tip;
}

function arrive({ number, source, target }) {
  const half = document.querySelector(`#t${number}`);
  if (!half.matches(".waiting, .stale")) return; // the page had it already
  keepHeight(half.closest(".row"));
  fill(document.querySelector(`#s${number}`), source);
  fill(half, target);
  half.classList.add("arrived");
}

function receive(news) {
  news.sentences.forEach(arrive);
  line.textContent = news.line;
  line.classList.toggle("problem", news.problem);
  bar.value = news.done;
}

let stream = null;

function follow() {
  stream = new EventSource(document.querySelector("#article").dataset.events);
  stream.addEventListener("sentences", (event) => receive(JSON.parse(event.data)));
  stream.addEventListener("done", () => {
    stream.close();
    document.removeEventListener("visibilitychange", turn);
  });
}

// A browser opens few connections to a server: hidden pages must not hold them all.
function turn() {
  stream?.close();
  if (!document.hidden) follow();
}

document.addEventListener("visibilitychange", turn);
turn();
