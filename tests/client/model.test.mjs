// Log, line and outbox against a server and networks that do everything that the protocol allows, and some of what it
// does not. A run is decided by its seed: MODEL_SEED=7 plays that one alone, MODEL_RUNS says how many there are.

import assert from 'node:assert/strict';
import test from 'node:test';

import { createFlow } from '../../chat/static/chat/room/flow.js';
import { createLink } from '../../chat/static/chat/room/link.js';
import { createLog } from '../../chat/static/chat/room/log.js';
import { createOutbox, placeOf } from '../../chat/static/chat/room/outbox.js';
import { createSeal } from '../../platform/config/static/config/js/seal.js';
import { Clock, Store, settle } from './fakes.mjs';
import { Dice, Server, WINDOW, socketOf } from './simulated.mjs';

const RUNS = Number(process.env.MODEL_RUNS) || 200;
const STEPS = 60;
const QUARTER = WINDOW / 4;
const SECRET = Buffer.alloc(32, 1).toString('base64');
const KINDS = ['hear_you', 'same_here'];

/** A lock that anybody opens: what is sealed is tested elsewhere, here it only has to be the same each time. */
const NO_SUBTLE = {
  importKey: () => Promise.resolve('key'),
  encrypt: (how, key, bytes) => Promise.resolve(bytes),
  decrypt: (how, key, bytes) => Promise.resolve(bytes),
};

/** What `room.js` wires, without elements. */
class Page {
  constructor(world, tab) {
    Object.assign(this, { world, tab, isOpen: true, ended: '', life: world.lives += 1 });
  }

  async load() {
    const { server, clock, dice } = this.world;
    const store = this.world.storeFor(this);
    const uuid = () => `${this.tab}-${this.life}-${this.world.ids += 1}`;
    const random = (bytes) => bytes;
    this.seal = await createSeal({ subtle: NO_SUBTLE, store, keyText: SECRET, writer: 'w', shelf: 'r', now: clock.now, random });
    const sealed = await this.seal.load();
    const messages = server.shown();
    this.log = createLog({ me: 'ana', cursor: { epoch: server.epoch, seq: server.head }, messages, can: ['post'] });
    this.since = server.head;
    this.outbox = createOutbox({ seal: this.seal, uuid, now: clock.now, send: (frame) => this.link.send(frame),
      mayPost: () => this.log.can.has('post'), changed() {} });
    const env = { WebSocket: this.world.socketFor(this), AbortController, fetch: (...args) => server.fetch(...args), setTimeout: clock.setTimeout,
      clearTimeout: clock.clearTimeout, random: () => dice.roll(), now: clock.now };
    const memory = { get: () => this.world.transport, set: (value) => { this.world.transport = value; } };
    this.link = createLink({ urls: { socket: 'ws://x', events: '/events', frames: '/frames' }, csrf: 'c', tab: this.tab,
      cursor: () => this.log.cursor, quarter: () => this.log.limits.window / 4, memory, env,
      on: { frame: (frame) => this.flow.take(frame), state: (name) => this.lineIs(name) } });
    this.flow = createFlow({ log: this.log, outbox: this.outbox, link: () => this.link, clock: { see() {} }, env, show: {}, other: {} });
    const { apply } = this.log;
    this.log.apply = (frame) => this.watched(frame, apply);
    const own = Array.from(server.own.values()).filter((one) => ['held', 'returned'].includes(one.state))
      .map((one) => Object.assign(server.posted(one), { body: one.body, said_at: one.said_at }));
    this.outbox.restore(own, sealed);
    this.flow.settle();
    this.link.start();
  }

  async lineIs(name) {
    this.ended = name === 'elsewhere' ? name : '';
    if (name !== 'up') return;
    this.outbox.flush(true);
    await this.gather();
  }

  /** Words that another tab left on the shelf. */
  async gather() {
    if (!this.link.isUp()) return;
    this.outbox.adopt(await this.seal.load());
    this.outbox.flush();
  }

