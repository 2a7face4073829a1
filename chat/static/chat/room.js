// The room's page: wires line, log, outbox and elements together. Contract: README.md beside this file.

import { createSeal } from '../config/js/seal.js';
import { createCalm } from './room/calm.js';
import { createCircle } from './room/circle.js';
import { createChime, createEnding } from './room/ending.js';
import { createFlow } from './room/flow.js';
import { createLink } from './room/link.js';
import { createLog, idOf } from './room/log.js';
import { createMore } from './room/more.js';
import { createOutbox, newId } from './room/outbox.js';
import { createPage } from './room/page.js';
import { createReading } from './room/reading.js';
import { createSupport } from './room/support.js';
import { createTyping } from './room/typing.js';
import { createView } from './room/view.js';
import { createClock, createWords } from './room/words.js';

const HELP_WAIT = 5000;
const DRAFT_WAIT = 400;
const TOLD_AFTER = 800;
const DRAIN_TOLD_AFTER = 10000;
const LONGEST_TIMER = 3600000;

const root = document.getElementById('room');
const data = Object.assign({}, root.dataset);
root.removeAttribute('data-seal-key');

const json = (id) => JSON.parse(document.getElementById(id).textContent);
const random = (bytes) => crypto.getRandomValues(bytes);
const uuid = () => newId(random);
const bound = (name) => (...args) => window[name](...args);
const env = {
  WebSocket: window.WebSocket, AbortController: window.AbortController, fetch: bound('fetch'),
  setTimeout: bound('setTimeout'), clearTimeout: bound('clearTimeout'), random: Math.random, now: Date.now,
};
const clock = createClock(data.now, Date.now);
const words = createWords(json('room-words'), data.lang, data.tz);

/** Storage may be closed to us: then nothing is kept. */
function shelf(name) {
  try {
    return window[name];
  } catch (error) {
    return null;
  }
}
const store = shelf('localStorage');
const perTab = shelf('sessionStorage');

/** While a page is alive its tab's name is not in the storage: a copied tab gets its own. */
function takeTab() {
  const tab = (perTab && perTab.getItem('sc.tab')) || uuid();
  if (perTab) {
    perTab.removeItem('sc.tab');
    window.addEventListener('pagehide', () => perTab.setItem('sc.tab', tab));
  }
  return tab;
}

const supporters = ({ dataset }) => ({ kind: dataset.kind, members: dataset.members.split(' ') });

/** The words that the server wrote into the page, as messages. */
function written() {
  return Array.from(root.querySelectorAll('[data-message]'), (item) => {
    const { message: id, client: client_id, author, state, by, seq, until: shown_until } = item.dataset;
    const { textContent: body, lang } = item.querySelector('.msg-text') || { textContent: '' };
    const reactions = Array.from(item.querySelectorAll('[data-kind]'), supporters);
    return { id, client_id, author, state, by, seq: Number(seq), shown_until, body, lang, reactions, said_at: item.querySelector('time').dateTime };
  });
}

/** A page of older words is not where the log goes on from. */
const isOlder = location.search.includes('before=');

const log = createLog({
  me: data.me, members: json('room-members'), can: data.can.split(' '), messages: isOlder ? [] : written(), here: data.hereIds.split(' '),
  cursor: data.epoch && !isOlder ? { epoch: data.epoch, seq: Number(data.head) } : null, more: Boolean(data.more),
  monitor: Boolean(data.monitorHere), session: json('room-session'),
});
let shownCan = data.can;
let seal = null;
let [outbox, link, flow, lineTimer, endTimer, draftTimer, unsealed, loading, helpId, report] = [];

const regions = { status: document.getElementById('said'), alert: root.querySelector('[data-told]') };

/** For screen readers; `now`: not later than what they are at. The regions stand in the page from its start. */
function announce(text, now) {
  regions[now ? 'alert' : 'status'].textContent = text;
}

const more = createMore({ root, words, log });
const calm = createCalm({ root, words, announce });
const chime = createChime(window.AudioContext || window.webkitAudioContext);

const page = createPage({
  root, words, log, announce, now: clock.now,
  on: {
    say: (said) => { outbox.say(Object.assign({ lang: data.lang }, said)); view.toEnd(); },
    draft: keepDraft, newId: uuid, wrote: (isThere) => { if (log.can.has('typing')) typing.wrote(isThere); },
  },
});
const circle = createCircle({ root, words, log, now: clock.now, ask, confirm: more.confirm });
const send = (frame) => link.send(frame);
const reading = createReading({
  env, head: () => (log.cursor ? log.cursor.seq : 0), from: Number(data.read),
  send: (frame) => log.me !== 'monitor' && send(frame),
  isLooking: () => Boolean(flow) && !document.hidden && !calm.is() && view.atEnd(),
});
const typing = createTyping({ env, send, show: circle.writing });
const support = createSupport({
  words, log, redraw: (message) => view.under(message),
  react: (message, kind, on) => ask({ type: 'react', message: message.id, kind, on }),
});
const keeps = Boolean(window.crypto && crypto.subtle && data.sealKey);
let isCut = false; // and it is told: what waits is shown as waiting
const view = createView({
  support, calm, root, words, log, lang: data.lang, now: clock.now, mineUrl: data.mine, keeps, isCut: () => isCut,
  on: {
    entry: (message) => outbox && outbox.all().find((entry) => entry.message === message.id),
    older, change, drop: (entry) => more.confirm('drop', () => outbox.discard(entry.client_id)),
    anyway: (entry) => outbox.anyway(entry.client_id),
    again: (entry) => outbox.again(entry.client_id),
    withdraw: (it) => more.confirm('withdraw', () => ask({ type: 'withdraw', message: it.message || it.id })),
    report: askReport, readTo: reading.upTo, seen: reading.look,
  },
});

