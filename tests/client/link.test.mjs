import assert from 'node:assert/strict';
import test from 'node:test';

import { createLink } from '../../chat/static/chat/room/link.js';
import { Clock, Polls, Sockets, answer, never } from './fakes.mjs';

const READY = { type: 'ready' };

function setUp({ polls = new Polls(never), remembered = '', random = 0.5 } = {}) {
  const clock = new Clock();
  const sockets = new Sockets();
  const frames = [];
  const states = [];
  const memory = { value: remembered, get: () => memory.value, set: (value) => { memory.value = value; } };
  const room = { cursor: { epoch: 'e', seq: 7 } };
  const link = createLink({
    urls: { socket: 'ws://x/ws', events: '/events', frames: '/frames' }, csrf: 'c', tab: 't', cursor: () => room.cursor,
    quarter: () => 64, memory,
    env: {
      WebSocket: sockets.Class, AbortController, fetch: polls.fetch, setTimeout: clock.setTimeout,
      clearTimeout: clock.clearTimeout, random: () => random, now: clock.now,
    },
    on: { frame: (frame) => frames.push(frame), state: (name, detail) => states.push([name, detail]) },
  });
  const up = () => { sockets.last.opens(); sockets.last.says(READY); };
  return { clock, sockets, frames, states, memory, link, room, polls, up, names: () => states.map(([name]) => name) };
}

test('hello is the first frame and carries tab and cursor', () => {
  const { link, sockets } = setUp();
  link.start();
  sockets.last.opens();
  assert.equal(sockets.last.protocol, 'samecircle.v1');
  assert.deepEqual(sockets.last.sent, [{ type: 'hello', tab: 't', cursor: { epoch: 'e', seq: 7 } }]);
});

test('nothing is handed to a line before ready', () => {
  const { link, up } = setUp();
  link.start();
  assert.equal(link.send({ type: 'post' }), false);
  up();
  assert.equal(link.send({ type: 'post' }), true);
});

test('a lost line is tried again with growing, jittered pauses up to 20 s', async () => {
  const { link, clock, sockets, states, up } = setUp({ random: 1 });
  link.start();
  up();
  for (const pause of [500, 1000, 2000, 4000, 8000, 16000, 20000]) {
    sockets.last.ends(1006);
    await clock.pass(pause);
    up();
  }
  const pauses = states.filter(([name]) => name === 'waiting').map(([, detail]) => detail.delay);
  assert.deepEqual(pauses, [500, 1000, 2000, 4000, 8000, 16000, 20000]);
});

test('pauses start small again only after 30 s of health', async () => {
  const { link, clock, sockets, states, up } = setUp({ random: 1 });
  const lastPause = () => states.filter(([name]) => name === 'waiting').pop()[1].delay;
  link.start();
  up();
  sockets.last.ends(1006);
  await clock.pass(500);
  up();
  await clock.pass(29000);
  sockets.last.ends(1006);
  assert.equal(lastPause(), 1000);
  await clock.pass(1000);
  up();
  await clock.pass(31000);
  sockets.last.ends(1006);
  assert.equal(lastPause(), 500);
});

test('a waiting line connects at once when the page is looked at', async () => {
  const { link, sockets, up } = setUp({ random: 1 });
  link.start();
  up();
  sockets.last.ends(1006);
  assert.equal(sockets.all.length, 1);
  link.awake();
  assert.equal(sockets.all.length, 2);
});

test('a line that says nothing for 45 s is replaced', async () => {
  const { link, clock, sockets, up } = setUp();
  link.start();
  up();
  await clock.pass(51000);
  assert.equal(sockets.all.length, 2);
  assert.equal(sockets.all[0].closed, true);
});

test('ping goes every 25 s', async () => {
  const { link, clock, sockets, up } = setUp();
  link.start();
  up();
  await clock.pass(25000);
  sockets.last.says({ type: 'pong' });
  await clock.pass(25000);
  assert.equal(sockets.last.sent.filter((frame) => frame.type === 'ping').length, 2);
});

