import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import test from 'node:test';

import { createOutbox, newId } from '../../chat/static/chat/room/outbox.js';
import { createSeal } from '../../platform/config/static/config/js/seal.js';
import { Store } from './fakes.mjs';

const HOUR = 3600 * 1000;
const SECRET = 'I will be home on Friday';
const random = (bytes) => webcrypto.getRandomValues(bytes);
const key = (fill) => Buffer.alloc(32, fill).toString('base64');

function device() {
  const store = new Store();
  const time = { at: 1_800_000_000_000 };
  const seal = (more) => createSeal(Object.assign({ subtle: webcrypto.subtle, store, keyText: key(1), writer: 'w-ana', shelf: 'r1',
    now: () => time.at, random }, more));
  return { store, time, seal };
}

async function setUp({ mayPost = true, up = true } = {}) {
  const { store, time, seal: makeSeal } = device();
  const seal = await makeSeal();
  const line = { up, mayPost, sent: [] };
  const states = [];
  let made = 0;
  const outbox = createOutbox({
    seal, now: () => time.at, uuid: () => `id-${made += 1}`, mayPost: () => line.mayPost, changed: (entry) => states.push(entry),
    send: (frame) => { if (line.up) line.sent.push(frame); return line.up; },
  });
  const rows = async () => { await seal.drop('none'); return store.length; };
  return { store, time, makeSeal, outbox, line, states, rows };
}

test('what is said waits sealed on the device and goes with one client_id', async () => {
  const { outbox, line, store, rows } = await setUp();
  outbox.say({ body: SECRET, lang: 'en' });
  assert.equal(await rows(), 1);
  assert.ok(!store.everything.includes(SECRET));
  assert.deepEqual(line.sent, [{ type: 'post', client_id: 'id-1', body: SECRET, lang: 'en' }]);
});

test('sent again after a lost line, it is the same message', async () => {
  const { outbox, line } = await setUp({ up: false });
  outbox.say({ body: SECRET, lang: 'en' });
  line.up = true;
  outbox.flush();
  outbox.flush();
  assert.deepEqual(new Set(line.sent.map((frame) => frame.client_id)), new Set(['id-1']));
});

test('words that were said in turn go again in turn', async () => {
  const { outbox, line } = await setUp({ up: false });
  outbox.say({ body: 'one', lang: 'en' });
  outbox.say({ body: 'two', lang: 'en' });
  line.up = true;
  outbox.flush();
  assert.deepEqual(line.sent.map((frame) => frame.body), ['one', 'two']);
});

test('an answer that never came is asked for again after a while', async () => {
  const { outbox, line, time } = await setUp();
  outbox.say({ body: 'one', lang: 'en' });
  outbox.tick();
  assert.equal(line.sent.length, 1);
  time.at += 16000;
  outbox.tick();
  assert.equal(line.sent.length, 2);
});

for (const state of ['delivered', 'held', 'returned', 'masked']) {
  test(`what the server keeps as ${state} leaves the device`, async () => {
    const { outbox, rows } = await setUp();
    outbox.say({ body: SECRET, lang: 'en' });
    outbox.posted({ client_id: 'id-1', rev: 1, state, message: 'm1' });
    assert.equal(await rows(), 0);
    assert.equal(outbox.get('id-1').state, state);
  });
}

for (const state of ['nudged', 'refused']) {
  test(`what the server does not keep, ${state}, stays until its writer decides`, async () => {
    const { outbox, rows } = await setUp();
    outbox.say({ body: SECRET, lang: 'en' });
    outbox.posted({ client_id: 'id-1', rev: 1, state });
    assert.equal(await rows(), 1);
    outbox.discard('id-1');
    assert.equal(await rows(), 0);
  });
}

test('of two answers the higher rev wins, whatever comes last', async () => {
  const { outbox } = await setUp();
  outbox.say({ body: 'one', lang: 'en' });
  outbox.posted({ client_id: 'id-1', rev: 2, state: 'delivered', message: 'm1' });
  outbox.posted({ client_id: 'id-1', rev: 1, state: 'held', message: 'm1' });
  assert.equal(outbox.get('id-1').state, 'delivered');
});

test('a paused room keeps words and sends them when writing opens', async () => {
  const { outbox, line } = await setUp();
  outbox.say({ body: 'one', lang: 'en' });
  outbox.error({ client_id: 'id-1', code: 'posting.paused', text: 'Paused.' });
  assert.equal(outbox.get('id-1').text, 'Paused.');
  line.mayPost = false;
  outbox.flush();
  assert.equal(line.sent.length, 1);
  line.mayPost = true;
  outbox.flush();
  assert.equal(line.sent.length, 2);
});