function seats() {
  page.presence();
  circle.draw();
}

let wasOn = isOn();

function isOn() {
  return ['open', 'paused'].includes(Object(log.session).state);
}

function session() {
  page.session();
  if (wasOn && !isOn()) announce(page.over(), true);
  wasOn = isOn();
  page.composer();
  circle.draw();
  ending.look();
}

const ending = createEnding({
  env, now: clock.now,
  endsAt() {
    return isOn() && log.session.ends_at ? Date.parse(log.session.ends_at) : null;
  },
  draw: (left) => page.ending(left, false),
  tell(left) {
    const text = page.endWords(left);
    page.ending(left, true);
    announce(text, true);
    document.dispatchEvent(new CustomEvent('samecircle:said', { detail: text }));
    chime.ring();
  },
});

/** Hand a frame to the line, or say that there is none just now. */
function ask(frame) {
  if (send(frame)) return true;
  page.notice({ code: 'line', text: words.say('line_down') });
  return false;
}

function change(entry) {
  const isKept = entry.state === 'returned';
  page.edit(entry.body, { replaces: isKept ? entry.message : entry.replaces });
  if (!isKept) outbox.discard(entry.client_id);
}

/** Each text is sealed a moment after its last letter, and at once when the page goes away. */
function keepDraft(what) {
  clearTimeout(draftTimer);
  if (!seal) return;
  unsealed = () => (what ? seal.save('draft', what) : seal.drop('draft'));
  draftTimer = setTimeout(sealDraft, what ? DRAFT_WAIT : 0);
}

