// The room's page: wires line, log, outbox and elements together. Contract: README.md beside this file.

import { createLink } from './room/link.js';
import { createLog, idOf } from './room/log.js';
import { createMore } from './room/more.js';
import { createOutbox, createSeal, newId } from './room/outbox.js';
import { createPage } from './room/page.js';
import { createView } from './room/view.js';
import { createClock, createWords } from './room/words.js';

const GRACE = 2000;
const HELP_WAIT = 5000;
const DRAFT_WAIT = 400;
const TOLD_AFTER = 800;
const LONGEST_TIMER = 3600000;

const root = document.getElementById('room');
const data = Object.assign({}, root.dataset);
root.removeAttribute('data-seal-key');

const json = (id) => JSON.parse(document.getElementById(id).textContent);
const random = (bytes) => crypto.getRandomValues(bytes);
const uuid = () => newId(random);
const clock = createClock(data.now, Date.now);
const words = createWords(json('room-words'), data.lang, data.tz);

/** Storage may be closed to us; then nothing is kept, and nothing breaks. */
function shelf(name) {
  try {
    return window[name];
  } catch (error) {
    return null;
  }
}
const store = shelf('localStorage');
const perTab = shelf('sessionStorage');

/** While a page is alive its tab's name is not in the storage, so a copied tab gets a name of its own. */
function takeTab() {
  const tab = (perTab && perTab.getItem('sc.tab')) || uuid();
  if (perTab) {
    perTab.removeItem('sc.tab');
    window.addEventListener('pagehide', () => perTab.setItem('sc.tab', tab));
  }
  return tab;
}

/** The words that the server wrote into the page, as messages. */
function written() {
  return Array.from(root.querySelectorAll('[data-message]'), (item) => ({
    id: item.dataset.message, client_id: item.dataset.client, author: item.dataset.author, state: item.dataset.state,
    by: item.dataset.by, seq: Number(item.dataset.seq), shown_until: item.dataset.until,
    said_at: item.querySelector('time').dateTime,
    body: (item.querySelector('.msg-text') || { textContent: '' }).textContent,
  }));
}

/** A page of older words is not where the log goes on from. */
const isOlder = location.search.includes('before=');

const log = createLog({
  me: data.me, members: json('room-members'), can: data.can.split(' '), messages: isOlder ? [] : written(), here: data.hereIds.split(' '),
  cursor: data.epoch && !isOlder ? { epoch: data.epoch, seq: Number(data.head) } : null, more: Boolean(data.more),
  monitor: Boolean(data.monitorHere), session: data.sessionState ? { state: data.sessionState, ends_at: data.sessionEnds } : null,
});
let outbox;
let seal = null;
let link;
let lineTimer = null;
let behindTimer;
let endTimer;
let draftTimer;
let loading = false;
let helpId = null;
let report = null;

const more = createMore({ root, words, log });

const page = createPage({
  root, words, log, now: clock.now,
  on: { say: (said) => { outbox.say(Object.assign({ lang: data.lang }, said)); view.looked(); view.toEnd(); }, draft },
});
const view = createView({
  root, words, log, now: clock.now, mineUrl: data.mine, keeps: Boolean(window.crypto && crypto.subtle && data.sealKey),
  on: {
    entry: (message) => outbox && outbox.all().find((entry) => entry.message === message.id),
    older, change, drop: (entry) => more.confirm('drop', () => outbox.discard(entry.client_id)),
    anyway: (entry) => outbox.anyway(entry.client_id),
    withdraw: (it) => more.confirm('withdraw', () => ask({ type: 'withdraw', message: it.message || it.id })),
    report: askReport,
  },
});

const seats = () => more.knowSeats(page.presence);

/** Hand a frame to the line, or say that there is none just now. */
function ask(frame) {
  if (!link.send(frame)) page.notice({ code: 'line', text: words.say('line_down') });
}

