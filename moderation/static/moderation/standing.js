// Where a call for help stands: looked at again every few seconds, and written anew only when it has changed.
// Any element with data-standing="<address>" is kept up to date while it can be seen; without this file the page
// loads itself again. (In the room the line itself says where a call stands.)

const EVERY = 5000;

function keep(box) {
  let shown = box.innerHTML.trim();

  async function look() {
    if (document.hidden || box.offsetParent === null) return;
    try {
      const answer = await fetch(box.dataset.standing, { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
      if (answer.redirected || !answer.ok) return;
      const text = answer.status === 204 ? '' : (await answer.text()).trim();
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
