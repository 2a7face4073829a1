import assert from 'node:assert/strict';
import test from 'node:test';

import { blackOut, createLog } from '../../chat/static/chat/room/log.js';

const LATER = '2030-01-01T00:00:00.000Z';
const message = (id, more) => Object.assign({ id, client_id: `c-${id}`, author: 'ana', body: id, state: 'delivered',
  said_at: '2026-11-23T18:00:00.000Z', shown_until: LATER }, more);
const said = (seq, id, more) => ({ seq, kind: 'message', at: LATER, message: message(id, more) });
const run = (...events) => ({ type: 'events', epoch: 'e', events });
const logAt = (seq, more) => createLog(Object.assign({ me: 'ana', cursor: { epoch: 'e', seq } }, more));
const ids = (log) => Array.from(log.messages.keys());

test('a run that follows the cursor is applied', () => {
  const log = logAt(4);
  const result = log.apply(run(said(5, 'a'), said(6, 'b')));
  assert.deepEqual(ids(log), ['a', 'b']);
  assert.deepEqual(log.cursor, { epoch: 'e', seq: 6 });
  assert.equal(result.changes.length, 2);
});

test('a run after a hole is not applied, and is asked for again', () => {
  const log = logAt(4);
  const result = log.apply(run(said(6, 'b')));
  assert.equal(result.ask, true);
  assert.deepEqual(ids(log), []);
  assert.equal(log.cursor.seq, 4);
});

test('a run with a hole in it is not applied at all', () => {
  const log = logAt(4);
  assert.equal(log.apply(run(said(5, 'a'), said(7, 'c'))).ask, true);
  assert.deepEqual(ids(log), []);
});

test('what was applied is not applied twice', () => {
  const log = logAt(4);
  log.apply(run(said(5, 'a'), said(6, 'b')));
  const again = log.apply(run(said(5, 'a'), said(6, 'b'), said(7, 'c')));
  assert.deepEqual(ids(log), ['a', 'b', 'c']);
  assert.equal(again.changes.length, 1);
});

test('another epoch is asked for again', () => {
  assert.equal(logAt(4).apply({ type: 'events', epoch: 'f', events: [said(5, 'a')] }).ask, true);
});

test('hidden runs keep the log dense', () => {
  const log = logAt(4);
  log.apply(run({ seq: 5, through: 9, kind: 'hidden', at: LATER }, said(10, 'a')));
  assert.equal(log.cursor.seq, 10);
  log.apply(run({ seq: 8, through: 12, kind: 'hidden', at: LATER }, said(13, 'b')));
  assert.equal(log.cursor.seq, 13);
});

test('reset replaces the log and the cursor', () => {
  const log = logAt(4, { messages: [message('old')] });
  log.apply({ type: 'reset', epoch: 'f', seq: 40, messages: [message('new')], session: null, more: true });
  assert.deepEqual(ids(log), ['new']);
  assert.deepEqual(log.cursor, { epoch: 'f', seq: 40 });
  assert.equal(log.more, true);
});

test('head tells whether the client is behind', () => {
  const log = logAt(4);
  assert.equal(log.apply({ type: 'head', epoch: 'e', seq: 4 }).behind, false);
  assert.equal(log.apply({ type: 'head', epoch: 'e', seq: 5 }).behind, true);
  assert.equal(log.apply({ type: 'head', epoch: 'f', seq: 4 }).behind, true);
});

test('a removed message keeps no words', () => {
  const log = logAt(0);
  log.apply(run(said(1, 'a'), { seq: 2, kind: 'message_removed', at: LATER, message_id: 'a', by: 'staff' }));
  assert.deepEqual([log.messages.get('a').body, log.messages.get('a').state], ['', 'removed']);
});

test('masked words are gone from memory, by code points', () => {
  const log = logAt(0);
  log.apply(run(said(1, 'a', { body: '🌙 call 555 now' }),
    { seq: 2, kind: 'message_masked', at: LATER, message_id: 'a', spans: [[7, 10]] }));
  assert.equal(log.messages.get('a').body, '🌙 call ███ now');
  assert.equal(blackOut('abc', [[1, 9]]), 'a██');
});

