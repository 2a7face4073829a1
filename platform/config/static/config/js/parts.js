// Parts for pages that build rows by script: the same icon and face as the tags draw.

const SVG = "http://www.w3.org/2000/svg";

export function icon(name, classes = "") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `i ${classes}`.trim());
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${document.documentElement.dataset.icons}#i-${name}`);
  svg.appendChild(use);
  return svg;
}

// The face of a seat, from <template data-face="number">; null for a seat the page does not know.
export function face(number) {
  const template = document.querySelector(`template[data-face="${Number(number)}"]`);
  return template ? template.content.querySelector("svg").cloneNode(true) : null;
}

// Say something to screen readers without moving the focus.
export function say(text) {
  let voice = document.getElementById("said");
  if (!voice) {
    voice = document.createElement("p");
    voice.id = "said";
    voice.className = "sr";
    voice.setAttribute("role", "status");
    document.body.appendChild(voice);
  }
  voice.textContent = text;
}
