// The palette: Ctrl K (or Cmd K), a few letters, Enter. Without this file its button leads to a plain search page.

import { say } from "../parts.js";

const box = document.querySelector("[data-palette]");
const button = document.querySelector("[data-find]");
const still = document.querySelector("[data-idle]");
const SPOKEN_AFTER = 600; // only once somebody has stopped typing

if (box && button && box.showModal) start();

function start() {
  const input = box.querySelector("[role=combobox]");
  const list = box.querySelector("[role=listbox]");
  const options = () => Array.from(list.querySelectorAll("[role=option]"));
  let waiting = 0;

  function open() {
    if (box.open) return;
    input.value = "";
    box.showModal();
    input.focus();
    input.dispatchEvent(new CustomEvent("samecircle:opened"));
  }

  // Where nothing had the focus before, the browser leaves it in the field that is gone.
  function shut() {
    clearTimeout(waiting);
    box.close();
    input.blur();
  }

  function choose(option) {
    options().forEach((one) => one.setAttribute("aria-selected", String(one === option)));
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function chosen() {
    return list.querySelector("[aria-selected=true]");
  }

  function move(by) {
    const all = options();
    if (!all.length) return;
    const at = all.indexOf(chosen());
    choose(all[(at + by + all.length) % all.length]);
  }

  // What is no page of its own is done by the button that the bar has for it.
  function go(option) {
    shut();
    if (option.dataset.act === "theme") document.querySelector("[data-theme-switch]").click();
    else if (option.dataset.act === "lock") document.querySelector("[data-lock] .btn").click();
    else if (option.dataset.act === "sign-out") document.querySelector("[data-sign-out] form").submit();
    else window.location.assign(option.href);
  }

  const KEYS = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => go(chosen()),
  };

  document.addEventListener("keydown", (event) => {
    const asked = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
    if (!asked) return;
    event.preventDefault();
    if (box.open) shut(); else open();
  });
  button.setAttribute("aria-haspopup", "dialog"); // no longer the way to a page
  button.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  input.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey) return;
    event.stopPropagation(); // the keys of the desk are not meant
    const act = KEYS[event.key];
    if (!act || event.isComposing || (event.key === "Enter" && !chosen())) return;
    event.preventDefault();
    act();
  });
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(option);
  });
  list.addEventListener("htmx:afterSettle", () => {
    const all = options();
    input.setAttribute("aria-expanded", String(all.length > 0));
    choose(all[0]);
    clearTimeout(waiting);
    const told = list.querySelector("[data-told]");
    if (input.value && told) waiting = setTimeout(() => say(told.dataset.told), SPOKEN_AFTER);
  });
  box.querySelector("[data-close]").addEventListener("click", shut);
  box.addEventListener("click", (event) => event.target === box && shut());
  box.addEventListener("close", () => {
    clearTimeout(waiting);
    if (box.open) return; // opened again meanwhile
    list.textContent = "";
    input.setAttribute("aria-expanded", "false");
    choose(null);
  });
  document.addEventListener("samecircle:locking", shut);
  // The question of the idle lock must be within reach, and nothing under an open dialog is.
  if (still) new MutationObserver(() => still.hidden || shut()).observe(still, { attributes: true });
}
