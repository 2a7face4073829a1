// Where a call for help stands: looked at again every few seconds, and written anew only when it has changed.
// Any element with data-standing="<address>" is kept up to date while it can be seen; without this file the page
// loads itself again. data-instead-of="<selector>": what was said at first, and is out of date from then on.

const EVERY = 5000;

function keep(box) {
  let shown = box.innerHTML.trim();
  const first = box.dataset.insteadOf && document.querySelector(box.dataset.insteadOf);

  async function look() {
    if (document.hidden || box.offsetParent === null) return;
    try {
      const answer = await fetch(box.dataset.standing, { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
      if (answer.redirected || !answer.ok) return;
      const text = answer.status === 204 ? '' : (await answer.text()).trim();
      if (first && text) first.hidden = true;
      if (text === shown) return;
      shown = text;
      box.innerHTML = text;
    } catch (error) {
      // The line is down: what is shown stays, and the next look tries again.
    }
  }

  setInterval(look, EVERY);
  document.addEventListener('visibilitychange', look);
}

document.querySelectorAll('[data-standing]').forEach(keep);
