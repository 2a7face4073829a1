// The minutes until the next session go on while the page is open, by the server's clock. Without this file they are
// what they were when the page came.

const MINUTE = 60 * 1000;
const HOUR = 60;
const RUG = 515;
const stage = document.querySelector("[data-starts]");

function counts(section) {
  const { now, starts, one, many, due, smallOne, smallMany } = section.dataset;
  const end = Date.now() + (Number(starts) - Number(now)) * 1000;
  const until = section.querySelector("[data-until]");
  const ring = section.querySelector(".ring");
  let timer = 0;

  function show() {
    const minutes = Math.max(0, Math.ceil((end - Date.now()) / MINUTE));
    const words = minutes ? (minutes === 1 ? one : many.replace("#", minutes)) : due;
    if (until.textContent !== words) until.textContent = words;
    ring.setAttribute("aria-label", words);
    ring.querySelector(".ring-big").textContent = minutes;
    ring.querySelector(".ring-small").textContent = minutes === 1 ? smallOne : smallMany;
    ring.querySelector(".ring-time").setAttribute("stroke-dasharray", `${Math.round(RUG * Math.max(0, 1 - minutes / HOUR))} ${RUG}`);
    if (!minutes) clearInterval(timer);
  }

  show();
  timer = setInterval(show, 5000);
}

if (stage) counts(stage);
