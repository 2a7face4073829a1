import assert from 'node:assert/strict';
import test from 'node:test';

import { createChime, createEnding } from '../../chat/static/chat/room/ending.js';
import { Clock } from './fakes.mjs';

const MINUTE = 60_000;

function setUp(minutes) {
  const clock = new Clock();
  const told = [];
  const drawn = [];
  const session = { ends: minutes === null ? null : clock.now() + minutes * MINUTE };
  const ending = createEnding({
    env: clock, now: clock.now, endsAt: () => session.ends, tell: (left) => told.push(left),
    draw: (left) => { if (drawn[drawn.length - 1] !== left) drawn.push(left); },
  });
  ending.look();
  return { clock, told, drawn, session, ending };
}

test('the end is told 10, 5 and 1 minutes before it, each once', async () => {
  const { clock, told, ending } = setUp(30);
  for (let minute = 0; minute < 40; minute += 1) {
    await clock.pass(MINUTE / 2);
    ending.look();
    await clock.pass(MINUTE / 2);
  }
  assert.deepEqual(told, [10, 5, 1]);
});

test('no line is needed for that, nor anybody who looks', async () => {
  const { clock, told } = setUp(200);
  await clock.pass(200 * MINUTE);
  assert.deepEqual(told, [10, 5, 1]);
});

test('the bar counts down between the warnings and goes with the end', async () => {
  const { clock, drawn } = setUp(3);
  await clock.pass(4 * MINUTE);
  assert.deepEqual(drawn, [3, 2, 1, 0]);
});

test('a page that opens late tells what is really left, a begun minute as a whole one, then the next mark', async () => {
  const { clock, told } = setUp(6.5);
  await clock.pass(8 * MINUTE);
  assert.deepEqual(told, [7, 5, 1]);
});

test('a session that is made longer is told anew', async () => {
  const { clock, told, drawn, session, ending } = setUp(10);
  session.ends += 20 * MINUTE;
  ending.look();
  assert.equal(drawn[drawn.length - 1], 0);
  await clock.pass(20 * MINUTE);
  assert.deepEqual(told, [10, 10]);
});

test('where no session is on, nothing is told', async () => {
  const { clock, told, drawn } = setUp(null);
  await clock.pass(60 * MINUTE);
  assert.deepEqual([told, drawn], [[], [0]]);
});

test('a session that is closed before its end is told no more', async () => {
  const { clock, told, session, ending } = setUp(12);
  session.ends = null;
  ending.look();
  await clock.pass(20 * MINUTE);
  assert.deepEqual(told, []);
});

test('the sound is off until somebody turns it on, and then heard at once', () => {
  const notes = [];
  const part = () => ({ connect() {}, start: (at) => notes.push(at), stop() {}, frequency: {},
    gain: { setValueAtTime() {}, linearRampToValueAtTime() {} } });
  class Context {
    constructor() { this.currentTime = 0; }
    createOscillator() { return part(); }
    createGain() { return part(); }
  }
  const chime = createChime(Context);
  chime.ring();
  assert.equal(notes.length, 0);
  assert.equal(chime.turn(), true);
  assert.equal(notes.length, 2);
  chime.ring();
  assert.equal(notes.length, 4);
  assert.equal(chime.turn(), false);
  chime.ring();
  assert.equal(notes.length, 4);
});
