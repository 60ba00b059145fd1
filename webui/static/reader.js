// The reader: partners light up together, notes show, keys move.
"use strict";

const article = document.querySelector("#article");
const halves = (number) => article.querySelectorAll(`.sentence[data-number="${number}"]`);
const sentenceAt = (place) => place?.closest("#article .sentence");

// --- partners -----------------------------------------------------------------------------

const marked = { lit: null, pinned: null }; // the number of the sentence that bears each class

function put(mark, number) {
  if (marked[mark] === number) return;
  halves(marked[mark]).forEach((half) => half.classList.remove(mark));
  halves(number).forEach((half) => half.classList.add(mark));
  marked[mark] = number;
}

function lightTerm(term) {
  article.querySelectorAll("mark.term.lit").forEach((mark) => mark.classList.remove("lit"));
  if (!term) return;
  article
    .querySelectorAll(`mark.term[data-term="${term.dataset.term}"]`)
    .forEach((mark) => mark.classList.add("lit"));
}

function enter(place) {
  put("lit", sentenceAt(place)?.dataset.number ?? null);
  lightTerm(place?.closest("#article mark.term"));
  showTip(place?.closest("#article [title], #article [data-tip]"));
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

function showTip(owner) {
  tip.hidden = !owner;
  if (!owner) return;
  if (owner.title) {
    // The browser's own tooltip comes late and not at all to the keyboard.
    owner.dataset.tip = owner.title;
    owner.removeAttribute("title");
    if (!owner.ariaLabel) owner.setAttribute("aria-description", owner.dataset.tip);
  }
  tipOwner = owner;
  tip.textContent = owner.dataset.tip;
  placeTip();
}

function placeTip() {
  if (tip.hidden) return;
  const at = [...tipOwner.getClientRects()].at(-1);
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

// A finger leaves at once what it has touched; so what is lit stays until something else is.
document.addEventListener("pointerover", (event) => enter(event.target));
document.documentElement.addEventListener("mouseleave", () => enter(null));
article.addEventListener("focusin", (event) => {
  const sentence = sentenceAt(event.target);
  if (!sentence) return;
  if (sentence === event.target) moveStop(sentence);
  if (event.target.matches(":focus-visible")) enter(event.target);
});
article.addEventListener("focusout", () => enter(null));
article.addEventListener("click", (event) => {
  const sentence = sentenceAt(event.target);
  if (sentence && getSelection().isCollapsed) togglePin(sentence);
});
document.addEventListener("keydown", press);
addEventListener("scroll", placeTip, { passive: true });
