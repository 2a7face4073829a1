// One's own words on their way. Each has one client_id for life, so that sending again never says it twice.
// On the device they are sealed: ciphertext and an end, nothing else.

const DAY = 24 * 3600 * 1000;
const AGAIN = 15000;
const PREFIX = 'sc.outbox.';

const toText = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));
const toBytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** A UUID of version 4; `crypto.randomUUID` is too young. */
export function newId(random) {
  const bytes = random(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function read(store, name) {
  try {
    const record = JSON.parse(store.getItem(name));
    return record && record.until && record.box ? record : null;
  } catch (error) {
    return null;
  }
}

/** Remove what is past its end or can't be ours, of every writer. */
function sweep(store, now) {
  const names = [];
  for (let at = 0; at < store.length; at += 1) names.push(store.key(at));
  names.filter((name) => name.startsWith(PREFIX)).forEach((name) => {
    const record = read(store, name);
    if (!record || record.until <= now || record.until > now + 2 * DAY) store.removeItem(name);
  });
}

/**
 * A sealed shelf on the device, or null where the browser can't seal: then words live in memory only.
 * The key is imported once, can't be exported, and is stored nowhere.
 */
export async function createSeal({ subtle, store, keyText, writer, room, now, random }) {
  if (!store) return null;
  sweep(store, now());
  if (!subtle || !keyText) return null;
  const key = await subtle.importKey('raw', toBytes(keyText), 'AES-GCM', false, ['encrypt', 'decrypt']);
  const mine = PREFIX + writer + '.' + room + '.';
  const how = (name, iv) => ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) });
  let line = Promise.resolve();
  const inTurn = (work) => { line = line.then(work, work); return line; };

  async function write(name, value) {
    const iv = random(new Uint8Array(12));
    const box = await subtle.encrypt(how(name, iv), key, new TextEncoder().encode(JSON.stringify(value)));
    try {
      store.setItem(name, JSON.stringify({ until: now() + DAY, iv: toText(iv), box: toText(box) }));
    } catch (error) { /* The device's shelf is full or closed: memory still holds it. */ }
  }

  async function open(name) {
    const record = read(store, name);
    try {
      const plain = await subtle.decrypt(how(name, toBytes(record.iv)), key, toBytes(record.box));
      return JSON.parse(new TextDecoder().decode(plain));
    } catch (error) {
      store.removeItem(name);
      return null;
    }
  }

  async function load() {
    const found = {};
    const names = [];
    for (let at = 0; at < store.length; at += 1) names.push(store.key(at));
    for (const name of names.filter((each) => each.startsWith(mine))) {
      const value = await open(name);
      if (value) found[name.slice(mine.length)] = value;
    }
    return found;
  }

  return {
    load,
    save: (name, value) => inTurn(() => write(mine + name, value)),
    drop: (name) => inTurn(() => store.removeItem(mine + name)),
  };
}

/** States that the server does not keep: their words are only here. */
const ONLY_HERE = ['sending', 'stuck', 'nudged', 'refused'];

