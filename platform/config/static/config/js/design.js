// The component page: the room's own script draws made-up words, scenes and bars. Nothing is sent, nothing is kept.

import { createCalm } from '../../chat/room/calm.js';
import { createCircle, tools } from '../../chat/room/circle.js';
import { createLog } from '../../chat/room/log.js';
import { createMore } from '../../chat/room/more.js';
import { createPage } from '../../chat/room/page.js';
import { createSupport } from '../../chat/room/support.js';
import { createView } from '../../chat/room/view.js';
import { createWords } from '../../chat/room/words.js';

const told = JSON.parse(document.getElementById('design-room').textContent);
const words = createWords(told.words, told.lang, told.tz);
const now = () => Date.parse(told.now);
const nothing = () => {};
const all = (name) => Array.from(document.querySelectorAll(`[data-${name}]`));

function logOf(scene) {
  const { state, listen_only, phase, turn, hands } = scene;
  return createLog({
    me: told.me, members: told.members, can: scene.can, here: scene.here, monitor: scene.monitor,
    session: { state, listen_only, phase, turn, hands, ends_at: told.ends },
  });
}

/** What asks for the focus while it is drawn does not get it: nobody is there yet. */
function apart(root, work) {
  const place = document.createComment('');
  root.replaceWith(place);
  work();
  place.replaceWith(root);
}

// Messages

function draw(root) {
  const rows = told.lists[root.dataset.list];
  const log = logOf({ can: ['react', 'report', 'withdraw'], here: [], state: 'open' });
  rows.messages.forEach((message) => log.messages.set(message.id, message));
  log.more = rows.more;
  let view = null;
  const support = createSupport({ words, log, react: nothing, redraw: (message) => view.under(message) });
  view = createView({
    root, words, now, log, support, keeps: rows.keeps, mineUrl: '#messages', lang: told.lang, isCut: () => false,
    calm: createCalm({ root, words, announce: nothing }),
    on: {
      entry: (message) => rows.own.find((entry) => entry.message === message.id),
      readTo: () => Math.min(...rows.while_away.map(({ seq }) => seq)) - 1, seen: nothing,
      older: nothing, change: nothing, drop: nothing, anyway: nothing, again: nothing, withdraw: nothing, report: nothing,
    },
  });
  view.reset(rows.own);
  rows.notes.forEach(([sign, key]) => view.note(sign, words.say(key, { time: words.time(told.now), name: 'Marlow' })));
  if (rows.opens) root.querySelectorAll('[data-key=ask]')[rows.opens - 1].click();
  whileAway(() => rows.while_away.forEach((message) => { log.messages.set(message.id, message); view.message(message); }));
  if (rows.writing.length) scene(root, log).circle.writing(rows.writing);
  const jump = root.querySelector('[data-jump]');
  if (rows.more) {
    jump.lastChild.textContent = words.say('new_many', { n: 2 });
    jump.hidden = false;
  }
}

function whileAway(work) {
  Object.defineProperty(document, 'hidden', { configurable: true, value: true });
  work();
  delete document.hidden;
}

// Scenes

const after = document.getElementById('design-after');
const leading = tools.splice(0);

function scene(root, log) {
  root.append(after.querySelector('[data-hand-mark]').cloneNode(true));
  tools.splice(0, tools.length, ...(root.querySelector('.rail') ? leading : []));
  const on = { say: nothing, draft: nothing, newId: () => 'design', wrote: nothing };
  const more = createMore({ root: after, words, log });
  return {
    page: createPage({ root, words, now, log, on, announce: nothing }),
    circle: createCircle({ root, words, log, now, ask: nothing, confirm: more.confirm }),
  };
}

function play(root) {
  const one = told.scenes[root.dataset.scene];
  const { page, circle } = scene(root, logOf(one));
  const form = root.querySelector('form');
  if (root.querySelector('[data-turn]')) {
    page.presence();
    page.session();
  }
  circle.draw();
  if (form) write(form, page, one);
  page.composer();
}

function write(form, page, one) {
  if (one.why_not) page.why({ code: one.why_not, text: form.querySelector('[data-why-text]').textContent });
  if (one.does === 'edit') page.edit(one.draft, { replaces: 'design' });
  else page.restore({ body: one.draft, client_id: 'design' });
  if (one.does === 'help') page.helper('', false);
  if (one.does === 'answered') page.helper('Heath answered at 6:24 pm. A person knows that you need help.', true);
}

function tell(root) {
  const { kind, text, act } = told.bars[root.dataset.bar];
  const { page } = scene(root, logOf({ can: [], here: [], state: 'open' }));
  if (kind === 'line') page.line(text, act && { text: act, work: nothing });
  else if (kind === 'ending') ending(root.querySelector('[data-ending]'), text);
  else page.notice({ code: root.dataset.bar.replace(/\W+/g, '-'), text });
}

function ending(bar, text) {
  bar.querySelector('span').textContent = text;
  bar.querySelector('[data-sound]').hidden = false;
  bar.hidden = false;
}

// Dialogs stand open in their place

const ASKS = {
  who: (more) => more.people(),
  report: (more) => more.report('Juniper', nothing),
  confirm: (more) => more.confirm('withdraw', nothing),
};

function open(root) {
  root.querySelectorAll('dialog').forEach((each) => { each.showModal = () => each.setAttribute('open', ''); });
  const log = logOf({ can: [], here: ['s1', 's2', 's3'], state: 'open', turn: 's2', hands: ['s4'] });
  ASKS[root.dataset.dialog](createMore({ root, words, log }));
}

const draws = { list: draw, scene: play, bar: tell, dialog: open };
Object.keys(draws).forEach((kind) => all(kind).forEach((root) => apart(root, () => draws[kind](root))));
document.addEventListener('submit', (event) => {
  if (event.target.closest('.ds-example')) event.preventDefault();
}, true);