function change(entry) {
  const isKept = entry.state === 'returned';
  page.edit(entry.body, { replaces: isKept ? entry.message : entry.replaces });
  if (!isKept) outbox.discard(entry.client_id);
}

function draft(what) {
  clearTimeout(draftTimer);
  if (seal) draftTimer = setTimeout(() => (what ? seal.save('draft', what) : seal.drop('draft')), what ? DRAFT_WAIT : 0);
}

async function older() {
  if (loading || !log.more) return;
  loading = true;
  try {
    const url = data.older + '?limit=50&before=' + log.oldest();
    const answer = await (await fetch(url, { credentials: 'same-origin' })).json();
    view.older(log.older(answer.messages, answer.more));
  } catch (error) { /* The next scroll asks again. */ }
  loading = false;
}

function askReport(message) {
  const member = log.members.get(idOf(message.author));
  report = uuid();
  more.report(member ? member.alias : words.say('someone'), (said) => {
    const frame = Object.assign({ type: 'report', client_id: report, message: message.id }, said);
    more.reported(words.say(link.send(frame) ? 'report_sending' : 'line_down'));
  });
}

// Frames

const NOTES = {
  session_opened: ['circle', 'note_opened'], posting_paused: ['pause', 'note_paused'],
  posting_resumed: ['play', 'note_resumed'], session_closed: ['circle', 'note_closed'],
};
const changes = {
  ready() { page.readers(); page.session(); page.presence(); page.composer(); seats(); outbox.flush(); },
  reset() { view.reset(outbox.all()); page.session(); },
  message(message) {
    view.message(message);
    if (log.isMine(message)) outbox.arrived(message);
  },
  expired(ids) { ids.forEach(view.drop); },
  members() { page.presence(); seats(); },
  present: page.presence,
  session(event) {
    const [sign, key] = NOTES[event.kind];
    view.note(sign, words.say(key, { time: words.time(event.at) }), Date.parse(event.at));
    page.session();
    page.composer();
  },
};

const others = {
  posted: (frame) => outbox.posted(frame),
  done(frame) {
    if (frame.for === 'help') page.helper(frame.text, true);
    else more.reported(frame.text, true);
  },
  error(frame) {
    if (frame.client_id && frame.client_id === report) more.reported(frame.text);
    else if (frame.client_id && outbox.get(frame.client_id)) outbox.error(frame);
    else page.notice({ code: 'error', text: frame.text });
    page.session();
  },
  notice(frame) {
    if (frame.code.startsWith('posting.')) page.why(frame);
    else if (frame.code === 'help.answered') page.answered(frame.text);
    else if (frame.code === 'help.waits') page.helper(frame.text, true);
    else if (frame.code.startsWith('monitor')) log.monitor = true;
    else page.notice(frame);
  },
};

function take(frame) {
  if (others[frame.type]) others[frame.type](frame);
  const was = log.cursor;
  const result = log.apply(frame);
  if (frame.type === 'events' && frame.events.length) clock.see(frame.events[frame.events.length - 1].at);
  result.changes.forEach(([name, what]) => changes[name](what));
  if (log.cursor !== was) link.applied();
  if (result.ask) link.ask();
  clearTimeout(behindTimer);
  if (result.behind) behindTimer = setTimeout(link.ask, GRACE);
  hideEnded();
}

/** Words leave the page at the end of their time, whatever the line does. */
function hideEnded() {
  clearTimeout(endTimer);
  log.expire(clock.now()).forEach(view.drop);
  endTimer = setTimeout(hideEnded, Math.min(LONGEST_TIMER, Math.max(50, log.nextEnd() - clock.now())));
}

// The line

function wipe() {
  view.wipe();
  page.wipe();
  if (outbox) outbox.wipe();
}

function leave(url) {
  wipe();
  location.replace(url);
}

const ends = {
  signed_out: () => leave(data.signIn),
  gone: () => leave(data.home),
  broken: () => page.line(words.say('line_broken'), { text: words.say('load_again'), work: () => location.reload() }),
  elsewhere: () => page.line(words.say('line_elsewhere'), { text: words.say('use_here'), work: () => link.start() }),
};