for (const [code, state] of [[4400, 'broken'], [4401, 'signed_out'], [4403, 'gone'], [4404, 'gone'], [4409, 'elsewhere']]) {
  test(`close code ${code} ends the line as ${state}`, async () => {
    const { link, clock, sockets, names, up } = setUp();
    link.start();
    up();
    sockets.last.ends(code);
    await clock.pass(120000);
    assert.equal(names().pop(), state);
    assert.equal(sockets.all.length, 1);
    assert.equal(link.send({ type: 'ping' }), false);
  });
}

test('used here after it was opened elsewhere', () => {
  const { link, sockets, names, up } = setUp();
  link.start();
  up();
  sockets.last.ends(4409);
  link.start();
  up();
  assert.equal(names().pop(), 'up');
});

test('4408 reconnects with the cursor', async () => {
  const { link, clock, sockets, room, up } = setUp();
  link.start();
  up();
  room.cursor = { epoch: 'e', seq: 90 };
  sockets.last.ends(4408);
  await clock.pass(1000);
  sockets.last.opens();
  assert.equal(sockets.last.sent[0].cursor.seq, 90);
});

test('4429 waits for as long as the last notice says', async () => {
  const { link, clock, sockets, up } = setUp();
  link.start();
  up();
  sockets.last.says({ type: 'notice', code: 'rate.frames', text: '', retry_after: 30 });
  sockets.last.ends(4429);
  await clock.pass(29000);
  assert.equal(sockets.all.length, 1);
  await clock.pass(2000);
  assert.equal(sockets.all.length, 2);
});

const polled = (...frames) => answer(200, { frames, state: 'T1' });

test('two failed tries to open lead to polling, remembered once it worked', async () => {
  const polls = new Polls(polled(READY, { type: 'head', epoch: 'e', seq: 7 }), never);
  const { link, clock, sockets, frames, memory, names } = setUp({ polls });
  link.start();
  sockets.last.ends(1006);
  await clock.pass(1000);
  assert.equal(memory.value, '');
  sockets.last.ends(1006);
  await clock.pass(0);
  assert.equal(link.mode(), 'poll');
  assert.equal(memory.value, 'poll');
  assert.equal(names().pop(), 'up');
  assert.deepEqual(frames.map((frame) => frame.type), ['ready', 'head']);
  assert.match(polls.asked[0].url, /^\/events\?epoch=e&after=7&state=&tab=t&wait=25$/);
  assert.match(polls.asked[1].url, /state=T1/);
});

test('open without ready for 10 s leads to polling', async () => {
  const { link, clock, sockets } = setUp({ polls: new Polls(polled(READY), never) });
  link.start();
  sockets.last.opens();
  await clock.pass(10500);
  assert.equal(link.mode(), 'poll');
});

for (const code of [1012, 1013, 1001]) {
  test(`a server that goes away with ${code} never leads to polling`, async () => {
    const { link, clock, sockets, polls, up } = setUp({ polls: new Polls(polled(READY), never) });
    link.start();
    up();
    sockets.last.ends(code);
    for (let turn = 0; turn < 4; turn += 1) {
      await clock.pass(20000);
      sockets.last.ends(1006);
    }
    assert.equal(polls.asked.length, 0);
    assert.equal(link.mode(), 'socket');
  });
}

test('polling that is answered 503 is not fallen back to', async () => {
  const { link, clock, sockets, memory } = setUp({ polls: new Polls(answer(503)) });
  link.start();
  sockets.last.ends(1006);
  await clock.pass(1000);
  sockets.last.ends(1006);
  await clock.pass(1000);
  assert.equal(link.mode(), 'socket');
  assert.equal(memory.value, '');
  assert.equal(sockets.all.length, 3);
});

test('a device that polls stays with it through a 503', async () => {
  const polls = new Polls(polled(READY), answer(503), polled(), never);
  const { link, clock, sockets, names } = setUp({ polls, remembered: 'poll' });
  link.start();
  sockets.last.ends(1006);
  await clock.pass(30000);
  assert.equal(link.mode(), 'poll');
  assert.deepEqual(names(), ['connecting', 'up', 'waiting', 'up']);
});

