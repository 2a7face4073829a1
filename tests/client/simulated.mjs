// A server with a dense log, and networks that fail, for the model test. One seed decides everything.

export class Dice {
  constructor(seed) { this.state = (seed * 2654435761 + 1) >>> 0; }
  /** 0 to 1, by mulberry32. */
  roll() {
    this.state = (this.state + 0x6D2B79F5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  chance(part) { return this.roll() < part; }
  below(count) { return Math.floor(this.roll() * count); }
  pick(list) { return list[this.below(list.length)]; }
}

export const WINDOW = 16;
const SHOWN = 10;
const LATER = '2099-01-01T00:00:00.000Z';
const AT = '2026-11-23T18:00:00.000Z';

export class Server {
  constructor(dice, clock) {
    Object.assign(this, { dice, clock, epoch: 'e1', events: [], messages: new Map(), own: new Map(), verdicts: new Map(), lines: new Set(),
      waiters: new Set(), lease: '', paused: false, faults: true, blocked: false, down: false, version: 0, made: 0 });
  }

  get head() { return this.events.length; }

  // The log

  append(kind, fields, isHidden) {
    this.events.push(Object.assign({ seq: this.head + 1, kind, at: AT, isHidden: Boolean(isHidden) }, fields));
    this.wake();
  }

  wake() {
    this.lines.forEach((line) => line.goOn());
    this.waiters.forEach((wait) => wait());
  }

  put(fields) {
    this.made += 1;
    const message = Object.assign({ id: `m${this.made}`, client_id: `other-${this.made}`, author: 'ben', body: `b${this.made}`,
      state: 'delivered', said_at: AT, shown_until: LATER, reactions: [] }, fields);
    this.messages.set(message.id, message);
    this.deliver(message);
    return message;
  }

  deliver(message) {
    message.state = 'delivered';
    message.seq = this.head + 1;
    this.append('message', { message_id: message.id });
  }

  remove(message) {
    Object.assign(message, { state: 'removed', body: '' });
    this.append('message_removed', { message_id: message.id, by: 'staff' });
  }

  react(message, member, kind, on) {
    const by = new Map(message.reactions.map((one) => [one.kind, one.members]));
    by.set(kind, (by.get(kind) || []).filter((id) => id !== member).concat(on ? member : []));
    message.reactions = Array.from(by).filter(([, members]) => members.length).map(([one, members]) => ({ kind: one, members }));
    this.append('reaction', { message_id: message.id, member_id: member, reaction: kind, on });
  }

  /** The log was rebuilt: the same messages under other numbers. */
  rebuild() {
    this.epoch = `e${Number(this.epoch.slice(1)) + 1}`;
    this.events = [];
    Array.from(this.messages.values()).filter((one) => one.seq).forEach((one) => {
      one.seq = this.head + 1;
      this.events.push({ seq: this.head + 1, kind: 'message', at: AT, message_id: one.id });
    });
    Array.from(this.lines).forEach((line) => line.end(1012));
    this.wake();
  }

  // What is served

  view(message) { return JSON.parse(JSON.stringify(message)); }

  served(event) {
    if (event.isHidden) return { seq: event.seq, through: event.seq, kind: 'hidden', at: AT };
    const fields = Object.assign({}, event);
    delete fields.isHidden;
    if (event.kind === 'message') fields.message = this.view(this.messages.get(event.message_id));
    return fields;
  }

  /** A run after `seq`, hidden neighbours as one. */
  run(seq, most) {
    const found = [];
    this.events.slice(seq, seq + most).map((event) => this.served(event)).forEach((event) => {
      const last = found[found.length - 1];
      if (last && last.kind === 'hidden' && event.kind === 'hidden') last.through = event.seq;
      else found.push(event);
    });
    return { type: 'events', epoch: this.epoch, events: found };
  }

  shown() {
    return this.events.filter((event) => event.kind === 'message').slice(-SHOWN)
      .map((event) => this.view(this.messages.get(event.message_id)));
  }

  reset() {
    return { type: 'reset', epoch: this.epoch, seq: this.head, messages: this.shown(), session: null, more: false };
  }

  isKnown(cursor) { return cursor && cursor.epoch === this.epoch && cursor.seq <= this.head; }

  ready() {
    return { type: 'ready', me: { id: 'ana', role: 'member' }, can: this.paused ? ['help'] : ['help', 'post'], readers: '', epoch: this.epoch,
      head: this.head, limits: { body: 2000, window: WINDOW }, room: { members: [], session: null, retention: null } };
  }

  /** After each ready: own messages that are held or decided. */
  decided() {
    return Array.from(this.own.values()).filter((one) => ['held', 'returned'].includes(one.state)).map((one) => this.posted(one));
  }

  posted(message) {
    const { client_id, state, id, rev } = message;
    return { type: 'posted', client_id, state, rev, message: id, seq: message.seq };
  }

  // What is asked

  handle(frame) {
    if (frame.type === 'ping') return { type: 'pong' };
    if (frame.type !== 'post') return null;
    const known = this.own.get(frame.client_id);
    if (known && known.body !== frame.body && known.state !== 'removed') {
      return { type: 'error', code: 'client_id.reused', text: '', client_id: frame.client_id };
    }
    if (known) return this.posted(known);
    if (this.paused) return { type: 'error', code: 'posting.paused', text: 'Paused.', client_id: frame.client_id };
    return this.judge(frame);
  }

  judge(frame) {
    const key = frame.client_id + Boolean(frame.anyway);
    const luck = this.verdicts.get(key) || (this.faults ? this.dice.roll() : 1);
    if (luck >= 0.1) this.verdicts.set(key, luck);
    const answer = (state) => ({ type: 'posted', client_id: frame.client_id, state, rev: 0 });
    if (luck < 0.1) return { type: 'error', code: 'rate.posts', text: 'Wait.', client_id: frame.client_id, retry_after: 3 };
    if (luck < 0.17 && !frame.anyway) return answer('nudged');
    if (luck < 0.22) return answer('refused');
    const message = { client_id: frame.client_id, author: 'ana', body: frame.body, rev: 1 };
    this.made += 1;
    const kept = Object.assign({ id: `m${this.made}`, said_at: AT, shown_until: LATER, reactions: [] }, message);
    this.messages.set(kept.id, kept);
    this.own.set(kept.client_id, kept);
    if (luck < 0.35 || frame.anyway) kept.state = 'held';
    else this.deliver(kept);
    return this.posted(kept);
  }

  decide(message) {
    message.rev = 2;
    if (this.dice.chance(0.6)) {
      this.deliver(message);
    } else {
      message.state = 'returned';
      this.append('note', {}, true);
    }
    this.lines.forEach((line) => line.says(this.posted(message)));
    this.version += 1;
  }

  setPaused(is) {
    this.paused = is;
    this.version += 1;
    this.append(is ? 'posting_paused' : 'posting_resumed', { why: 'leader' });
    this.lines.forEach((line) => line.isReady && line.says(this.ready()));
  }

  // Polls

  async fetch(url, options) {
    const { dice, clock } = this;
    await this.delay(5 + dice.below(40));
    if (this.down || (this.faults && dice.chance(0.06))) throw new TypeError('lost');
    if (this.draining) return reply(503, undefined, { 'Retry-After': '3' });
    if (this.faults && dice.chance(0.02)) return reply(429, undefined, { 'Retry-After': '4' });
    if (url === '/frames') return this.takeFrame(JSON.parse(options.body));
    const query = new URL(url, 'http://x').searchParams;
    if (query.get('state') === '') this.lease = query.get('tab');
    if (this.lease !== query.get('tab')) return reply(409);
    return this.waitFor(query, options.signal, clock.now() + 25000);
  }

  takeFrame(frame) {
    const answer = this.handle(frame);
    if (this.faults && this.dice.chance(0.1)) throw new TypeError('the answer is lost');
    return answer ? reply(200, answer) : reply(204);
  }

  async waitFor(query, signal, until) {
    const cursor = { epoch: query.get('epoch'), seq: Number(query.get('after')) };
    for (;;) {
      const tag = `v${this.version}`;
      const frames = query.get('state') === tag ? [] : [this.ready(), ...this.decided()];
      if (!this.isKnown(cursor)) frames.push(this.reset());
      else if (cursor.seq < this.head) frames.push(this.run(cursor.seq, 6));
      else if (this.clock.now() >= until) frames.push({ type: 'head', epoch: this.epoch, seq: this.head });
      if (frames.length) return reply(200, { frames, state: tag });
      await this.news(signal, until - this.clock.now());
      if (this.lease !== query.get('tab')) return reply(409);
    }
  }

  news(signal, ms) {
    return new Promise((done, failed) => {
      const wait = () => { this.waiters.delete(wait); this.clock.clearTimeout(timer); done(); };
      const timer = this.clock.setTimeout(wait, ms);
      signal.addEventListener('abort', () => { wait(); failed(new Error('aborted')); });
      this.waiters.add(wait);
    });
  }

  delay(ms) { return new Promise((done) => { this.clock.setTimeout(done, ms); }); }
}

function reply(status, body, headers = {}) {
  return {
    status,
    headers: { get: (name) => headers[name] || null },
    json: () => Promise.resolve(body),
    text: () => Promise.resolve(body === undefined ? '' : JSON.stringify(body)),
  };
}

/** One WebSocket, both ends. Frames to the page arrive in turn, unless the dice say otherwise. */
export function socketOf(server) {
  const { dice, clock } = server;
  return class Line {
    constructor() {
      Object.assign(this, { queue: [], sent: 0, told: 0, epoch: '', isReady: false, isOver: false });
      clock.setTimeout(() => this.begins(), 5 + dice.below(60));
    }

    begins() {
      if (this.isOver) return;
      if (server.down || server.blocked || (server.faults && dice.chance(0.08))) {
        this.end(1006);
        return;
      }
      server.lines.add(this);
      this.onopen({});
    }

    // From the page

    send(text) {
      const frame = JSON.parse(text);
      const isLost = server.faults && frame.type !== 'applied' && dice.chance(0.03);
      clock.setTimeout(() => { if (!this.isOver && !isLost) this.hears(frame); }, 5 + dice.below(30));
    }

    close() {
      this.isOver = true;
      server.lines.delete(this);
    }

    // From the server

    hears(frame) {
      if (frame.type === 'hello') this.greets(frame);
      else if (frame.type === 'applied') this.opensWindow(frame.seq);
      else {
        const answer = server.handle(frame);
        if (answer) this.says(answer);
        if (server.faults && frame.type === 'post' && dice.chance(0.1)) server.handle(frame);
      }
    }

    opensWindow(seq) {
      if (seq > this.sent) throw new Error(`applied ${seq} is ahead of what was sent, ${this.sent}`);
      this.told = Math.max(this.told, seq);
      this.goOn();
    }

    greets(frame) {
      server.lease = frame.tab;
      Array.from(server.lines).filter((line) => line !== this).forEach((line) => line.end(4409));
      server.waiters.forEach((wait) => wait());
      this.says(server.ready());
      this.isReady = true;
      this.epoch = server.epoch;
      this.sent = server.isKnown(frame.cursor) ? frame.cursor.seq : server.head;
      this.told = this.sent;
      if (!server.isKnown(frame.cursor)) this.says(server.reset());
      server.decided().forEach((one) => this.says(one));
      this.goOn();
      this.beats();
    }

    beats() {
      clock.setTimeout(() => {
        if (this.isOver) return;
        this.says({ type: 'head', epoch: server.epoch, seq: server.head });
        this.beats();
      }, 20000);
    }

    /** What is new goes out, a few at a time, as far as the window is open. */
    goOn() {
      while (this.isReady && !this.isOver && this.sent < server.head && this.sent - this.told < WINDOW) {
        const most = Math.min(1 + dice.below(6), WINDOW - (this.sent - this.told));
        this.says(server.run(this.sent, most));
        this.sent = Math.min(server.head, this.sent + most);
      }
    }

    says(frame) {
      const luck = server.faults ? dice.roll() : 1;
      if (luck < 0.04) return;
      if (luck < 0.08) this.queue.push(frame);
      if (luck < 0.12 && this.queue.length) this.queue.splice(-1, 0, frame);
      else this.queue.push(frame);
      for (let count = 0; count < 2; count += 1) clock.setTimeout(() => this.pump(), 5 + dice.below(30));
    }

    pump() {
      if (this.isOver || !this.queue.length) return;
      this.onmessage({ data: JSON.stringify(this.queue.shift()) });
    }

    end(code) {
      if (this.isOver) return;
      this.close();
      clock.setTimeout(() => this.onclose({ code }), 5);
    }
  };
}