  /** Each event once and in order, or a reset in between. */
  watched(frame, apply) {
    const was = this.log.cursor;
    const result = apply(frame);
    const is = this.log.cursor;
    if (frame.type === 'reset') {
      this.since = frame.seq;
      return result;
    }
    if (was === is) {
      assert.ok(frame.type !== 'events' || !result.changes.length, 'something changed and the cursor did not move');
      return result;
    }
    assert.equal(frame.type, 'events');
    assert.equal(was.epoch, is.epoch);
    assert.ok(is.seq > was.seq, 'the cursor went back without a reset');
    this.world.applied += is.seq - was.seq;
    if (frame.epoch === this.world.server.epoch) this.appliedAll(was.seq, is.seq, result);
    return result;
  }

  appliedAll(from, to, result) {
    const isHeld = (event) => event.kind === 'message_removed' && this.log.messages.has(event.message_id);
    const due = this.world.server.events.slice(from, to).filter((event) => event.kind === 'message' || isHeld(event));
    const made = result.changes.filter(([name]) => name === 'message').map(([, message]) => message.id);
    assert.deepEqual(made, due.map((event) => event.message_id), `what ${from} to ${to} hold`);
  }

  shownAs(body) {
    const inLog = Array.from(this.log.messages.values()).filter((one) => this.log.isMine(one) && one.body === body).length;
    const rows = this.outbox.all().filter((entry) => entry.body === body && ['own', 'way'].includes(placeOf(entry, this.log)));
    return { inLog, rows };
  }

  close() {
    this.isOpen = false;
    this.link.stop();
    this.outbox.wipe();
  }
}

class World {
  constructor(seed) {
    this.dice = new Dice(seed);
    this.clock = new Clock(1_000_000, 1);
    this.server = new Server(this.dice, this.clock);
    Object.assign(this, { store: new Store(), transport: '', pages: [], said: [], gone: new Set(), lives: 0, ids: 0, applied: 0 });
  }

  /** Between two frames the page owes the server at most a quarter of the window, and says nothing that it did not apply. */
  socketFor(page) {
    const Line = socketOf(this.server);
    return class extends Line {
      send(text) {
        const frame = JSON.parse(text);
        if (frame.type === 'hello') this.told_ = frame.cursor || { epoch: '', seq: 0 };
        if (frame.type === 'applied') {
          assert.equal(frame.seq, page.log.cursor.seq, 'what is told as applied is what is applied');
          this.told_ = page.log.cursor;
        }
        super.send(text);
      }
      pump() {
        super.pump();
        const { epoch, seq } = page.log.cursor;
        if (this.isOver || !page.link.isUp() || epoch !== this.told_.epoch) return;
        assert.ok(seq - this.told_.seq < QUARTER, `${seq} is applied, ${this.told_.seq} was told`);
      }
    };
  }

  /** The device's one shelf; other tabs hear of what is put on it. */
  storeFor(page) {
    const store = new Store();
    store.rows = this.store.rows;
    store.told = () => this.pages.filter((one) => one.isOpen && one !== page).forEach((one) => one.gather());
    return store;
  }

  get page() { return this.pages.find((one) => one.isOpen && !one.ended) || this.pages.find((one) => one.isOpen); }

  async open(tab) {
    const page = new Page(this, tab);
    await page.load();
    this.pages.push(page);
  }

  async reload() {
    const old = this.page;
    old.close();
    this.pages = this.pages.filter((one) => one !== old);
    await this.open(old.tab);
  }

  async play() {
    for (let count = 0; count < 12; count += 1) this.server.put({});
    await this.open('A');
    for (let step = 0; step < STEPS; step += 1) {
      await this.act();
      await this.clock.pass(this.dice.pick([0, 10, 50, 200, 1000, 3000]));
      this.pages.filter((one) => one.isOpen).forEach((one) => this.glance(one));
    }
    await this.peace();
    this.judge();
  }

