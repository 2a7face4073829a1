// What every page does. Nothing is kept in the browser but the choice of a light or dark screen.

const SENTENCE = /[^.!?…]+[.!?…]*/g;
const BUSY_FOR = 4000;
const KEYBOARD_TAKES = 0.25;
const YEAR = 365 * 24 * 60 * 60;

// Read aloud. Only with a voice on the device: the others would send the page's words elsewhere.

function voiceFor(language) {
  return speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.slice(0, 2) === language);
}

function isSilent(element) {
  return element.matches("[hidden], [data-unread], .sr, script, template, [aria-hidden=true]") || !element.getClientRects().length;
}

// Every sentence below an element, in order; a picture is read by its label.
function* spoken(element) {
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) yield* node.data.trim().match(SENTENCE) || [];
    else if (node.nodeType !== Node.ELEMENT_NODE || isSilent(node)) continue;
    else if (node.getAttribute("role") === "img") yield* (node.getAttribute("aria-label") || "").match(SENTENCE) || [];
    else yield* spoken(node);
  }
}

function read(language, done) {
  const roots = document.querySelectorAll("[data-read]");
  const parts = [];
  for (const root of roots.length ? roots : [document.querySelector("main")]) parts.push(...spoken(root));
  parts.forEach((words, index) => {
    const line = new SpeechSynthesisUtterance(words);
    line.lang = language;
    line.voice = voiceFor(language);
    if (index === parts.length - 1) line.onend = done;
    speechSynthesis.speak(line);
  });
  if (!parts.length) done();
}

function readAloud(button) {
  const language = document.documentElement.lang.slice(0, 2);
  const label = button.querySelector("span");
  const start = label.textContent;
  const show = () => { button.hidden = !voiceFor(language); };
  const rest = () => {
    label.textContent = start;
    button.setAttribute("aria-pressed", "false");
  };
  show();
  speechSynthesis.addEventListener("voiceschanged", show);
  window.addEventListener("pagehide", () => speechSynthesis.cancel());
  button.addEventListener("click", () => {
    const wasReading = button.getAttribute("aria-pressed") === "true";
    speechSynthesis.cancel();
    if (wasReading) return rest();
    label.textContent = button.dataset.stopWords;
    button.setAttribute("aria-pressed", "true");
    return read(language, rest);
  });
}

// Show what is typed in a PIN field.

function showsTyped(button) {
  const field = document.getElementById(button.dataset.shows);
  const label = button.querySelector("span");
  const show = label.textContent;
  button.hidden = false;
  button.addEventListener("click", () => {
    const hide = field.type === "text";
    field.type = hide ? "password" : "text";
    label.textContent = hide ? show : button.dataset.hideWords;
    button.setAttribute("aria-pressed", String(!hide));
    field.focus();
  });
}

// Light or dark: the person's own choice wins over the system's.

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function themeSwitch(button) {
  const label = button.querySelector("span");
  const use = button.querySelector("use");
  const dark = label.textContent;
  const show = () => {
    label.textContent = isDark() ? button.dataset.lightWords : dark;
    use.setAttribute("href", `${document.documentElement.dataset.icons}#i-${isDark() ? "sun" : "moon"}`);
  };
  button.hidden = false;
  show();
  matchMedia("(prefers-color-scheme: dark)").addListener(show); // its older name: old engines know no other
  button.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    document.cookie = `theme=${theme}; path=/; max-age=${YEAR}; samesite=lax`;
    show();
  });
}

// A form that was sent says so, and is not sent twice by an impatient finger.

function sent(event) {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  const button = form.contains(document.activeElement) ? document.activeElement : form.querySelector("[type=submit]");
  form.dataset.sent = "yes";
  if (button && button.classList.contains("btn")) button.classList.add("is-busy");
  setTimeout(() => rested(form), BUSY_FOR);
}

function rested(form) {
  delete form.dataset.sent;
  form.querySelectorAll(".is-busy").forEach((button) => button.classList.remove("is-busy"));
}

// The on-screen keyboard: fixed parts step aside while somebody writes.

function typingAware() {
  const view = window.visualViewport || { height: innerHeight, addEventListener() {} };
  let [width, tallest] = [innerWidth, innerHeight];
  const look = () => {
    if (innerWidth !== width) [width, tallest] = [innerWidth, innerHeight];
    tallest = Math.max(tallest, innerHeight);
    const height = Math.min(window.visualViewport ? view.height : innerHeight, innerHeight);
    const writes = document.activeElement.matches("textarea, input:not([type=checkbox]):not([type=radio])");
    const isTyping = writes && height < tallest * (1 - KEYBOARD_TAKES);
    document.body.classList.toggle("is-typing", isTyping);
    const shrinks = isTyping && document.body.classList.contains("room");
    document.body.style.height = shrinks ? `${height}px` : "";
    if (shrinks) scrollTo(0, 0);
  };
  view.addEventListener("resize", look);
  window.addEventListener("resize", look);
  document.addEventListener("focusin", look);
  document.addEventListener("focusout", () => setTimeout(look, 0));
}

if ("speechSynthesis" in window) document.querySelectorAll("[data-read-aloud]").forEach(readAloud);
document.querySelectorAll("[data-shows]").forEach(showsTyped);
document.querySelectorAll("[data-theme-switch]").forEach(themeSwitch);
document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
document.addEventListener("submit", sent);
window.addEventListener("pageshow", () => document.querySelectorAll("form").forEach(rested));
typingAware();
