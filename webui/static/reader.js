// The reader: partners light up together, keys move, sentences arrive.
"use strict";

const article = document.querySelector("#article");
const halves = (number) => article.querySelectorAll(`.sentence[data-number="${number}"]`);
const sentenceAt = (place) => (place instanceof Element ? place.closest("#article .sentence") : null);

// --- partners -----------------------------------------------------------------------------

const marked = { lit: null, pinned: null }; // the number of the sentence that bears each class

function put(mark, number) {
  if (marked[mark] === number) return;
  halves(marked[mark]).forEach((half) => half.classList.remove(mark));
  halves(number).forEach((half) => half.classList.add(mark));
  marked[mark] = number;
}

function lightTerm(place, on) {
  const term = place instanceof Element && place.closest("mark.term");
  if (!term) return;
  article
    .querySelectorAll(`mark.term[data-term="${term.dataset.term}"]`)
    .forEach((mark) => mark.classList.toggle("lit", on));
}

function enter(event) {
  put("lit", sentenceAt(event.target)?.dataset.number ?? null);
  lightTerm(event.target, true);
  showTip(event.target);
}

function leave(event) {
  put("lit", sentenceAt(event.relatedTarget)?.dataset.number ?? null);
  lightTerm(event.target, false);
  tip.hidden = true;
}

function togglePin(sentence) {
  const { number } = sentence.dataset;
  put("pinned", marked.pinned === number ? null : number);
}

// --- the note of a term or check ----------------------------------------------------------

const tip = document.createElement("div");
tip.id = "tip";
tip.role = "tooltip";
tip.hidden = true;
document.body.append(tip);
let tipOwner = null;

function showTip(place) {
  const owner = place instanceof Element && place.closest("#article [title], #article [data-tip]");
  if (!owner) return;
  if (owner.title) {
    // The browser's own tooltip comes late and not at all to the keyboard.
    owner.dataset.tip = owner.title;
    owner.removeAttribute("title");
    if (!owner.ariaLabel) owner.setAttribute("aria-description", owner.dataset.tip);
  }
  tipOwner = owner;
  tip.textContent = owner.dataset.tip;
  tip.hidden = false;
  placeTip();
}

function placeTip() {
  if (tip.hidden) return;
  const [at] = tipOwner.getClientRects();
  const left = Math.min(at.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
  const below = at.bottom + 6;
  const fits = below + tip.offsetHeight < innerHeight;
  tip.style.left = `${Math.max(8, left)}px`;
  tip.style.top = `${fits ? below : at.top - tip.offsetHeight - 6}px`;
}

// --- keyboard -----------------------------------------------------------------------------

let stop = article.querySelector('.sentence[tabindex="0"]'); // where Tab enters the article

function moveStop(sentence) {
  setStops(stop, -1);
  stop = sentence;
  setStops(stop, 0);
}

// Terms and checks of this pair only can be reached by Tab, or there would be hundreds of stops.
function setStops(sentence, tabindex) {
  if (!sentence) return;
  halves(sentence.dataset.number).forEach((half) =>
    half.querySelectorAll(".term, .check").forEach((place) => (place.tabIndex = tabindex)),
  );
  sentence.tabIndex = tabindex;
}

function step(by) {
  const focused = sentenceAt(document.activeElement);
  const number = focused ? Number(focused.dataset.number) + by : Number(stop?.dataset.number);
  const next = document.querySelector(`#s${number}`);
  if (!next) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  ArrowDown: () => step(1),
  ArrowRight: () => step(1),
  ArrowUp: () => step(-1),
  ArrowLeft: () => step(-1),
  Enter: () => togglePin(sentenceAt(document.activeElement)),
  Escape: () => {
    tip.hidden = true;
    put("pinned", null);
  },
};

function press(event) {
  const typing = event.target.closest?.("input, textarea, select, summary, a, button");
  const plain = !(event.ctrlKey || event.altKey || event.metaKey);
  const anywhere = ["j", "k", "Escape"].includes(event.key); // arrows scroll outside of sentences
  if (typing || !plain || !Object.hasOwn(keys, event.key)) return;
  if (!anywhere && !sentenceAt(document.activeElement)) return;
  event.preventDefault();
  keys[event.key]();
}

article.addEventListener("pointerover", enter);
article.addEventListener("pointerout", leave);
article.addEventListener("focusin", (event) => {
  const sentence = sentenceAt(event.target);
  if (!sentence) return;
  if (sentence === event.target) moveStop(sentence);
  if (event.target.matches(":focus-visible")) enter(event);
});
article.addEventListener("focusout", leave);
article.addEventListener("click", (event) => {
  const sentence = sentenceAt(event.target);
  if (sentence && getSelection().isCollapsed) togglePin(sentence);
});
document.addEventListener("keydown", press);
addEventListener("scroll", placeTip, { passive: true });

// --- sentences as they are translated -----------------------------------------------------

function fill(half, html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  const fresh = template.content.firstElementChild;
  half.replaceChildren(...fresh.childNodes);
  half.classList.remove("waiting", "stale");
  half.removeAttribute("title");
  delete half.dataset.tip;
}

// Text below must not move up under the reader's eyes where English is shorter than its room.
function keepHeight(row) {
  row.style.minHeight = `${row.getBoundingClientRect().height}px`;
}

addEventListener("resize", () =>
  article.querySelectorAll(".row").forEach((row) => (row.style.minHeight = "")),
);

function receive({ sentences, line, done, problem }) {
  for (const { number, source, target } of sentences) {
    const [left, right] = halves(number);
    if (!right.matches(".waiting, .stale")) continue; // the page had it already
    keepHeight(right.closest(".row"));
    fill(left, source);
    fill(right, target);
    right.classList.add("arrived");
  }
  const status = document.querySelector("#line");
  status.textContent = line;
  status.classList.toggle("problem", problem);
  document.querySelector("#bar").value = done;
}

if (article.dataset.events) {
  const stream = new EventSource(article.dataset.events);
  stream.addEventListener("sentences", (event) => receive(JSON.parse(event.data)));
  stream.addEventListener("done", () => stream.close());
}