test('expired messages leave, told or by the clock', () => {
  const log = logAt(0);
  log.apply(run(said(1, 'a'), said(2, 'b', { shown_until: '2026-11-23T19:00:00.000Z' }), said(3, 'c')));
  log.apply(run({ seq: 4, kind: 'message_expired', at: LATER, message_ids: ['a'] }));
  assert.equal(log.nextEnd(), Date.parse('2026-11-23T19:00:00.000Z'));
  assert.deepEqual(log.expire(Date.parse('2026-11-23T18:59:59.999Z')), []);
  assert.deepEqual(log.expire(Date.parse('2026-11-23T19:00:00.000Z')), ['b']);
  assert.deepEqual(ids(log), ['c']);
});

test('of two lists of who is here the one with the higher seq wins, then the later', () => {
  const log = logAt(0);
  log.apply({ type: 'present', members: ['ana', 'ben'], monitor: false, seq: 5 });
  log.apply({ type: 'present', members: ['ana'], monitor: true, seq: 4 });
  assert.deepEqual(Array.from(log.here), ['ana', 'ben']);
  log.apply({ type: 'present', members: [{ id: 'cal' }], monitor: true, seq: 5 });
  assert.deepEqual(Array.from(log.here), ['cal']);
});

test('unknown kinds are counted and keep the log dense', () => {
  const log = logAt(0);
  log.apply(run({ seq: 1, kind: 'comet', at: LATER }, said(2, 'a')));
  assert.equal(log.unknown, 1);
  assert.deepEqual(ids(log), ['a']);
});

test('older messages stand before, and none twice', () => {
  const log = logAt(9, { messages: [message('c', { seq: 9 })] });
  const found = log.older([message('a', { seq: 3 }), message('c', { seq: 9 })], false);
  assert.deepEqual(found.map((one) => one.id), ['a']);
  assert.deepEqual(ids(log), ['a', 'c']);
  assert.equal(log.oldest(), 3);
});

test('the session follows its events', () => {
  const log = logAt(0);
  log.apply(run({ seq: 1, kind: 'session_opened', at: LATER, ends_at: LATER }));
  assert.deepEqual(log.session, { state: 'open', ends_at: LATER });
  log.apply(run({ seq: 2, kind: 'posting_paused', at: LATER, why: 'leader' }));
  assert.equal(log.session.state, 'paused');
});

const SESSION = { id: 's', state: 'open', phase: 'check_in', ends_at: LATER, turn: 'ben', hands: ['cal'], listen_only: false };
const event = (seq, kind, more) => Object.assign({ seq, kind, at: LATER }, more);

test('phase, turn and hands are what the last event says of the session', () => {
  const log = logAt(0);
  log.apply(run(event(1, 'phase', { session: SESSION })));
  assert.deepEqual(log.session, SESSION);
  log.apply(run(event(2, 'hand', { session: Object.assign({}, SESSION, { hands: [] }), member_id: 'cal', up: false })));
  assert.deepEqual(log.session.hands, []);
});

test('listen only leaves the session open', () => {
  const log = logAt(0);
  log.apply(run(event(1, 'posting_paused', { why: 'listen_only', session: Object.assign({}, SESSION, { listen_only: true }) })));
  assert.deepEqual([log.session.state, log.session.listen_only], ['open', true]);
});

const reacted = (seq, member, reaction, on) => event(seq, 'reaction', { message_id: 'a', member_id: member, reaction, on });

test('support is kept by kind, in the order in which it was given', () => {
  const log = logAt(0);
  log.apply(run(said(1, 'a'), reacted(2, 'ben', 'hear_you', true), reacted(3, 'cal', 'hear_you', true)));
  assert.deepEqual(log.messages.get('a').reactions, [{ kind: 'hear_you', members: ['ben', 'cal'] }]);
});

test('support that is taken back leaves nothing behind', () => {
  const log = logAt(0);
  log.apply(run(said(1, 'a'), reacted(2, 'ben', 'hear_you', true), reacted(3, 'ben', 'hear_you', false)));
  assert.deepEqual(log.messages.get('a').reactions, []);
});

test('support that a served message knows already is not there twice', () => {
  const log = logAt(0);
  log.apply(run(said(1, 'a', { reactions: [{ kind: 'hear_you', members: ['ben'] }] }), reacted(2, 'ben', 'hear_you', true)));
  assert.deepEqual(log.messages.get('a').reactions, [{ kind: 'hear_you', members: ['ben'] }]);
});
