// What somebody types into a form marked `data-keep` outlives a lock, a reload and a lost sign-in: sealed, for its writer.
// When the form was taken, page.js forgets it.

import { createSeal } from "./seal.js";

const PAUSE = 400; // between the last key and the shelf, in ms
const NOT_KEPT = ["hidden", "password", "file", "submit", "button"];
const FIELDS = "fields";
const random = (bytes) => crypto.getRandomValues(bytes);
const isBox = (field) => field.type === "checkbox" || field.type === "radio";

function fieldsOf(form) {
  return Array.from(form.elements).filter((field) => (
    field.name && field.matches("input, textarea, select") && !NOT_KEPT.includes(field.type) && !field.closest("[data-unkept]")
  ));
}

const stateOf = (field) => (isBox(field) ? field.checked : field.value);
const keyOf = (field) => (isBox(field) ? `${field.name}=${field.value}` : field.name);

export function typed(form) {
  const said = {};
  fieldsOf(form).forEach((field) => { said[keyOf(field)] = stateOf(field); });
  return said;
}

// True when something came back that the page did not hold by itself.
export function putBack(form, said) {
  const others = fieldsOf(form).filter((field) => keyOf(field) in said && said[keyOf(field)] !== stateOf(field));
  others.forEach((field) => {
    if (isBox(field)) field.checked = said[keyOf(field)];
    else field.value = said[keyOf(field)];
  });
  return others.length > 0;
}

function tell(form) {
  const note = document.createElement("p");
  note.className = "hint";
  note.setAttribute("role", "status");
  form.prepend(note);
  note.textContent = form.dataset.keptWords;
}

export async function keep(form, { store, sent, subtle, now }) {
  const { keep: shelf, writer, sealKey: keyText } = form.dataset;
  delete form.dataset.sealKey; // no script finds it later
  const seal = await createSeal({ subtle, store, keyText, writer, shelf, now, random });
  if (!seal) return;
  const found = (await seal.load())[FIELDS];
  if (found && putBack(form, found)) tell(form);
  let timer = 0;
  const save = () => {
    clearTimeout(timer);
    seal.save(FIELDS, typed(form));
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  form.addEventListener("submit", () => {
    save();
    sent.setItem("sc.sent", seal.nameOf(FIELDS));
  });
  document.addEventListener("samecircle:locking", save);
}

function start() {
  const subtle = window.crypto && crypto.subtle;
  const about = { store: localStorage, sent: sessionStorage, subtle, now: Date.now };
  const all = (part) => part.querySelectorAll("form[data-keep]").forEach((form) => keep(form, about));
  all(document);
  document.addEventListener("htmx:afterSwap", (event) => all(event.target)); // panels that staff's pages exchange
}

try {
  start();
} catch (error) {
  // A browser without a shelf: words live as long as the page.
}