test('too fast waits as long as it is told', async () => {
  const { outbox, line, time } = await setUp();
  outbox.say({ body: 'one', lang: 'en' });
  outbox.error({ client_id: 'id-1', code: 'rate.posts', text: 'Wait.', retry_after: 5 });
  time.at += 4000;
  outbox.tick();
  assert.equal(line.sent.length, 1);
  time.at += 1001;
  outbox.tick();
  assert.equal(line.sent.length, 2);
});

test('what must be changed is not sent again by itself', async () => {
  const { outbox, line, time } = await setUp();
  outbox.say({ body: 'one', lang: 'en' });
  outbox.error({ client_id: 'id-1', code: 'body.too_long', text: 'Too long.' });
  time.at += HOUR;
  outbox.tick();
  outbox.flush();
  assert.equal(line.sent.length, 1);
  assert.equal(outbox.get('id-1').state, 'stuck');
});

test('anyway sends the same message with the same client_id', async () => {
  const { outbox, line } = await setUp();
  outbox.say({ body: 'one', lang: 'en' });
  outbox.posted({ client_id: 'id-1', rev: 1, state: 'nudged' });
  outbox.anyway('id-1');
  assert.deepEqual(line.sent[1], { type: 'post', client_id: 'id-1', body: 'one', lang: 'en', anyway: true });
  outbox.posted({ client_id: 'id-1', rev: 1, state: 'held', message: 'm1' });
  assert.equal(outbox.get('id-1').state, 'held');
});

test('a returned text said anew is told of once', async () => {
  const { outbox, line } = await setUp();
  outbox.say({ body: 'one', lang: 'en' });
  outbox.posted({ client_id: 'id-1', rev: 2, state: 'returned', message: 'm1' });
  outbox.say({ body: 'better', lang: 'en', replaces: 'm1' });
  assert.equal(line.sent[1].replaces, 'm1');
  outbox.posted({ client_id: 'id-2', rev: 3, state: 'held', message: 'm1' });
  assert.deepEqual(outbox.all().map((entry) => entry.client_id), ['id-2']);
  outbox.posted({ client_id: 'id-1', rev: 3, state: 'held', message: 'm1' });
  assert.deepEqual(outbox.all().map((entry) => [entry.client_id, entry.body]), [['id-2', 'better']]);
});

test('a held message that arrives in the log was read by a person', async () => {
  const { outbox } = await setUp();
  outbox.say({ body: 'one', lang: 'en' });
  outbox.posted({ client_id: 'id-1', rev: 1, state: 'held', message: 'm1' });
  outbox.arrived({ id: 'm1', client_id: 'id-1' });
  const entry = outbox.get('id-1');
  assert.deepEqual([entry.state, entry.wasHeld, entry.inLog], ['delivered', true, true]);
});

test('the next page opens what its writer left', async () => {
  const { outbox, makeSeal, rows } = await setUp({ up: false });
  outbox.say({ body: SECRET, lang: 'en' });
  await rows();
  const found = await (await makeSeal()).load();
  assert.equal(found['id-1'].body, SECRET);
});

test('another writer on the device neither opens nor removes it', async () => {
  const { outbox, makeSeal, rows, store } = await setUp({ up: false });
  outbox.say({ body: SECRET, lang: 'en' });
  await rows();
  const other = await makeSeal({ writer: 'w-ben', keyText: key(2) });
  assert.deepEqual(await other.load(), {});
  assert.equal(store.length, 1);
});

test('what the key does not open is deleted', async () => {
  const { outbox, makeSeal, rows, store } = await setUp({ up: false });
  outbox.say({ body: SECRET, lang: 'en' });
  await rows();
  assert.deepEqual(await (await makeSeal({ keyText: key(9) })).load(), {});
  assert.equal(store.length, 0);
});

test('after 24 hours it is deleted, whoever signs in', async () => {
  const { outbox, makeSeal, rows, store, time } = await setUp({ up: false });
  outbox.say({ body: SECRET, lang: 'en' });
  await rows();
  time.at += 24 * HOUR - 1;
  await makeSeal({ writer: 'w-ben' });
  assert.equal(store.length, 1);
  time.at += 1;
  await makeSeal({ writer: 'w-ben' });
  assert.equal(store.length, 0);
});

test('where the browser cannot seal, nothing is stored', async () => {
  const { seal } = device();
  assert.equal(await seal({ subtle: undefined }), null);
  assert.equal(await seal({ keyText: '' }), null);
});

test('a draft that is dropped while it is being sealed does not come back', async () => {
  const { seal, store } = device();
  const shelf = await seal();
  shelf.save('draft', { body: SECRET });
  await shelf.drop('draft');
  assert.equal(store.length, 0);
});