  act() {
    const { dice, server } = this;
    const acts = [
      [14, () => this.say()], [14, () => this.othersSpeak()], [4, () => server.append('comet', {})], [4, () => this.hide()],
      [3, () => this.remove()], [4, () => this.react()], [6, () => this.decide()], [6, () => this.cut()], [3, () => this.drain()],
      [2, () => this.limit()], [1, () => server.rebuild()], [2, () => server.setPaused(!server.paused)], [2, () => this.block()],
      [3, () => this.page.link.awake()], [5, () => this.reload()], [3, () => this.otherTab()], [3, () => this.useHere()],
      [4, () => this.writerDecides()], [3, () => this.ticks()],
    ];
    let at = dice.below(acts.reduce((sum, [weight]) => sum + weight, 0));
    return acts.find(([weight]) => { at -= weight; return at < 0; })[1]();
  }

  say() {
    const body = `words ${this.said.length}`;
    const { page } = this;
    const id = `draft-${body}`;
    this.said.push(body);
    page.outbox.say({ body, lang: 'en', client_id: id });
    if (this.dice.chance(0.3)) page.outbox.say({ body, lang: 'en', client_id: id });
    const other = this.pages.find((one) => one.isOpen && one !== page);
    if (other && this.dice.chance(0.3)) other.outbox.say({ body, lang: 'en', client_id: id });
  }

  othersSpeak() {
    const count = this.dice.pick([1, 1, 2, 5, 25]);
    for (let at = 0; at < count; at += 1) this.server.put({});
  }

  hide() {
    for (let at = this.dice.below(4); at >= 0; at -= 1) this.server.append('note', {}, true);
  }

  ofOthers() { return Array.from(this.server.messages.values()).filter((one) => one.author === 'ben' && one.state === 'delivered'); }

  remove() {
    const found = this.ofOthers();
    if (found.length) this.server.remove(this.dice.pick(found));
  }

  react() {
    const found = this.ofOthers().slice(-5);
    if (found.length) this.server.react(this.dice.pick(found), this.dice.pick(['ana', 'cal']), this.dice.pick(KINDS), this.dice.chance(0.6));
  }

  decide() {
    const held = Array.from(this.server.own.values()).filter((one) => one.state === 'held');
    if (held.length) this.server.decide(this.dice.pick(held));
  }

  cut() {
    const code = this.dice.pick([1001, 1006, 1006, 1006, 1011, 1012, 1013, 4408]);
    Array.from(this.server.lines).forEach((line) => line.end(code));
  }

  /** The server says that it restarts, goes, and is there again a little later. */
  drain() {
    const { server, clock, dice } = this;
    const notice = { type: 'notice', code: 'line.restart', text: '', retry_after: 5 };
    Array.from(server.lines).forEach((line) => { line.onmessage({ data: JSON.stringify(notice) }); line.end(dice.pick([1012, 1006])); });
    server.draining = server.down = true;
    clock.setTimeout(() => { server.draining = server.down = false; }, 1000 + dice.below(4000));
  }

  limit() {
    const notice = { type: 'notice', code: 'rate.frames', text: '', retry_after: 4 };
    Array.from(this.server.lines).forEach((line) => { line.onmessage({ data: JSON.stringify(notice) }); line.end(4429); });
  }

  /** For a while this network lets no WebSocket through. */
  block() {
    const { server, clock, dice } = this;
    server.blocked = true;
    Array.from(server.lines).forEach((line) => line.end(1006));
    clock.setTimeout(() => { server.blocked = false; }, 5000 + dice.below(60000));
  }

  otherTab() {
    const open = this.pages.filter((one) => one.isOpen);
    if (open.length === 1) return this.open(open[0].tab === 'A' ? 'B' : 'A');
    const shut = this.dice.pick(open);
    shut.close();
    this.pages = this.pages.filter((one) => one !== shut);
    return null;
  }

  useHere() {
    const page = this.pages.find((one) => one.isOpen && one.ended === 'elsewhere');
    if (page) page.link.start();
  }

  writerDecides() {
    const waits = this.page.outbox.all().filter((entry) => ['nudged', 'refused'].includes(entry.state));
    if (!waits.length) return;
    const entry = this.dice.pick(waits);
    if (entry.state === 'nudged' && this.dice.chance(0.6)) {
      this.page.outbox.anyway(entry.client_id);
    } else {
      this.gone.add(entry.body);
      this.page.outbox.discard(entry.client_id);
    }
  }