test('the WebSocket is tried at each page load, also on a device that polls', async () => {
  const { link, sockets, up, memory } = setUp({ remembered: 'poll' });
  link.start();
  assert.equal(sockets.all.length, 1);
  up();
  assert.equal(link.mode(), 'socket');
  assert.equal(memory.value, '');
});

test('a polling page tries the WebSocket every ten minutes, and goes on polling if it fails', async () => {
  const { link, clock, sockets } = setUp({ polls: new Polls(polled(READY), never) });
  link.start();
  sockets.last.ends(1006);
  await clock.pass(1000);
  sockets.last.ends(1006);
  await clock.pass(0);
  const before = sockets.all.length;
  await clock.pass(600000);
  assert.equal(sockets.all.length, before + 1);
  assert.equal(link.send({ type: 'post' }), false);
  sockets.last.ends(1006);
  await clock.pass(0);
  assert.equal(link.mode(), 'poll');
});

for (const [status, state] of [[401, 'signed_out'], [403, 'gone'], [404, 'gone'], [409, 'elsewhere']]) {
  test(`a poll answered ${status} ends the line as ${state}`, async () => {
    const { link, clock, sockets, names } = setUp({ polls: new Polls(answer(status)), remembered: 'poll' });
    link.start();
    sockets.last.ends(1006);
    await clock.pass(0);
    assert.equal(names().pop(), state);
  });
}

test('a poll answered 429 waits for Retry-After', async () => {
  const polls = new Polls(answer(429, undefined, { 'Retry-After': '12' }), never);
  const { link, clock, sockets } = setUp({ polls, remembered: 'poll' });
  link.start();
  sockets.last.ends(1006);
  await clock.pass(11000);
  assert.equal(polls.asked.length, 1);
  await clock.pass(2000);
  assert.equal(polls.asked.length, 2);
});

test('frames are posted one after another, with the token, and their answers are frames', async () => {
  let release;
  const polls = new Polls(polled(READY), never);
  const { link, clock, sockets, frames } = setUp({ polls, remembered: 'poll' });
  link.start();
  sockets.last.ends(1006);
  await clock.pass(0);
  polls.answers = [() => new Promise((done) => { release = done; }), answer(204)];
  polls.asked.length = 0;
  link.send({ type: 'post', client_id: 'a' });
  link.send({ type: 'post', client_id: 'b' });
  await clock.pass(0);
  assert.equal(polls.asked.length, 1);
  assert.equal(polls.asked[0].options.headers['X-CSRFToken'], 'c');
  release(answer(200, { type: 'posted', client_id: 'a' }));
  await clock.pass(0);
  assert.equal(polls.asked.length, 2);
  assert.equal(frames.pop().type, 'posted');
});

test('applied is told at a quarter of the window, or after 5 s', async () => {
  const { link, clock, sockets, room, up } = setUp();
  const applied = () => sockets.last.sent.filter((frame) => frame.type === 'applied').map((frame) => frame.seq);
  link.start();
  up();
  room.cursor = { epoch: 'e', seq: 20 };
  link.applied();
  assert.deepEqual(applied(), []);
  await clock.pass(5000);
  assert.deepEqual(applied(), [20]);
  room.cursor = { epoch: 'e', seq: 84 };
  link.applied();
  assert.deepEqual(applied(), [20, 84]);
});

test('asking again hangs up and says hello with the cursor', async () => {
  const { link, clock, sockets, up } = setUp();
  link.start();
  up();
  link.ask();
  await clock.pass(500);
  sockets.last.opens();
  assert.equal(sockets.all.length, 2);
  assert.equal(sockets.last.sent[0].type, 'hello');
});

test('what a line that was hung up still says is not heard', async () => {
  const { link, sockets, frames, up } = setUp();
  link.start();
  up();
  const old = sockets.last;
  link.ask();
  old.says({ type: 'events', epoch: 'e', events: [] });
  assert.deepEqual(frames.map((frame) => frame.type), ['ready']);
});

const RESTART = { type: 'notice', code: 'line.restart', text: '', retry_after: 30 };
const lastWait = (states) => states.filter(([name]) => name === 'waiting').pop()[1];