/** A short loss is not told: most lines are back before anybody has read it. */
function lineState(name, detail) {
  if (name === 'waiting' && detail.limited) page.line(words.say('line_limited'));
  else if (name === 'waiting') lineTimer = lineTimer || setTimeout(() => page.line(words.say('line_lost')), TOLD_AFTER);
  if (name === 'waiting' || name === 'connecting') return;
  clearTimeout(lineTimer);
  lineTimer = null;
  if (ends[name]) {
    ends[name]();
    return;
  }
  page.line('');
  outbox.flush();
}

const memory = {
  get: () => (store && store.getItem('sc.transport')) || '',
  set(value) {
    if (!store || memory.get() === value) return;
    if (value) store.setItem('sc.transport', value);
    else store.removeItem('sc.transport');
  },
};

function createLine() {
  const bound = (name) => (...args) => window[name](...args);
  return createLink({
    urls: { socket: location.origin.replace(/^http/, 'ws') + data.socket, events: data.events, frames: data.frames },
    csrf: data.csrf, tab: takeTab(), cursor: () => log.cursor, quarter: () => log.limits.window / 4, memory,
    env: {
      WebSocket: window.WebSocket, AbortController: window.AbortController, fetch: bound('fetch'),
      setTimeout: bound('setTimeout'), clearTimeout: bound('clearTimeout'), random: Math.random, now: Date.now,
    },
    on: { frame: take, state: lineState },
  });
}

function askHelp(event) {
  const form = document.getElementById('help-form');
  helpId = helpId || form.elements.client_id.value || uuid();
  form.elements.client_id.value = helpId;
  if (!link.send({ type: 'help', client_id: helpId })) return;
  event.preventDefault();
  event.target.classList.add('is-busy');
  setTimeout(() => { if (!root.querySelector('[data-helper-send]').hidden) form.submit(); }, HELP_WAIT);
}

function listen() {
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return;
    hideEnded();
    link.awake();
  });
  window.addEventListener('online', () => link.awake());
  window.addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
  document.addEventListener('samecircle:locking', () => { link.stop(); wipe(); });
  root.querySelectorAll('[data-do]').forEach((each) => each.addEventListener('click', () => {
    const act = () => { each.classList.add('is-busy'); ask({ type: each.dataset.do }); };
    if (each.dataset.do === 'close_session') more.confirm('close_session', act);
    else act();
  }));
  root.querySelectorAll('[data-names]').forEach((each) => {
    each.hidden = false;
    each.addEventListener('click', more.people);
  });
  root.querySelector('[data-older] a').addEventListener('click', (event) => { event.preventDefault(); older(); });
  const help = root.querySelector('[data-helper-send]');
  if (!help) return;
  root.querySelector('a[data-help]').addEventListener('click', (event) => { event.preventDefault(); page.helper('', false); });
  root.querySelector('[data-helper-stay]').addEventListener('click', page.hideHelper);
  help.addEventListener('click', askHelp);
}

async function start() {
  const subtle = window.crypto && crypto.subtle;
  seal = await createSeal({ subtle, store, keyText: data.sealKey, writer: data.writer, room: data.room, now: clock.now, random });
  const sealed = seal ? await seal.load() : {};
  link = createLine();
  outbox = createOutbox({
    seal, uuid, now: clock.now, send: (frame) => link.send(frame), mayPost: () => log.can.has('post'), changed: view.own,
  });
  outbox.restore(json('room-own'), sealed);
  view.reset(outbox.all());
  if (data.whyWords) page.why({ text: data.whyWords });
  page.session();
  page.presence();
  page.composer();
  page.restore(sealed.draft);
  listen();
  hideEnded();
  setInterval(outbox.tick, 5000);
  setInterval(page.session, 30000);
  link.start();
}

start();