  ticks() { this.pages.filter((one) => one.isOpen).forEach((one) => one.outbox.tick()); }

  /** Nothing fails any more, one tab is open, writing is open, and everybody has time. */
  async peace() {
    const { server } = this;
    Object.assign(server, { faults: false, blocked: false, down: false, draining: false });
    if (server.paused) server.setPaused(false);
    const last = this.page;
    this.pages.filter((one) => one !== last).forEach((one) => one.close());
    this.pages = [last];
    for (let at = 0; at < 30; at += 1) {
      if (last.ended) last.link.start();
      await this.clock.pass(5000);
      this.ticks();
      if (at === 4 && this.dice.chance(0.5)) server.put({}); // else only heads tell of what was lost last
    }
    await settle();
  }

  /** At any moment: no own message stands in two places, and none is in the log that the server did not deliver. */
  glance(page) {
    this.said.forEach((body) => {
      const { inLog, rows } = page.shownAs(body);
      assert.ok(inLog + rows.length <= 1, `${body} is shown ${inLog + rows.length} times`);
      const kept = Array.from(this.server.own.values()).find((one) => one.body === body);
      assert.ok(!inLog || kept.seq, `${body} is shown as said`);
    });
  }

  judge() {
    const { page, server } = this;
    assert.deepEqual(page.log.cursor, { epoch: server.epoch, seq: server.head }, 'the log is whole');
    page.log.messages.forEach((one) => {
      const kept = server.messages.get(one.id);
      assert.deepEqual([one.body, one.state], [kept.body, kept.state], `${one.id} stands as it is`);
      assert.deepEqual(one.reactions || [], kept.reactions, `who supports ${one.id}`);
    });
    server.events.filter((event) => event.kind === 'message' && event.seq > page.since)
      .forEach((event) => assert.ok(page.log.messages.has(event.message_id), `${event.message_id} is there`));
    this.said.forEach((body) => this.judgeOwn(body));
    const line = Array.from(server.lines)[0];
    if (page.link.mode() === 'socket') assert.equal(line.told, server.head, 'everything that is applied was told');
  }

  judgeOwn(body) {
    const kept = Array.from(this.server.own.values()).filter((one) => one.body === body);
    const { inLog, rows } = this.page.shownAs(body);
    assert.ok(kept.length <= 1, `${body} was said ${kept.length} times`);
    assert.ok(inLog + rows.length <= 1, `${body} is shown ${inLog + rows.length} times`);
    if (!kept.length) {
      const explained = this.gone.has(body) || (rows[0] && ['nudged', 'refused'].includes(rows[0].state));
      assert.ok(explained, `${body} is lost`);
      return;
    }
    const [one] = kept;
    if (one.state !== 'delivered') assert.ok(rows.length === 0 || rows[0].state === one.state, `${body} is ${one.state}, not ${rows[0] && rows[0].state}`);
    if (one.state === 'delivered') assert.equal(rows.length, 0, `${body} is said, and shown as ${rows[0] && rows[0].state}`);
    if (one.state === 'delivered' && one.seq > this.page.since) assert.equal(inLog, 1, `${body} is not shown`);
  }
}

const seeds = process.env.MODEL_SEED ? [Number(process.env.MODEL_SEED)] : Array.from({ length: RUNS }, (_, at) => at + 1);

test(`${seeds.length} runs: nothing is lost, nothing is said or shown twice, and nothing is told that is not so`, async (t) => {
  let applied = 0;
  for (const seed of seeds) {
    const world = new World(seed);
    try {
      await world.play();
    } catch (error) {
      error.message = `MODEL_SEED=${seed}: ${error.message}`;
      throw error;
    }
    applied += world.applied;
  }
  t.diagnostic(`seeds ${seeds[0]} to ${seeds[seeds.length - 1]}, ${applied} events applied`);
});
