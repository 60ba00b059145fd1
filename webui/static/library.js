// While articles are being translated, the list brings itself up to date.
"use strict";

const EVERY = 3000;

async function refresh() {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [old, fresh] = [document.querySelector("#articles"), page.querySelector("#articles")];
  if (!old.contains(document.activeElement)) old.replaceWith(fresh);
}

const timer = setInterval(() => {
  if (!document.querySelector("#articles[data-waiting]")) clearInterval(timer);
  else if (!document.hidden) refresh().catch(() => {}); // the server may be away for a moment
}, EVERY);
