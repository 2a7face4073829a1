// The list of words: what the log and the outbox hold, as elements. Bodies become text nodes, never markup.

import { icon, face } from '../../config/js/parts.js';
import { MASK, idOf } from './log.js';
import { placeOf } from './outbox.js';

const NEAR = 90;
const SETTLES = 300; // ms in which the bar still moves because of us

/** The page's parts by their `data-` name. */
export function partsOf(root) {
  return {
    find: (name) => root.querySelector('[data-' + name + ']'),
    show: (element, is) => { if (element) element.hidden = !is; },
    tell(element, text) { // answers whether it was news
      const isNews = element && element.textContent !== text;
      if (isNews) element.textContent = text;
      return isNews;
    },
  };
}

export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return element;
}

export function button(text, className, name, act) {
  const element = make('button', className, icon(name), text);
  element.type = 'button';
  element.addEventListener('click', act);
  return element;
}

function marked(body, spans) {
  const box = make('div', 'msg-text');
  const points = Array.from(body);
  let at = 0;
  (spans || []).slice().sort((a, b) => a[0] - b[0]).forEach(([start, end]) => {
    if (start < at) return;
    box.append(points.slice(at, start).join(''), make('mark', '', points.slice(start, end).join('')));
    at = end;
  });
  box.append(points.slice(at).join(''));
  return box;
}

const because = (entry) => (entry && entry.reason ? ' ' + entry.reason.text : '');
const state = (name, text, kind) => make('p', kind || 'state', icon(name), make('span', '', text));

/** That nobody is in trouble is said once, where the reason does not say it already. */
const calmly = (say, { state }, reason) => (['held', 'returned'].includes(state) && !reason.includes(say('own_calm')) ? ' ' + say('own_calm') : '');

/** How an own message stands: class, icon, and what one can do. The words are `own_<state>` and `own_<state>_more`. */
const OWN = {
  stuck: ['is-returned', 'back', ['again', 'change', 'drop']],
  nudged: ['is-returned', 'edit', ['change', 'anyway', 'drop']],
  refused: ['is-taken', 'x', ['change', 'drop']],
  held: ['is-held', 'wait', ['withdraw']],
  returned: ['is-returned', 'back', ['change', 'withdraw']],
  removed: ['is-taken', 'bin', []],
  withdrawn: ['is-taken', 'bin', []],
};
const ACTS = {
  again: ['btn', 'again'], change: ['btn', 'edit'], anyway: ['btn', 'send'], drop: ['btn btn--quiet', 'bin'], withdraw: ['btn', 'undo'],
};

