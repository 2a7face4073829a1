// What every page does. Nothing is kept in the browser but the choice of a light or dark screen.

import { readAloud } from "./read_aloud.js";

const BUSY_FOR = 4000;
const KEYBOARD_TAKES = 0.25;
const YEAR = 365 * 24 * 60 * 60;

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

// What a kept form (kept.js) had on the shelf is forgotten once the form was taken: the page that answers is neither
// the form again, nor a way in, nor an error.

function forgetTaken() {
  const name = sessionStorage.getItem("sc.sent");
  if (!name) return;
  sessionStorage.removeItem("sc.sent");
  const isBack = Array.from(document.querySelectorAll("form[data-keep]"))
    .some((form) => name.includes(`${form.dataset.writer}.${form.dataset.keep}.`));
  if (!isBack && !document.body.matches(".gate, .error-page")) localStorage.removeItem(name);
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
try {
  forgetTaken();
} catch (error) {
  // A browser without a shelf has nothing to forget.
}
