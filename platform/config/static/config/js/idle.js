// The idle lock. Keys, touch and pointer are signs of life; heartbeats and new messages are not.
// Pages of the same door in other tabs share the signs, without keeping anything in the browser.

const box = document.querySelector("[data-idle]");
const after = Number(box.dataset.idle);
const warn = Math.min(Number(box.dataset.idleWarn), after / 2);
const onlyAsks = document.body.dataset.idleMode === "ask";
const left = box.querySelector("[data-idle-left]");
const others = "BroadcastChannel" in window ? new BroadcastChannel("idle") : { postMessage() {} };
let last = Date.now();
const KEEP = 5 * 60 * 1000; // a page that sends nothing else says so often that somebody is there
let told = 0;
let kept = Date.now();
let before = null;

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

function lock() {
  clearInterval(beat);
  document.dispatchEvent(new CustomEvent("samecircle:locking"));
  tell("locked");
  box.querySelector("[data-idle-lock]").submit();
}

function look() {
  const rest = Math.ceil(after - (Date.now() - last) / 1000);
  if (rest > warn) {
    if (!box.hidden) stay();
    return;
  }
  ask();
  if (left) left.textContent = String(Math.max(rest, 0));
  if (rest <= 0 && !onlyAsks) lock();
}

// While the question stands, only its own button (or any key and touch inside it) is an answer.
["keydown", "pointerdown", "pointermove", "touchstart", "wheel"].forEach((sign) => {
  document.addEventListener(sign, () => box.hidden && alive(), { passive: true, capture: true });
});
others.onmessage = (event) => {
  if (event.data === "locked") location.reload();
  else last = Date.now();
};
if (onlyAsks) box.querySelector("[data-idle-words]").hidden = true;
box.querySelector("[data-idle-stay]").addEventListener("click", stay);
box.querySelector("[data-idle-lock]").addEventListener("submit", () => {
  document.dispatchEvent(new CustomEvent("samecircle:locking"));
  tell("locked");
});
const beat = setInterval(look, 1000);
