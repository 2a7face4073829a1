// The live counts: in the title of the tab, and spoken when they rise. They are fetched by the bar itself.

import { say } from "../parts.js";

const bar = document.querySelector(".live");
const title = document.title.replace(/^\([^)]*\) /, "");
const KINDS = ["crisis", "overdue", "soon", "free"];
const SPOKEN = ["crisis", "overdue", "free"]; // what comes due by itself is seen, not spoken
let before = null;

function counted(told) {
  const counts = told.dataset.counts.split(" ").map(Number);
  return SPOKEN.map((kind) => counts[KINDS.indexOf(kind)] || 0);
}

// What has risen since the last time, in the words of the bar, the most urgent first.
function risen(now) {
  if (!before) return now[0] ? [SPOKEN[0]] : [];
  return SPOKEN.filter((kind, at) => now[at] > before[at]);
}

function look() {
  const told = bar.querySelector("input[data-counts]");
  if (!told) return;
  const now = counted(told);
  const words = risen(now).map((kind) => bar.querySelector(`[data-kind="${kind}"]`)).filter(Boolean);
  if (words.length) say(words.map((link) => link.textContent).join(", "));
  before = now;
  document.title = told.dataset.title ? `(${told.dataset.title}) ${title}` : title;
}

bar.addEventListener("htmx:afterSettle", look);