test('the key can not be read back', async () => {
  const seen = [];
  const subtle = { importKey: (...args) => { seen.push(args); return webcrypto.subtle.importKey(...args); } };
  await device().seal({ subtle });
  assert.equal(seen[0][3], false);
});

test('a new id is a UUID of version 4', () => {
  assert.match(newId(random), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

/** Two tabs of one person: two outboxes over one shelf. */
async function twoTabs() {
  const first = await setUp();
  const seal = await first.makeSeal();
  const line = { sent: [] };
  const outbox = createOutbox({
    seal, now: () => first.time.at, uuid: () => 'id-other', mayPost: () => true, changed() {},
    send: (frame) => { line.sent.push(frame); return true; },
  });
  const look = async () => { await first.rows(); outbox.adopt(await seal.load()); };
  return { first, outbox, line, look };
}

test('two taps on Send say one message', async () => {
  const { outbox, line } = await setUp();
  outbox.say({ body: 'one', lang: 'en', client_id: 'draft' });
  outbox.say({ body: 'one', lang: 'en', client_id: 'draft' });
  assert.deepEqual(line.sent.map((frame) => frame.client_id), ['draft']);
});

test('words that one tab could not send go by the other, with the same client_id', async () => {
  const { first, outbox, line, look } = await twoTabs();
  first.line.up = false;
  first.outbox.say({ body: 'one', lang: 'en' });
  await look();
  outbox.flush();
  assert.deepEqual(line.sent.map((frame) => frame.client_id), ['id-1']);
});

test('what the other tab has settled is not sent by this one', async () => {
  const { first, outbox, look } = await twoTabs();
  first.line.up = false;
  first.outbox.say({ body: 'one', lang: 'en' });
  await look();
  outbox.discard('id-1');
  await look();
  first.line.up = true;
  first.outbox.flush(true);
  assert.deepEqual(first.line.sent, []);
  assert.equal(first.outbox.get('id-1'), undefined);
});

test('what this tab has settled does not come back from the shelf', async () => {
  const { outbox, makeSeal } = await setUp({ up: false });
  outbox.say({ body: 'one', lang: 'en' });
  const seal = await makeSeal();
  await seal.drop('none');
  const sealed = { 'id-1': { client_id: 'id-1', body: 'one', state: 'sending', at: 1 } };
  outbox.discard('id-1');
  outbox.adopt(sealed);
  assert.deepEqual(outbox.all(), []);
});

test('a client_id that another tab used for other words is given up for a new one', async () => {
  const { outbox, line } = await setUp();
  outbox.say({ body: 'one more', lang: 'en', client_id: 'draft' });
  outbox.error({ client_id: 'draft', code: 'client_id.reused', text: '' });
  assert.deepEqual(line.sent.map((frame) => [frame.client_id, frame.body]), [['draft', 'one more'], ['id-1', 'one more']]);
  assert.deepEqual(outbox.all().map((entry) => entry.state), ['sending']);
});

test('words on their way are not sent again because rights were told again', async () => {
  const { outbox, line } = await setUp();
  outbox.say({ body: 'one', lang: 'en' });
  outbox.flush();
  assert.equal(line.sent.length, 1);
  outbox.flush(true);
  assert.equal(line.sent.length, 2);
});

test('nothing overtakes words that have to wait', async () => {
  const { outbox, line, time } = await setUp();
  outbox.say({ body: 'one', lang: 'en' });
  outbox.error({ client_id: 'id-1', code: 'rate.posts', text: 'Wait.', retry_after: 5 });
  outbox.say({ body: 'two', lang: 'en' });
  assert.deepEqual(line.sent.map((frame) => frame.body), ['one']);
  time.at += 5001;
  outbox.tick();
  assert.deepEqual(line.sent.map((frame) => frame.body), ['one', 'one', 'two']);
});

test('what failed can be tried again as it is', async () => {
  const { outbox, line } = await setUp();
  outbox.say({ body: 'one', lang: 'en' });
  outbox.error({ client_id: 'id-1', code: 'rule.error', text: 'No.' });
  outbox.again('id-1');
  assert.deepEqual(line.sent.map((frame) => frame.client_id), ['id-1', 'id-1']);
  assert.equal(outbox.get('id-1').state, 'sending');
});

test('after the page was wiped nothing comes back from the shelf', async () => {
  const { outbox } = await setUp();
  outbox.wipe();
  outbox.adopt({ 'id-9': { client_id: 'id-9', body: SECRET, state: 'sending', at: 1 } });
  assert.deepEqual(outbox.all(), []);
});