export function createView({ root, words, now, log, lang, mineUrl, keeps, isCut, support, calm, on }) {
  const box = root.querySelector('.log');
  const list = root.querySelector('[data-log]');
  const top = root.querySelector('[data-older]');
  const jump = root.querySelector('[data-jump]');
  const items = new Map();
  const say = words.say;
  let fresh = 0;
  let newAfter = list.querySelector('.new') ? on.readTo() : 0;
  let last;

  let stick = true;
  let height;
  let ours; // where we left the scroll bar: elsewhere it was put by somebody
  let movedAt = 0;

  function moved() {
    ours = box.scrollTop;
    movedAt = now();
  }

  /** Words that end or a box that changes its size move the bar too: that is no sign of life. */
  function wasScrolled() {
    const isOurs = Math.abs(box.scrollTop - ours) <= 2 || now() - movedAt < SETTLES || box.clientHeight !== height;
    ours = box.scrollTop;
    return !isOurs;
  }

  const atEnd = () => box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
  const author = (message) => log.members.get(idOf(message.author)) || Object(message.author);
  const name = (message) => author(message).alias || say('someone');

  /** Words in another language than the page's say so; which way they run, they show themselves. */
  function spoken(element, language) {
    element.dir = 'auto';
    if (language && language !== lang) element.lang = language;
    return element;
  }

  function shown({ body, lang: language }) {
    const element = spoken(make('div', 'msg-text'), language);
    body.split(new RegExp('(' + MASK + '+)')).filter(Boolean).forEach((part) => {
      element.append(part[0] === MASK ? make('span', 'hid', icon('mask'), say('hidden')) : part);
    });
    return element;
  }

  function header(mine, message) {
    const line = make('p', 'msg-head', make('b', '', mine ? say('you') : name(message)));
    if (!mine && author(message).role === 'facilitator') line.append(make('span', 'tag', say('leads')));
    const at = message.said_at || message.at;
    if (at) {
      const time = make('time', '', words.when(at, now()));
      time.dateTime = new Date(at).toISOString();
      line.append(time);
    }
    return line;
  }

  function acts(message, mine) {
    const what = mine ? 'withdraw' : 'report';
    const row = make('div', 'msg-acts');
    const box = make('div', 'msg-under', row);
    box.dataset.unread = '';
    const given = support.parts(message, mine);
    row.append(...given.acts);
    if (given.panel) box.append(given.panel);
    if (log.can.has(what)) {
      const act = button(say(mine ? 'take_back' : 'more'), 'act', mine ? 'undo' : 'more', () => on[what](message, name(message)));
      if (!mine) act.setAttribute('aria-label', say('more_about', { name: name(message) }));
      act.dataset.key = what;
      row.append(act);
    }
    return box;
  }

  /** What stands below the words of a message, drawn anew; the focus stays on its key. */
  function under(message) {
    const item = items.get(message.id);
    const old = item && item.querySelector('.msg-under');
    if (!old) return;
    const active = document.activeElement;
    const had = old.contains(active);
    const wasOpen = old.querySelector('.pick');
    const fresh = acts(message, log.isMine(message));
    following(() => old.replaceWith(fresh));
    if (fresh.querySelector('.pick')) fresh.scrollIntoView({ block: 'nearest' });
    if (!had) return;
    const places = [wasOpen ? '' : '.pick button', '[data-key="' + active.dataset.key + '"]', '[data-key=ask]', 'button'];
    const next = places.map((place) => place && fresh.querySelector(place)).find(Boolean);
    if (next) next.focus();
  }

  function ownState(message, entry) {
    if (message.state === 'masked') return state('mask', say('own_masked') + because(entry));
    if (entry && entry.wasHeld) return state('check', say('own_released'));
    return last === message.id ? state('check', say('own_sent')) : null;
  }

  const row = (mine, className, ...children) => make('li', 'msg ' + (mine ? 'is-mine ' : '') + className, ...children);

  function messageRow(message, entry) {
    const mine = log.isMine(message);
    if (mine && message.state === 'removed' && entry && entry.body) return ownRow(entry);
    const inside = make('div', 'msg-box', header(mine, message));
    if (message.state === 'removed' || message.state === 'withdrawn') {
      const by = message.by === 'writer' || message.state === 'withdrawn' ? 'gone_writer' : 'gone_staff';
      inside.append(state('bin', say(mine ? by + '_mine' : by, { name: name(message) }) + because(entry), 'gone'));
    } else {
      inside.append(...[shown(message), mine && ownState(message, entry), acts(message, mine)].filter(Boolean));
    }
    return row(mine, '', mine ? null : face(author(message).seat) || make('span'), inside);
  }

  function sendingRow(entry) {
    const way = (isCut() ? 'own_cut' : 'own_sending') + (keeps ? '' : '_open');
    const why = entry.text ? entry.text + ' ' + say('own_waiting') : say(way);
    const inside = make('div', 'msg-box', header(true, {}), spoken(marked(entry.body), entry.lang), state(isCut() ? 'wait' : 'again', why));
    if (entry.text) inside.append(button(say('act_change'), 'act', 'edit', () => on.change(entry)));
    return row(true, 'is-sending', inside);
  }

  function ownTitle(entry) {
    if (entry.state !== 'held') return say('own_' + entry.state);
    if (!entry.decide_by) return say('own_held');
    if (Date.parse(entry.decide_by) < now()) return say('own_held_late');
    return say('own_held_by', { time: words.when(entry.decide_by, now()) });
  }

  function ownRow(entry) {
    const [className, sign, can] = OWN[entry.state] || OWN.held;
    const note = make('div', 'box-note', state(sign, ownTitle(entry)));
    const why = Object(entry.reason);
    const reason = entry.text || why.text;
    if (reason) note.append(make('p', '', reason));
    if (entry.state !== 'withdrawn') note.append(make('p', '', say('own_' + entry.state + '_more') + calmly(say, entry, reason || '')));
    const inside = make('div', 'box', entry.body ? spoken(marked(entry.body, why.spans), entry.lang) : elsewhere(), note);
    can.filter((act) => entry.body || act === 'withdraw').forEach((act) => {
      note.append(button(say('act_' + act + (act === 'withdraw' && entry.state === 'returned' ? '_returned' : '')),
        ACTS[act][0], ACTS[act][1], () => on[act](entry)));
    });
    return row(true, className, make('div', 'msg-box', header(true, entry), inside));
  }

  function elsewhere() {
    const link = mineUrl && Object.assign(make('a', '', say('my_messages')), { href: mineUrl });
    return make('div', 'msg-text muted', say('said_elsewhere') + ' ', link);
  }

  // Places

  /** By time among what is there; words on their way stay last. */
  function place(item, at) {
    const key = at || Infinity;
    item.dataset.at = key;
    let before = list.lastElementChild;
    while (before && before !== top && Number(before.dataset.at || 0) > key) before = before.previousElementSibling;
    (before || top).after(item);
  }

  function swap(id, item, at) {
    const old = items.get(id);
    items.set(id, item);
    if (!old) {
      place(item, at);
      return;
    }
    const had = old.contains(document.activeElement);
    item.dataset.at = old.dataset.at;
    if (old.classList.contains('is-waiting')) {
      item.dataset.from = old.dataset.from;
      item.classList.add('is-waiting');
    }
    if (old.dataset.at === 'Infinity' && at) {
      old.remove();
      place(item, at);
    } else {
      old.replaceWith(item);
    }
    if (had) {
      item.tabIndex = -1;
      item.focus();
    }
  }

  function drop(id) {
    const item = items.get(id);
    if (!item) return;
    items.delete(id);
    const had = item.contains(document.activeElement);
    item.remove();
    calm.changed();
    moved();
    if (had) box.focus();
  }

  function following(work) {
    const follow = atEnd() && !calm.is();
    work();
    if (follow) toEnd();
    else moved();
  }

  function toEnd() {
    stick = true;
    box.scrollTop = box.scrollHeight;
    moved();
    fresh = 0;
    jump.hidden = true;
  }

  // For the room

  /** Answers whether the line is to be drawn anew. */
  function arrived(message) {
    let isNew = false;
    const mine = log.isMine(message);
    if (mine) {
      const before = log.messages.get(last);
      last = message.id;
      if (before && before.id !== message.id) draw(before);
    } else if (document.hidden && on.readTo() > newAfter) {
      newAfter = on.readTo();
      isNew = true;
    }
    if (!mine && !atEnd() && !calm.is()) offer(fresh + 1);
    return isNew;
  }

  /** The way to the new words below. */
  function offer(count) {
    fresh = count;
    jump.lastChild.textContent = say(fresh === 1 ? 'new_one' : 'new_many', { n: fresh });
    jump.hidden = false;
  }

  const unread = () => Array.from(log.messages.values()).filter((one) => one.seq > newAfter && !log.isMine(one) && items.has(one.id));

  /** One line, above the first of others that was not read. It stays there, also when that is read. */
  function drawLine() {
    const old = list.querySelector('.new');
    if (old) old.remove();
    const first = newAfter && unread()[0];
    if (!first) return;
    const item = items.get(first.id);
    const line = make('li', 'new', make('span', '', say('new_line')));
    line.dataset.at = item.dataset.at;
    item.before(line);
  }

  /** On coming in: to where one stopped reading, if that is above the screen. */
  function toNew() {
    const line = list.querySelector('.new');
    if (!line || line.getBoundingClientRect().top >= box.getBoundingClientRect().top) return;
    stick = false;
    line.scrollIntoView();
    offer(unread().length);
  }

  function draw(message, at) {
    swap(message.id, messageRow(message, on.entry(message)), at || Date.parse(message.said_at));
  }

  function message(one) {
    following(() => {
      const known = items.get(one.id);
      const isNew = !known && arrived(one);
      draw(one, known ? 0 : Math.max(now(), Date.parse(one.said_at)));
      if (isNew) drawLine();
      if (!known && !log.isMine(one)) calm.came(items.get(one.id), name(one));
    });
  }

  /** An own message that stands outside the log, or its end. An answer shows its top. */
  function own(entry) {
    const id = entry.client_id;
    const old = items.get(id);
    following(() => {
      const place = placeOf(entry, log);
      if (place === 'way') swap(id, sendingRow(entry), 0);
      else if (place === 'own') swap(id, ownRow(entry), entry.at);
      else drop(id);
      const said = log.messages.get(entry.message);
      if (said) draw(said);
    });
    if (old && old.dataset.at === 'Infinity' && items.has(id) && atEnd()) {
      items.get(id).scrollIntoView();
      moved();
    }
  }

  function reset(entries) {
    const seen = new Set(items.keys());
    items.forEach((item, id) => { if (item.classList.contains('is-waiting')) seen.delete(id); });
    calm.quietly(() => {
      while (list.lastElementChild !== top) list.lastElementChild.remove();
      items.clear();
      let at = 0;
      log.messages.forEach((message) => {
        at = Math.max(at, Date.parse(message.said_at));
        draw(message, at);
        if (calm.is() && !seen.has(message.id) && !log.isMine(message)) calm.came(items.get(message.id), name(message));
      });
      entries.forEach(own);
      drawLine();
      top.hidden = !log.more;
      if (!calm.is()) toEnd();
    });
  }

  /** Older words above, without moving what is being read. */
  function older(found) {
    calm.quietly(() => {
      const height = box.scrollHeight;
      found.slice().reverse().forEach((message) => draw(message, 1));
      drawLine();
      box.scrollTop += box.scrollHeight - height;
      moved();
      top.hidden = !log.more;
    });
  }

  function note(sign, text, at) {
    const item = make('li', 'note', icon(sign), make('span', '', text));
    following(() => {
      place(item, Math.max(now(), at || 0));
      calm.came(item);
    });
  }

  function wipe() {
    list.textContent = '';
    items.clear();
  }

  jump.addEventListener('click', () => {
    if (on.readTo() > newAfter) { // the line stands above words that were read meanwhile
      newAfter = on.readTo();
      drawLine();
    }
    const line = list.querySelector('.new');
    if (line && line.getBoundingClientRect().top > box.getBoundingClientRect().bottom) line.scrollIntoView();
    else toEnd();
    jump.hidden = true;
    box.focus();
  });
  box.addEventListener('scroll', () => {
    if (wasScrolled()) document.dispatchEvent(new CustomEvent('samecircle:reading'));
    if (box.clientHeight === height) stick = atEnd(); // else it is the box that moved
    if (stick) {
      fresh = 0;
      jump.hidden = true;
      on.seen();
    }
    if (box.scrollTop < 200 && log.more) on.older();
  });

  const none = root.querySelector('[data-none]');
  const empty = new MutationObserver(() => { none.hidden = Boolean(list.querySelector('.msg, .note:not(.end)')); });
  if (none) empty.observe(list, { childList: true });
  new ResizeObserver(() => { height = box.clientHeight; if (stick) toEnd(); }).observe(box);

  return { message, under, own, drop, reset, older, note, wipe, toEnd, toNew, atEnd };
}
