// The line to the server: a WebSocket, or long-polling where networks cut those. Of what frames mean it knows `ready` and
// `notice` alone. Everything outside comes in by `env`, so tests own the clock.

const HELLO_WAIT = 10000;
const OPEN_WAIT = 10000;
const OPEN_WAIT_REMEMBERED = 4000;
const PING = 25000;
const QUIET = 45000;
const WATCH = 5000;
const HEALTHY = 30000;
const LONGEST = 20000;
const SOCKET_AGAIN = 600000;
const DRAIN = 120000;
const POLL_LIMIT = 45000;
const POST_LIMIT = 20000;
const PROBE = 5000;
const APPLIED = 5000;
const LIMITED = 10;

/** What ends the line for good, by close code and by the status that mirrors it. */
const ENDS = { 4400: 'broken', 4401: 'signed_out', 4403: 'gone', 4404: 'gone', 4409: 'elsewhere',
  401: 'signed_out', 403: 'gone', 404: 'gone', 409: 'elsewhere' };
const DRAINS = [1001, 1012, 1013, 503];

export function createLink({ urls, csrf, tab, cursor, quarter, memory, env, on }) {
  const timers = {};
  let mode = 'socket';
  let socket = null;
  let up = false;
  let ended = null;
  let attempt = 0;
  let failedOpens = 0;
  let openedAt = 0;
  let drainUntil = 0;
  let heardAt = 0;
  let retryAfter = 0;
  let restart = 0; // s over which the clients of a server that goes away come back
  let limitedUntil = 0;
  let round = 0;
  let tag = '';
  let polling = null;
  let posts = Promise.resolve();
  let told = null;
  let trial = false;

  function set(name, ms, work) {
    env.clearTimeout(timers[name]);
    timers[name] = env.setTimeout(() => { delete timers[name]; work(); }, ms);
  }

  function clear(...names) {
    names.forEach((name) => { env.clearTimeout(timers[name]); delete timers[name]; });
  }

  const heard = () => { heardAt = env.now(); };
  const draining = () => env.now() < drainUntil;

  function state(name, detail) {
    up = name === 'up';
    on.state(name, detail || {});
  }

  function isUp() {
    if (!up) state('up', { mode });
    if (!timers.healthy) set('healthy', HEALTHY, () => { attempt = 0; });
  }

  function take(frame) {
    if (ended === 'stopped') return; // an answer to a post that was on its way when the page was wiped
    if (frame.type === 'notice' && frame.code === 'line.restart') drain(frame.retry_after);
    else if (frame.type === 'notice' && frame.retry_after) retryAfter = frame.retry_after;
    on.frame(frame);
  }

  /** The server goes away; `window` in s, within which its clients come back, each at its own moment. */
  function drain(window) {
    restart = window || 0;
    drainUntil = env.now() + DRAIN + restart * 1000;
  }

  // Waiting and ending

  function later() {
    clear('healthy');
    const most = restart ? restart * 1000 : Math.min(LONGEST, 500 * Math.pow(2, attempt));
    const delay = env.random() * most;
    if (!restart) attempt += 1;
    restart = 0;
    state('waiting', { delay, draining: draining() });
    set('again', delay, connect);
  }

  function limited(seconds) {
    clear('healthy');
    limitedUntil = env.now() + seconds * 1000;
    state('waiting', { delay: seconds * 1000, limited: true });
    set('again', seconds * 1000, connect);
  }

  function end(name) {
    ended = name;
    hangUp();
    clear(...Object.keys(timers));
    state(name);
  }

  function hangUp() {
    round += 1;
    up = false;
    clear('open', 'hello', 'ping', 'poll', 'probe');
    if (polling) polling.abort();
    polling = null;
    const old = socket;
    socket = null;
    if (old) old.close(1000);
  }

  /** Whether this close or status ends the line or makes it wait by its own rule. */
  function special(code) {
    if (ENDS[code]) {
      end(ENDS[code]);
      return true;
    }
    if (code === 4429 || code === 429) {
      limited(retryAfter || LIMITED);
      retryAfter = 0;
      return true;
    }
    if (DRAINS.includes(code)) drain(restart);
    return false;
  }

  function connect() {
    if (ended) return;
    hangUp();
    if (mode === 'poll') poll(round);
    else open();
  }

  // WebSocket

  function open() {
    on.state('connecting', {});
    const line = { opened: false, ready: false };
    try {
      socket = new env.WebSocket(urls.socket, 'samecircle.v1');
    } catch (error) {
      lost(line, 0);
      return;
    }
    const mine = socket;
    const ours = (work) => (event) => { if (mine === socket) work(event); };
    mine.onopen = ours(() => opened(line, mine));
    mine.onmessage = ours((event) => received(line, mine, JSON.parse(event.data)));
    mine.onclose = ours((event) => { socket = null; up = false; lost(line, event.code); });
    set('open', memory.get() === 'poll' ? OPEN_WAIT_REMEMBERED : OPEN_WAIT, () => { hangUp(); lost(line, 0); });
  }

  function opened(line, mine) {
    clear('open');
    line.opened = true;
    openedAt = openedAt || env.now();
    heard();
    told = cursor();
    mine.send(JSON.stringify({ type: 'hello', tab, cursor: cursor() }));
    set('hello', HELLO_WAIT, () => { hangUp(); lost(line, 0); });
  }

  function received(line, mine, frame) {
    heard();
    if (frame.type === 'ready' && !line.ready) {
      line.ready = true;
      failedOpens = openedAt = drainUntil = restart = retryAfter = 0;
      trial = false;
      clear('hello', 'trial');
      memory.set('');
      ping(mine);
      take(frame);
      if (mine === socket) isUp();
      return;
    }
    if (line.ready || frame.type === 'notice' || frame.type === 'error') take(frame);
  }

  function ping(mine) {
    set('ping', PING, () => {
      if (mine !== socket) return;
      mine.send('{"type":"ping"}');
      ping(mine);
    });
  }

  function lost(line, code) {
    clear('open', 'hello', 'ping', 'probe');
    if (special(code)) return;
    if (trial) tryPolling(false);
    else if (blocked(line, code)) tryPolling(true);
    else later();
  }

  /** Whether this network seems to cut WebSockets: never while the server goes away or fails. */
  function blocked(line, code) {
    if (line.ready || code === 1011 || DRAINS.includes(code) || draining()) return false;
    if (line.opened) return env.now() - openedAt >= HELLO_WAIT;
    failedOpens += 1;
    return failedOpens >= 2;
  }

  // Long-polling

  function tryPolling(first) {
    mode = 'poll';
    tag = '';
    trial = false;
    set('trial', SOCKET_AGAIN, trySocket);
    hangUp();
    poll(round, first);
  }

  /** Every ten minutes the better line gets one chance; if it fails, polling goes on. */
  function trySocket() {
    mode = 'socket';
    trial = true;
    connect();
  }

  function pollUrl() {
    const at = cursor() || { epoch: '', seq: 0 };
    return urls.events + '?' + new URLSearchParams({ epoch: at.epoch, after: at.seq, state: tag, tab, wait: 25 });
  }

  async function get(mine) {
    const abort = new env.AbortController();
    polling = abort;
    set('poll', POLL_LIMIT, () => abort.abort());
    try {
      const answer = await env.fetch(pollUrl(), { credentials: 'same-origin', signal: abort.signal });
      const after = Number(answer.headers.get('Retry-After'));
      return { status: answer.status, after, body: answer.status === 200 ? await answer.json() : null };
    } catch (error) {
      return { status: 0 };
    } finally {
      if (mine === round) clear('poll');
    }
  }

  async function poll(mine, first) {
    const began = env.now();
    const answer = await get(mine);
    if (mine !== round) return;
    if (answer.status !== 200) {
      pollFailed(answer, first);
      return;
    }
    heard();
    drainUntil = restart = 0;
    memory.set('poll');
    tag = answer.body.state;
    for (const frame of answer.body.frames) {
      take(frame);
      if (mine !== round) return;
    }
    isUp();
    const tooQuick = !answer.body.frames.length && env.now() - began < 1000;
    set('again', tooQuick ? 1000 : 0, () => poll(mine));
  }

  function pollFailed(answer, first) {
    if (answer.after && answer.status === 503) restart = answer.after;
    else if (answer.after) retryAfter = answer.after;
    if (special(answer.status)) return;
    if (first) {
      mode = 'socket';
      clear('trial');
    }
    later();
  }

  async function postOne(frame) {
    const abort = new env.AbortController();
    const limit = env.setTimeout(() => abort.abort(), POST_LIMIT);
    const headers = { 'Content-Type': 'application/json', 'X-CSRFToken': csrf };
    const about = { method: 'POST', credentials: 'same-origin', headers, signal: abort.signal };
    try {
      const answer = await env.fetch(urls.frames, Object.assign(about, { body: JSON.stringify(frame) }));
      const text = answer.status === 204 ? '' : await answer.text();
      const reply = text.startsWith('{') ? JSON.parse(text) : null;
      if (reply && reply.type) take(reply);
      else if (answer.status >= 400) refused(frame, answer);
    } catch (error) { /* Nothing was heard: the outbox sends it again with the same client_id. */ }
    env.clearTimeout(limit);
  }

  function refused(frame, answer) {
    if (answer.status === 429) {
      const after = Number(answer.headers.get('Retry-After')) || LIMITED;
      on.frame({ type: 'error', code: 'rate.limited', text: '', client_id: frame.client_id, retry_after: after });
    } else if (ENDS[answer.status]) {
      end(ENDS[answer.status]);
    }
  }

  // For the room

  /** True if the frame was handed to a line that is up; that it arrived, only its answer says. */
  function send(frame) {
    if (!up || ended) return false;
    if (mode === 'poll') posts = posts.then(() => postOne(frame));
    else socket.send(JSON.stringify(frame));
    return true;
  }

  /** How far the log is ahead of what was told; all of it after a change of epoch. */
  function untold(at) {
    if (!told || told.epoch !== at.epoch || at.seq < told.seq) return at.seq || 1;
    return at.seq - told.seq;
  }

  function tellApplied() {
    clear('applied');
    const at = cursor();
    if (!up || mode !== 'socket' || !at || !untold(at)) return;
    told = at;
    socket.send(JSON.stringify({ type: 'applied', seq: at.seq }));
  }

  /** The cursor moved: tell at every quarter of the window, or within 5 s. */
  function applied() {
    const at = cursor();
    if (mode !== 'socket' || !at) return;
    if (untold(at) >= quarter()) tellApplied();
    else if (!timers.applied) set('applied', APPLIED, tellApplied);
  }

  /** What came does not fit the log: ask anew. A line that is on its way asks anyhow. */
  function ask() {
    if (ended || timers.again || (mode === 'socket' && !up)) return;
    hangUp();
    later();
  }

  const isQuiet = () => up && env.now() - heardAt > QUIET;

  function watch() {
    set('watch', WATCH, () => {
      if (isQuiet() && mode === 'socket') reconnect();
      watch();
    });
  }

  function reconnect() {
    state('waiting', { delay: 0 });
    connect();
  }

  /** The page is looked at, or the network returned: a healthy line has to prove it. */
  function awake() {
    if (ended || env.now() < limitedUntil) return;
    if ((timers.again && !up) || isQuiet()) {
      reconnect();
    } else if (up && mode === 'socket') {
      const asked = env.now();
      socket.send('{"type":"ping"}');
      set('probe', PROBE, () => { if (up && heardAt < asked) reconnect(); });
    }
  }

  function start() {
    ended = null;
    tag = ''; // a poll that goes on is refused where another tab has the room: this one begins
    if (memory.get() === 'poll') failedOpens = 1;
    watch();
    connect();
  }

  function stop() {
    ended = 'stopped';
    hangUp();
    clear(...Object.keys(timers));
  }

  return { start, stop, send, applied, ask, awake, isUp: () => up, mode: () => mode };
}
