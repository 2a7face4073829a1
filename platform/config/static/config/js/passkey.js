// Passkeys: a form marked `data-passkey` asks the server for a challenge, the device for its answer, and is sent with it.
// Where the browser knows no passkeys the form stays hidden, and the other ways are there.

const CAN = "credentials" in navigator && "PublicKeyCredential" in window;

const toText = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const described = (list) => (list || []).map((each) => Object.assign({}, each, { id: toBytes(each.id) }));

export function forDevice(options) {
  const asked = Object.assign({}, options.publicKey, { challenge: toBytes(options.publicKey.challenge) });
  if (asked.user) asked.user = Object.assign({}, asked.user, { id: toBytes(asked.user.id) });
  if (asked.allowCredentials) asked.allowCredentials = described(asked.allowCredentials);
  if (asked.excludeCredentials) asked.excludeCredentials = described(asked.excludeCredentials);
  return { publicKey: asked };
}

export function forServer(made) {
  const parts = {};
  ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"].forEach((name) => {
    if (made.response[name]) parts[name] = toText(made.response[name]);
  });
  return { id: made.id, rawId: toText(made.rawId), type: made.type, response: parts, clientExtensionResults: {} };
}

async function challenge(form) {
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const answer = await fetch(form.dataset.options, {
    method: "POST", headers: { "X-CSRFToken": token, Accept: "application/json" }, credentials: "same-origin",
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function show(form) {
  const options = forDevice(await challenge(form));
  const made = form.dataset.passkey === "add"
    ? await navigator.credentials.create(options)
    : await navigator.credentials.get(options);
  form.querySelector("[name=credential]").value = JSON.stringify(forServer(made));
  form.submit();
}

function failed(form) {
  form.querySelector("[data-passkey-failed]").hidden = false;
  form.querySelectorAll(".is-busy").forEach((button) => button.classList.remove("is-busy"));
}

function start(form) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    form.querySelector("[data-passkey-failed]").hidden = true;
    if (form.reportValidity()) show(form).catch(() => failed(form));
  });
}

if (CAN) {
  document.querySelectorAll("form[data-passkey]").forEach(start);
  document.querySelectorAll("[data-passkey-none]").forEach((words) => { words.hidden = true; });
}
