// A clock that only tests move, and lines that only tests answer.

export class Clock {
  constructor(start = 1_000_000, turns = 5) {
    this.turns = turns;
    this.at = start;
    this.timers = new Map();
    this.last = 0;
    this.now = () => this.at;
    this.setTimeout = (work, ms) => { this.last += 1; this.timers.set(this.last, { work, due: this.at + ms }); return this.last; };
    this.clearTimeout = (id) => { this.timers.delete(id); };
  }

  /** Move time on, timer by timer, letting promises settle between. */
  async pass(ms) {
    const end = this.at + ms;
    await settle(this.turns);
    for (;;) {
      const next = Array.from(this.timers).filter(([, timer]) => timer.due <= end).sort((a, b) => a[1].due - b[1].due)[0];
      if (!next) break;
      this.timers.delete(next[0]);
      this.at = Math.max(this.at, next[1].due);
      next[1].work();
      await settle(this.turns);
    }
    this.at = end;
  }
}

export async function settle(turns = 5) {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((done) => setImmediate(done));
}

export class Sockets {
  constructor() {
    const all = [];
    this.all = all;
    this.Class = class {
      constructor(url, protocol) {
        Object.assign(this, { url, protocol, sent: [], closed: false });
        all.push(this);
      }
      send(text) { this.sent.push(JSON.parse(text)); }
      close() { this.closed = true; }
      opens() { this.onopen({}); }
      says(frame) { this.onmessage({ data: JSON.stringify(frame) }); }
      ends(code) { this.onclose({ code }); }
    };
  }
  get last() { return this.all[this.all.length - 1]; }
}

/** A server for polling: `answers` is a list of functions or answers, the last one stays. */
export class Polls {
  constructor(...answers) {
    this.answers = answers;
    this.asked = [];
    this.fetch = (url, options) => {
      this.asked.push({ url, options });
      const next = this.answers.length > 1 ? this.answers.shift() : this.answers[0];
      const answer = typeof next === 'function' ? next(url, options) : next;
      return answer instanceof Promise ? answer : Promise.resolve(answer);
    };
  }
}

export function answer(status, body, headers = {}) {
  return {
    status,
    headers: { get: (name) => headers[name] || null },
    json: () => Promise.resolve(body),
    text: () => Promise.resolve(body === undefined ? '' : JSON.stringify(body)),
  };
}

export const never = () => new Promise(() => {});

export class Store {
  constructor() { this.rows = new Map(); this.told = () => {}; }
  get length() { return this.rows.size; }
  key(at) { return Array.from(this.rows.keys())[at]; }
  getItem(name) { return this.rows.has(name) ? this.rows.get(name) : null; }
  setItem(name, value) { this.rows.set(name, String(value)); this.told(); }
  removeItem(name) { this.rows.delete(name); this.told(); }
  get everything() { return JSON.stringify(Array.from(this.rows)); }
}