export function createOutbox({ seal, send, now, uuid, mayPost, changed }) {
  const entries = new Map();

  function keep(entry) {
    entries.set(entry.client_id, entry);
    if (seal) {
      if (ONLY_HERE.includes(entry.state) && entry.body) seal.save(entry.client_id, entry);
      else seal.drop(entry.client_id);
    }
    changed(entry);
  }

  function forget(entry) {
    entries.delete(entry.client_id);
    if (seal) seal.drop(entry.client_id);
    changed(Object.assign({}, entry, { state: 'gone' }));
  }

  function transmit(entry) {
    if (!mayPost() || (entry.retry_at && entry.retry_at > now())) return;
    const frame = { type: 'post', client_id: entry.client_id, body: entry.body, lang: entry.lang };
    if (entry.replaces) frame.replaces = entry.replaces;
    if (entry.anyway) frame.anyway = true;
    if (!send(frame)) return;
    entry.tried = now();
    entry.retry_at = 0;
  }

  /** Say something: `replaces` is the id of a returned message whose text this is now. */
  function say({ body, lang, replaces }) {
    const entry = { client_id: uuid(), body, lang, replaces, state: 'sending', at: now() };
    keep(entry);
    transmit(entry);
    return entry;
  }

  function anyway(id) {
    const entry = Object.assign({}, entries.get(id), { anyway: true, state: 'sending', rev: undefined });
    keep(entry);
    transmit(entry);
  }

  /** A message that was sent back and said anew is the same message under another client_id. */
  function ofMessage(id) {
    return id && Array.from(entries.values()).find((entry) => entry.message === id);
  }

  /** A returned text that was said again is told of by its new words alone. */
  function dropReplaced(entry) {
    if (ONLY_HERE.includes(entry.state) || !entry.message) return;
    entries.forEach((other) => {
      const same = other.message === entry.message || (entry.replaces && other.message === entry.replaces);
      if (same && other !== entry && other.client_id !== entry.client_id) forget(other);
    });
  }

  /** The server's word on one message. The highest `rev` wins; the same again changes nothing. */
  function posted(frame) {
    const known = entries.get(frame.client_id) || ofMessage(frame.message)
      || { client_id: frame.client_id, body: null, at: now() };
    if (known.rev !== undefined && frame.rev < known.rev) return;
    const entry = Object.assign({}, known, {
      state: frame.state, rev: frame.rev, message: frame.message || known.message,
      reason: frame.reason || null, decide_by: frame.decide_by || null, text: '', retry_at: 0,
      wasHeld: known.wasHeld || known.state === 'held',
    });
    keep(entry);
    dropReplaced(entry);
  }

  /** Not taken: it may go again with the same id, by itself (`retry_after`, `posting.…`) or after a change. */
  function error(frame) {
    const known = entries.get(frame.client_id);
    if (!known || !ONLY_HERE.includes(known.state)) return;
    const byItself = frame.retry_after || frame.code.startsWith('posting.');
    keep(Object.assign({}, known, {
      state: byItself ? 'sending' : 'stuck', text: frame.text, tried: now(),
      retry_at: frame.retry_after ? now() + frame.retry_after * 1000 : 0,
    }));
  }

  /** One's own message stands in the log: it needs no place of its own any more. */
  function arrived(message) {
    const entry = entries.get(message.client_id) || ofMessage(message.id);
    if (!entry) return null;
    const told = Object.assign({}, entry, { message: message.id, inLog: true });
    if (ONLY_HERE.includes(entry.state) || entry.state === 'held') {
      told.wasHeld = entry.wasHeld || entry.state === 'held';
      told.state = 'delivered';
    }
    keep(told);
    return told;
  }

  const waiting = () => Array.from(entries.values()).filter((entry) => entry.state === 'sending');

  /** The line is up, or writing opened: everything that has no answer goes again, in its order. */
  function flush() {
    waiting().forEach(transmit);
  }

  /** For those whose answer was lost on a line that looks healthy. */
  function tick() {
    waiting().filter((entry) => entry.retry_at || !entry.tried || now() - entry.tried > AGAIN).forEach(transmit);
  }

  /** What the page and the device knew at load: the server's word first, then words that never reached it. */
  function restore(own, sealed) {
    own.forEach((state) => entries.set(state.client_id, Object.assign({ at: Date.parse(state.said_at) }, state)));
    Object.keys(sealed).filter((name) => name !== 'draft').sort((a, b) => sealed[a].at - sealed[b].at)
      .forEach((name) => {
        if (entries.has(name)) seal.drop(name);
        else entries.set(name, Object.assign({}, sealed[name], { tried: 0 }));
      });
    entries.forEach(changed);
  }

  return {
    say, anyway, posted, error, arrived, flush, tick, restore,
    discard: (id) => forget(entries.get(id)),
    get: (id) => entries.get(id),
    all: () => Array.from(entries.values()),
    wipe: () => entries.clear(),
  };
}
