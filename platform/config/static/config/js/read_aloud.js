// Read aloud. Only with a voice on the device: the others would send the page's words elsewhere.
// One sentence at a time, each in the language of its element, so that it stops at once and a warning can go first.
// A root with data-read="follow" goes on: what is handed in by `samecircle:said` on the document is read as it comes.

const SENTENCE = /(?:[^.!?…]|\.(?=\S|\u00a0))+[.!?…]*/g; // the points of 7:30 p. m. end none

const queue = [];
let current = null;
let atRest = () => {};
let isOn = false;

const page = () => document.documentElement.lang.slice(0, 2);
const languageOf = (element) => element.closest("[lang]").lang.slice(0, 2);

function voiceFor(language) {
  return speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.slice(0, 2) === language);
}

function isSilent(element) {
  return element.matches("[hidden], [data-unread], .sr, script, template, [aria-hidden=true]") || !element.getClientRects().length;
}

const sentences = (text, language) => (text.trim().match(SENTENCE) || []).map((words) => ({ words, language }));

// Every sentence below an element, in order; a picture is read by its label.
function spoken(element) {
  const found = [];
  element.childNodes.forEach((node) => {
    if (node.nodeType === Node.TEXT_NODE) found.push(...sentences(node.data, languageOf(element)));
    else if (node.nodeType !== Node.ELEMENT_NODE || isSilent(node)) return;
    else if (node.getAttribute("role") === "img") found.push(...sentences(node.getAttribute("aria-label") || "", languageOf(node)));
    else found.push(...spoken(node));
  });
  return found;
}

function next() {
  current = null;
  const part = queue.shift();
  if (!part) {
    atRest();
    return;
  }
  const line = new SpeechSynthesisUtterance(part.words.trim());
  const voice = voiceFor(part.language) || voiceFor(page());
  line.lang = part.language;
  if (voice) line.voice = voice;
  current = line; // held here: engines forget one that nobody holds, and never say that it ended
  line.onend = line.onerror = () => { if (current === line) next(); };
  speechSynthesis.speak(line);
}

function add(parts, first) {
  if (first) queue.unshift(...parts);
  else queue.push(...parts);
  if (!current) next();
}

function stop() {
  isOn = false;
  queue.length = 0;
  current = null;
  speechSynthesis.cancel();
}

// A list that is longer than its box is read from where one looks.
function inSight(root) {
  const top = root.getBoundingClientRect().top;
  return Array.from(root.querySelectorAll("li")).filter((item) => !isSilent(item) && item.getBoundingClientRect().bottom > top);
}

function begin() {
  const roots = document.querySelectorAll("[data-read]");
  const parts = [];
  (roots.length ? roots : [document.querySelector("main")]).forEach((root) => {
    if (root.dataset.read === "follow") inSight(root).forEach((item) => parts.push(...spoken(item)));
    else parts.push(...spoken(root));
  });
  isOn = true;
  add(parts);
}

// `detail`: an element whose words are new, or a text that can't wait.
function said({ detail }) {
  if (!isOn) return;
  if (typeof detail === "string") add(sentences(detail, page()), true);
  else if (!isSilent(detail)) add(spoken(detail));
}

export function readAloud(button) {
  const label = button.querySelector("span");
  const start = label.textContent;
  const follows = document.querySelector("[data-read=follow]");
  const show = () => { button.hidden = !voiceFor(page()); };
  const rest = () => {
    isOn = false;
    label.textContent = start;
    button.setAttribute("aria-pressed", "false");
  };
  if (!follows) atRest = rest;
  else document.addEventListener("samecircle:said", said);
  show();
  speechSynthesis.addEventListener("voiceschanged", show);
  window.addEventListener("pagehide", stop);
  document.addEventListener("samecircle:locking", () => { stop(); rest(); });
  button.addEventListener("click", () => {
    const wasReading = button.getAttribute("aria-pressed") === "true";
    stop();
    if (wasReading) {
      rest();
      return;
    }
    label.textContent = button.dataset.stopWords;
    button.setAttribute("aria-pressed", "true");
    begin();
  });
}
