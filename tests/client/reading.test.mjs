import assert from 'node:assert/strict';
import test from 'node:test';

import { createReading } from '../../chat/static/chat/room/reading.js';
import { Clock } from './fakes.mjs';

function setUp({ from = 0, head = 0 } = {}) {
  const clock = new Clock();
  const sent = [];
  const page = { head, isLooking: true, isUp: true };
  const send = (frame) => { if (page.isUp) sent.push(frame); return page.isUp; };
  const reading = createReading({ env: clock, send, head: () => page.head, isLooking: () => page.isLooking, from });
  const arrives = (seq) => { page.head = seq; reading.look(); };
  return { clock, page, reading, arrives, sent, seqs: () => sent.map((frame) => frame.seq) };
}

test('what was on the screen while somebody looked is told at once', () => {
  const { sent, arrives } = setUp({ from: 4 });
  arrives(7);
  assert.deepEqual(sent, [{ type: 'read', seq: 7 }]);
});

test('what was read before is not told', () => {
  const { seqs, arrives } = setUp({ from: 7 });
  arrives(7);
  assert.deepEqual(seqs(), []);
});

test('it is told at most every 5 s, and then the highest', async () => {
  const { clock, seqs, arrives } = setUp();
  for (let seq = 1; seq <= 12; seq += 1) {
    arrives(seq);
    await clock.pass(1000);
  }
  assert.deepEqual(seqs(), [1, 5, 10]);
  await clock.pass(4000);
  assert.deepEqual(seqs(), [1, 5, 10, 12]);
});

test('a page that is hidden or scrolled up reads nothing', async () => {
  const { clock, page, seqs, arrives } = setUp();
  page.isLooking = false;
  arrives(3);
  await clock.pass(60000);
  assert.deepEqual(seqs(), []);
});

test('whoever comes back to the end has read what came meanwhile', () => {
  const { page, reading, seqs, arrives } = setUp();
  page.isLooking = false;
  arrives(3);
  page.isLooking = true;
  reading.look();
  assert.deepEqual(seqs(), [3]);
});

test('what waits to be told goes when the page is hidden, and nothing that came later', async () => {
  const { clock, page, reading, seqs, arrives } = setUp();
  arrives(1);
  arrives(2);
  page.isLooking = false;
  page.head = 3;
  reading.leave();
  assert.deepEqual(seqs(), [1, 2]);
  reading.leave();
  await clock.pass(60000);
  assert.deepEqual(seqs(), [1, 2]);
});

test('scrolling up again takes nothing back', async () => {
  const { clock, page, seqs, arrives } = setUp();
  arrives(1);
  arrives(2);
  page.isLooking = false;
  await clock.pass(5000);
  assert.deepEqual(seqs(), [1, 2]);
});

test('what no line took is told by the next', () => {
  const { page, reading, seqs, arrives } = setUp();
  page.isUp = false;
  arrives(5);
  page.isUp = true;
  reading.again();
  assert.deepEqual(seqs(), [5]);
});

test('a new line hears again how far one has read: the old one may have lost it', async () => {
  const { clock, reading, seqs, arrives } = setUp();
  arrives(5);
  await clock.pass(5000);
  reading.again();
  assert.deepEqual(seqs(), [5, 5]);
});

test('a log that begins anew at a lower head moves nothing back', async () => {
  const { clock, reading, seqs, arrives } = setUp();
  arrives(9);
  await clock.pass(5000);
  arrives(4);
  assert.deepEqual(seqs(), [9]);
  assert.equal(reading.upTo(), 9);
});
