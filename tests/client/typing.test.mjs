import assert from 'node:assert/strict';
import test from 'node:test';

import { createTyping } from '../../chat/static/chat/room/typing.js';
import { Clock } from './fakes.mjs';

function setUp() {
  const clock = new Clock();
  const sent = [];
  const shown = [];
  const line = { up: true };
  const send = (frame) => { if (line.up) sent.push(frame.on); return line.up; };
  const typing = createTyping({ env: clock, send, show: (ids) => shown.push(ids) });
  return { clock, sent, line, typing, now: () => shown[shown.length - 1] };
}

test('writing is told at most every 10 s', async () => {
  const { clock, sent, typing } = setUp();
  for (let second = 0; second < 25; second += 1) {
    typing.wrote(true);
    await clock.pass(1000);
  }
  assert.deepEqual(sent, [true, true, true]);
});

test('that it has stopped is told once, and only to those who heard that it began', () => {
  const { sent, typing } = setUp();
  typing.wrote(false);
  typing.wrote(true);
  typing.wrote(false);
  typing.wrote(false);
  assert.deepEqual(sent, [true, false]);
});

test('what no line took was not told', () => {
  const { sent, line, typing } = setUp();
  line.up = false;
  typing.wrote(true);
  line.up = true;
  typing.wrote(true);
  assert.deepEqual(sent, [true]);
});

test('somebody who writes is believed for 15 s', async () => {
  const { clock, typing, now } = setUp();
  typing.heard({ member: 'ana', on: true });
  await clock.pass(14999);
  assert.deepEqual(now(), ['ana']);
  await clock.pass(1);
  assert.deepEqual(now(), []);
});

test('told again, they are believed for 15 s more', async () => {
  const { clock, typing, now } = setUp();
  typing.heard({ member: 'ana', on: true });
  await clock.pass(10000);
  typing.heard({ member: 'ana', on: true });
  await clock.pass(10000);
  assert.deepEqual(now(), ['ana']);
});

test('whoever stops, or whose message came, is not shown any more', () => {
  const { typing, now } = setUp();
  typing.heard({ member: 'ana', on: true });
  typing.heard({ member: 'ben', on: true });
  typing.heard({ member: 'ana', on: false });
  assert.deepEqual(now(), ['ben']);
  typing.forget('ben');
  assert.deepEqual(now(), []);
});