for (const code of [1012, 1006]) {
  test(`after a restart that was told, closed with ${code}, the line is back at a moment of its own within the window`, () => {
    const { link, sockets, states, up } = setUp({ random: 0.7 });
    link.start();
    up();
    sockets.last.says(RESTART);
    sockets.last.ends(code);
    assert.deepEqual(lastWait(states), { delay: 21000, draining: true });
  });
}

test('a server that is not there yet after its restart is tried again with small, growing pauses', async () => {
  const { link, clock, sockets, states, up } = setUp({ random: 1 });
  link.start();
  up();
  sockets.last.says(RESTART);
  sockets.last.ends(1012);
  await clock.pass(30000);
  sockets.last.ends(1006);
  assert.deepEqual(lastWait(states), { delay: 500, draining: true });
});

test('a poll that is answered 503 with Retry-After comes back within that window', async () => {
  const polls = new Polls(polled(READY), answer(503, undefined, { 'Retry-After': '30' }), never);
  const { link, clock, sockets, states } = setUp({ polls, remembered: 'poll', random: 0.7 });
  link.start();
  sockets.last.ends(1006);
  await clock.pass(0);
  assert.deepEqual(lastWait(states), { delay: 21000, draining: true });
});

test('a line that was too fast does not come back sooner because somebody looks', async () => {
  const { link, sockets, up } = setUp();
  link.start();
  up();
  sockets.last.says({ type: 'notice', code: 'rate.frames', text: '', retry_after: 30 });
  sockets.last.ends(4429);
  link.awake();
  assert.equal(sockets.all.length, 1);
});

test('a line that looks healthy when somebody comes back has five seconds to answer', async () => {
  const { link, clock, sockets, up } = setUp();
  link.start();
  up();
  await clock.pass(1000);
  link.awake();
  await clock.pass(5100);
  assert.equal(sockets.all.length, 2);
});

test('a line that answers when somebody comes back stays', async () => {
  const { link, clock, sockets, up } = setUp();
  link.start();
  up();
  await clock.pass(1000);
  link.awake();
  sockets.last.says({ type: 'pong' });
  await clock.pass(5100);
  assert.equal(sockets.all.length, 1);
});

test('used here again by polling, the poll begins anew: one that goes on would be refused', async () => {
  const polls = new Polls(polled(READY), answer(409), never);
  const { link, clock, sockets } = setUp({ polls, remembered: 'poll' });
  link.start();
  sockets.last.ends(1006);
  await clock.pass(0);
  link.start();
  await clock.pass(0);
  assert.match(polls.asked[2].url, /state=&/);
});

test('a frame that is never answered does not hold up those behind it for ever', async () => {
  const polls = new Polls(polled(READY), never);
  const { link, clock, sockets } = setUp({ polls, remembered: 'poll' });
  link.start();
  sockets.last.ends(1006);
  await clock.pass(0);
  const hangs = (url, options) => new Promise((done, failed) => { options.signal.addEventListener('abort', failed); });
  polls.answers = [hangs, answer(204)];
  polls.asked.length = 0;
  link.send({ type: 'post', client_id: 'a' });
  link.send({ type: 'post', client_id: 'b' });
  await clock.pass(20000);
  assert.deepEqual(polls.asked.filter(({ url }) => url === '/frames').length, 2);
});

test('after a new epoch everything that is applied is told', async () => {
  const { link, clock, sockets, room, up } = setUp();
  link.start();
  up();
  room.cursor = { epoch: 'f', seq: 7 };
  link.applied();
  await clock.pass(5000);
  assert.deepEqual(sockets.last.sent.filter((frame) => frame.type === 'applied').map((frame) => frame.seq), [7]);
});

test('what comes after the page was wiped is not heard', async () => {
  let release;
  const polls = new Polls(polled(READY), never);
  const { link, clock, sockets, frames } = setUp({ polls, remembered: 'poll' });
  link.start();
  sockets.last.ends(1006);
  await clock.pass(0);
  polls.answers = [() => new Promise((done) => { release = done; })];
  link.send({ type: 'post', client_id: 'a' });
  await clock.pass(0);
  link.stop();
  release(answer(200, { type: 'posted', client_id: 'a' }));
  await clock.pass(0);
  assert.deepEqual(frames.map((frame) => frame.type), ['ready']);
});
