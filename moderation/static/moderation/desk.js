// The desk: keys, the lease with its heartbeat, and the preview of what the writer reads.
// Without this file every button still works.

const HEARTBEAT = 60 * 1000;      // well within the lease of five minutes
const HANDS_OFF = 4 * 60 * 1000;  // nobody touched this page for so long: the lease is left to run out
const ROUND = 88;                 // length of the lease's circle

const find = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

// This tab, so that another tab of mine does not hold a case without my knowing.

function tabId() {
  const known = sessionStorage.getItem('sc.desk.tab');
  if (known) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  const made = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  sessionStorage.setItem('sc.desk.tab', made);
  return made;
}

const tab = tabId();
all('input[name="tab"]').forEach((input) => { input.value = tab; });

// Lease

let touched = Date.now();
['keydown', 'pointerdown', 'pointermove', 'wheel'].forEach((kind) => {
  document.addEventListener(kind, () => { touched = Date.now(); }, { passive: true });
});

function startLease(box) {
  const left = find('[data-left]', box);
  const where = find('[data-where]', box);
  const circle = find('.lease-left', box);
  const whole = Number(box.dataset.whole);
  let ends = Date.now() + Number(box.dataset.seconds) * 1000;
  let lost = box.dataset.tab !== tab && box.dataset.tab !== '';

  function draw() {
    const seconds = Math.max(Math.round((ends - Date.now()) / 1000), 0);
    if (lost || seconds === 0) {
      box.classList.add('is-lost');
      left.textContent = lost ? 'Yours, but not here' : 'No longer yours';
      where.textContent = lost ? 'another tab has it' : 'load again to claim it';
      circle.setAttribute('stroke-dasharray', `0 ${ROUND}`);
      return;
    }
    const minutes = Math.floor(seconds / 60);
    left.textContent = `Yours for ${minutes}:${String(seconds % 60).padStart(2, '0')}`;
    circle.setAttribute('stroke-dasharray', `${Math.round((ROUND * seconds) / whole)} ${ROUND}`);
  }

  async function beat() {
    if (lost || document.hidden || Date.now() - touched > HANDS_OFF) return;
    const body = new FormData(find('form', box));
    body.set('tab', tab);
    try {
      const answer = await fetch(box.dataset.renew, { method: 'POST', body, headers: { Accept: 'application/json' } });
      if (answer.ok) ends = Date.now() + (await answer.json()).seconds * 1000;
      else if (answer.status === 409) ends = Date.now();
    } catch (error) {
      // The line is down: the lease runs on, and the next beat tries again.
    }
    draw();
  }

  draw();
  setInterval(draw, 1000);
  setInterval(beat, HEARTBEAT);
}

const lease = find('[data-lease]');
if (lease) startLease(lease);

// Decisions

const form = find('[data-decide]');
const isOff = !form || form.hasAttribute('data-off');
const preview = form && find('[data-preview]', form);
const confirmRow = preview && find('[data-confirm]', preview);
const note = preview && find('[name="note"]', preview);

function choose(button) {
  all('[data-key]', form).forEach((other) => other.setAttribute('aria-pressed', String(other === button)));
  preview.hidden = !button;
  if (!button) return;
  find('[data-first-line]', preview).textContent = button.dataset.first;
  find('[data-confirm-words]', confirmRow).textContent = button.dataset.words;
  const confirm = find('button', confirmRow);
  confirm.value = button.value;
  confirmRow.hidden = false;
  confirm.focus();
}

if (preview && !isOff) {
  preview.hidden = true;
  all('[data-first]', form).forEach((button) => {
    button.addEventListener('click', (event) => { event.preventDefault(); choose(button); });
  });
  find('[name="code"]', preview).addEventListener('change', (event) => {
    note.value = event.target.selectedOptions[0].dataset.line;
  });
}

// Keys

const rows = () => all('#queue a.q');

function move(by) {
  const links = rows();
  if (!links.length) return;
  const current = links.findIndex((link) => link === document.activeElement || link.getAttribute('aria-current'));
  const focused = links.indexOf(document.activeElement);
  const from = focused >= 0 ? focused : current;
  links[Math.min(Math.max(from + by, 0), links.length - 1)].focus();
}

function press(selector) {
  const button = find(selector);
  if (button && !button.disabled) button.click();
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  c: () => press('[data-next] button'),
  m: () => press('[data-claim] button'),
  s: () => press('[data-lease] form button'),
  e: () => { if (preview && !preview.hidden) note.focus(); },
  escape: () => { if (preview && !isOff) choose(null); },
};

function isTyping(element) {
  return element.matches('input, textarea, select, [contenteditable]');
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const key = event.key.toLowerCase();
  if (isTyping(event.target)) {
    if (key === 'escape') event.target.blur();
    return;
  }
  const act = KEYS[key];
  const decision = !isOff && find(`[data-key="${CSS.escape(key)}"]`, form);
  if (!act && !decision) return;
  event.preventDefault();
  if (act) act(); else if (!decision.disabled) decision.click();
});

const changed = find('[data-read-new]');
if (changed) changed.focus();
