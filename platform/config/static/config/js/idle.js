// The idle lock. Keys, touch and pointer are signs of life; heartbeats and new messages are not.
// Pages of the same door in other tabs share the signs, without keeping anything in the browser.
// A page whose body says data-idle-mode="ask" only asks: nobody who listens is locked out. It may change with the page.

const box = document.querySelector("[data-idle]");
const after = Number(box.dataset.idle);
const warn = Math.min(Number(box.dataset.idleWarn), after / 2);
const onlyAsks = () => document.body.dataset.idleMode === "ask";
const left = box.querySelector("[data-idle-left]");
const others = "BroadcastChannel" in window ? new BroadcastChannel("idle") : { postMessage() {} };
let last = Date.now();
const KEEP = 5 * 60 * 1000; // a page that sends nothing else says so often that somebody is there
let told = 0;
let kept = Date.now();
let before = null;
let hasOnlyAsked = onlyAsks();

function tell(sign) {
  others.postMessage(sign);
  told = Date.now();
}

// The server ends a sign-in by itself when it hears of nobody: it is told of signs of life, now and then.
function keep() {
  kept = Date.now();
  const token = box.querySelector("[name=csrfmiddlewaretoken]").value;
  if (!box.dataset.idleHere) return;
  fetch(box.dataset.idleHere, { method: "POST", headers: { "X-CSRFToken": token }, credentials: "same-origin" })
    .catch(() => {});
}

function alive() {
  last = Date.now();
  if (last - kept > KEEP) keep();
  if (last - told > 1000) tell("alive");
}

function ask() {
  if (!box.hidden) return;
  before = document.activeElement;
  box.hidden = false;
  box.querySelector("[data-idle-stay]").focus();
}

function stay() {
  alive();
  if (box.hidden) return;
  box.hidden = true;
  if (before) before.focus();
}

// Whatever the line does now, nothing of the page is to be seen: not its shapes either.
function leave() {
  clearInterval(beat);
  document.dispatchEvent(new CustomEvent("samecircle:locking"));
  tell("locked");
  document.body.hidden = true;
}

function lock() {
  leave();
  box.querySelector("[data-idle-lock]").submit();
}

// Staff lock by hand, too: the page says so by `data-idle-key`.
function lockByKey(event) {
  if (event.key.toLowerCase() !== box.dataset.idleKey || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  event.preventDefault();
  lock();
}

// Where asking was all, and now the page locks, whoever is still there has the whole warning to say so.
function followMode() {
  if (hasOnlyAsked && !onlyAsks()) last = Math.max(last, Date.now() - (after - warn) * 1000);
  hasOnlyAsked = onlyAsks();
  box.querySelector("[data-idle-words]").hidden = hasOnlyAsked;
  box.querySelector("[data-idle-asks]").hidden = !hasOnlyAsked;
}

function look() {
  followMode();
  const rest = Math.ceil(after - (Date.now() - last) / 1000);
  if (rest > warn) {
    if (!box.hidden) stay();
    return;
  }
  ask();
  if (left) left.textContent = String(Math.max(rest, 0));
  if (rest <= 0 && !onlyAsks()) lock();
}

// Where the page would lock, only the question's own button answers it. Where it only asks, so does every touch and key
// on the page. `samecircle:reading`: somebody scrolls, which assistive technology does without a touch.
const SIGNS = ["keydown", "input", "click", "pointerdown", "pointermove", "touchstart", "wheel", "samecircle:reading"];

function heard(event) {
  if (box.hidden) alive();
  else if (onlyAsks() && event.type !== "pointermove" && !box.contains(event.target)) stay();
}

SIGNS.forEach((sign) => document.addEventListener(sign, heard, { passive: true, capture: true }));
others.onmessage = (event) => {
  if (event.data === "locked") location.reload();
  else last = Date.now();
};
followMode();
box.querySelector("[data-idle-stay]").addEventListener("click", stay);
document.querySelectorAll("[data-idle-lock], [data-lock] form").forEach((form) => form.addEventListener("submit", leave));
if (box.dataset.idleKey) document.addEventListener("keydown", lockByKey);
document.addEventListener("visibilitychange", look); // a laptop that was closed comes back locked
const beat = setInterval(look, 1000);
