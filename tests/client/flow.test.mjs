import assert from 'node:assert/strict';
import test from 'node:test';

import { createFlow } from '../../chat/static/chat/room/flow.js';
import { createLog } from '../../chat/static/chat/room/log.js';
import { createOutbox, placeOf } from '../../chat/static/chat/room/outbox.js';
import { Clock } from './fakes.mjs';

const AT = '2026-11-23T18:00:00.000Z';
const own = { id: 'm1', client_id: 'c1', author: 'ana', body: 'one', state: 'delivered', said_at: AT };

function setUp({ can = ['post'] } = {}) {
  const clock = new Clock();
  const done = [];
  const link = { send: (frame) => { done.push(frame.type); return true; }, ask: () => done.push('ask'), applied: () => done.push('applied') };
  const log = createLog({ me: 'ana', cursor: { epoch: 'e', seq: 4 }, can });
  const outbox = createOutbox({ seal: null, send: link.send, now: clock.now, uuid: () => 'c9', mayPost: () => log.can.has('post'), changed() {} });
  const show = { message: () => done.push('drawn'), reset: () => done.push('drawn') };
  const flow = createFlow({ log, outbox, link: () => link, clock: { see() {} }, env: clock, show, other: { done: () => done.push('other') } });
  const places = () => outbox.all().map((entry) => placeOf(entry, log));
  return { clock, done, log, outbox, flow, places };
}

const said = (seq) => ({ type: 'events', epoch: 'e', events: [{ seq, kind: 'message', at: AT, message: own }] });

test('how far the log is, the line learns after the page has drawn it', () => {
  const { flow, done } = setUp();
  flow.take(said(5));
  assert.deepEqual(done, ['drawn', 'applied']);
});

test('a run with a hole is asked for again, and nothing is told as applied', () => {
  const { flow, done } = setUp();
  flow.take(said(6));
  assert.deepEqual(done, ['ask']);
});

for (const frame of [said(5), { type: 'reset', epoch: 'f', seq: 9, messages: [own], session: null, more: false }]) {
  test(`an own message whose answer was lost has one place once it came by ${frame.type}, also where nobody may write`, () => {
    const { flow, outbox, log, places } = setUp();
    outbox.say({ body: 'one', lang: 'en', client_id: 'c1' });
    log.can = new Set();
    flow.take(frame);
    assert.deepEqual(places(), ['log']);
  });
}

test('a client that is behind the head has two seconds to catch up, then asks', async () => {
  const { flow, done, clock } = setUp();
  flow.take({ type: 'head', epoch: 'e', seq: 5 });
  await clock.pass(1999);
  assert.deepEqual(done, []);
  await clock.pass(1);
  assert.deepEqual(done, ['ask']);
});

test('a client that catches up in time does not ask', async () => {
  const { flow, done, clock } = setUp();
  flow.take({ type: 'head', epoch: 'e', seq: 5 });
  flow.take(said(5));
  await clock.pass(5000);
  assert.ok(!done.includes('ask'));
});

test('held words answer for themselves after a reset: their release may have been in the old log', () => {
  const { flow, outbox, done } = setUp();
  outbox.say({ body: 'one', lang: 'en', client_id: 'c1' });
  flow.take({ type: 'posted', client_id: 'c1', state: 'held', rev: 1, message: 'm1' });
  flow.take({ type: 'reset', epoch: 'f', seq: 90, messages: [], session: null, more: false });
  assert.equal(done.filter((what) => what === 'post').length, 2);
  flow.take({ type: 'posted', client_id: 'c1', state: 'delivered', rev: 2, message: 'm1', seq: 12 });
  assert.equal(outbox.get('c1').state, 'delivered');
});