function sealDraft() {
  clearTimeout(draftTimer);
  const work = unsealed;
  unsealed = null;
  return work ? work() : Promise.resolve();
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

function askReport(message, name) {
  report = uuid();
  more.report(name, (said) => {
    const frame = Object.assign({ type: 'report', client_id: report, message: message.id }, said);
    more.reported(words.say(send(frame) ? 'report_sending' : 'line_down'));
  });
}

// Frames

const show = {
  ready() { page.readers(); more.readers(); show.members(); session(); mayChanged(); reading.again(); },
  reset() { view.reset(outbox.all()); session(); },
  message(message) { view.message(message); typing.forget(idOf(message.author)); },
  expired(ids) { ids.forEach(view.drop); },
  members() { seats(); more.knowSeats(seats); },
  present: seats,
  reaction: view.under,
  session(event) {
    const note = circle.note(event);
    if (note) view.note(note[0], note[1], Date.parse(event.at));
    session();
  },
};

/** What one may do has changed: what stands under the words follows. */
function mayChanged() {
  const can = Array.from(log.can).sort().join(' ');
  if (can !== shownCan) log.messages.forEach(view.under);
  shownCan = can;
}

const other = {
  done(frame) {
    if (frame.for === 'help') page.helper(frame.text, true);
    else more.reported(frame.text, true);
  },
  error(frame) {
    if (frame.client_id && frame.client_id === report) more.reported(frame.text);
    else page.notice({ code: 'error', text: frame.text });
    session();
  },
  notice(frame) {
    if (frame.code.startsWith('posting.')) page.why(frame);
    else if (frame.code === 'help.answered') page.answered(frame.text);
    else if (frame.code === 'help.waits') page.helper(frame.text, true);
    else if (frame.code.startsWith('monitor')) log.monitor = true;
    else if (!frame.retry_after) page.notice(frame);
  },
  typing: (frame) => typing.heard(frame),
};

function take(frame) {
  flow.take(frame);
  hideEnded();
  reading.look();
}

/** Words leave at the end of their time, whatever the line does. */
function hideEnded() {
  clearTimeout(endTimer);
  log.expire(clock.now()).forEach(view.drop);
  endTimer = setTimeout(hideEnded, Math.min(LONGEST_TIMER, Math.max(50, log.nextEnd() - clock.now())));
}

// The line

function wipe() {
  view.wipe();
  page.wipe();
  typing.clear();
  if (outbox) outbox.wipe();
}

/** What was typed is sealed before the page goes. */
function leave(url) {
  const go = () => location.replace(url);
  const kept = sealDraft();
  wipe();
  kept.then(go, go);
}

const ends = {
  signed_out: () => leave(data.signIn),
  gone: () => leave(data.home),
  broken: () => page.line(words.say('line_broken'), { text: words.say('load_again'), work: () => location.reload() }),
  elsewhere: () => page.line(words.say('line_elsewhere'), { text: words.say('use_here'), work: () => link.start() }),
};

/** A short loss is not told, nor is a restart: the line is back before anybody has read it. */
function lineState(name, detail) {
  const patience = detail.draining ? detail.delay + DRAIN_TOLD_AFTER : TOLD_AFTER;
  if (name === 'connecting') return;
  if (name === 'waiting') {
    if (detail.limited) page.line(words.say('line_limited'));
    else lineTimer = lineTimer || setTimeout(lineIsCut, patience);
    return;
  }
  clearTimeout(lineTimer);
  lineTimer = null;
  if (ends[name]) {
    ends[name]();
    return;
  }
  lineIsBack();
  outbox.flush(true);
  gather();
}

/** What happened, what is kept, what to do. A device without a network knows it before its line does. */
function lineIsCut() {
  isCut = true;
  page.line(words.say(navigator.onLine === false ? 'line_offline' : 'line_lost') + ' ' + words.say(keeps ? 'line_kept' : 'line_open'));
  redrawWaiting();
}

function lineIsBack() {
  page.line('');
  if (!isCut) return;
  isCut = false;
  announce(words.say('line_back'));
  redrawWaiting();
}

function redrawWaiting() {
  outbox.all().filter((entry) => entry.state === 'sending').forEach(view.own);
}

/** Words that another tab left on the device go by this line, which is up. */
async function gather() {
  if (!seal || !link.isUp()) return;
  outbox.adopt(await seal.load());
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

function askHelp(event) {
  const form = document.getElementById('help-form');
  helpId = helpId || form.elements.client_id.value || uuid();
  form.elements.client_id.value = helpId;
  if (!send({ type: 'help', client_id: helpId })) return;
  event.preventDefault();
  event.target.classList.add('is-busy');
  setTimeout(() => { if (!root.querySelector('[data-helper-send]').hidden) form.submit(); }, HELP_WAIT);
}

function listen() {
  document.addEventListener('visibilitychange', () => {
    hideEnded();
    if (document.hidden) {
      sealDraft();
      reading.leave();
    } else {
      link.awake();
    }
    reading.look();
  });
  document.addEventListener('click', reading.look); // words that waited may be on the screen now
  window.addEventListener('pagehide', reading.leave);
  window.addEventListener('pagehide', sealDraft);
  window.addEventListener('offline', () => { lineTimer = lineTimer || setTimeout(lineIsCut, TOLD_AFTER); });
  window.addEventListener('online', () => {
    if (link.isUp()) lineIsBack();
    clearTimeout(lineTimer);
    lineTimer = null;
    link.awake();
  });
  window.addEventListener('storage', (event) => { if (seal && seal.holds(event.key)) gather(); });
  window.addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
  document.addEventListener('samecircle:locking', () => { sealDraft(); link.stop(); wipe(); });
  root.classList.add('is-live');
  root.querySelectorAll('[data-sound]').forEach((each) => {
    each.hidden = false;
    each.addEventListener('click', () => more.sound(chime.turn()));
  });
  root.querySelector('[data-ending-close]').addEventListener('click', (event) => { event.target.closest('.bar').hidden = true; });
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

/** A text that was sent just before the page went away is no draft any more. */
function restoreDraft(found) {
  if (found && outbox.knows(found.client_id)) seal.drop('draft');
  else page.restore(found);
}

async function start() {
  const subtle = window.crypto && crypto.subtle;
  seal = await createSeal({ subtle, store, keyText: data.sealKey, writer: data.writer, shelf: data.room, now: clock.now, random });
  const sealed = seal ? await seal.load() : {};
  link = createLink({
    urls: { socket: location.origin.replace(/^http/, 'ws') + data.socket, events: data.events, frames: data.frames },
    csrf: data.csrf, tab: takeTab(), cursor: () => log.cursor, quarter: () => log.limits.window / 4, memory, env,
    on: { frame: take, state: lineState },
  });
  outbox = createOutbox({
    seal, uuid, send, now: clock.now, mayPost: () => log.can.has('post'), changed: view.own,
  });
  flow = createFlow({ log, outbox, link: () => link, clock, env, show, other });
  outbox.restore(json('room-own'), sealed);
  flow.settle();
  view.reset(outbox.all());
  view.toNew();
  if (data.whyWords) page.why({ text: data.whyWords });
  page.presence();
  session();
  restoreDraft(sealed.draft);
  listen();
  hideEnded();
  setInterval(outbox.tick, 5000);
  setInterval(page.session, 30000);
  link.start();
}

start();
