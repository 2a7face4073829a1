// One's own words on their way. Each has one client_id for life, so that sending again never says it twice.
// On the device they are sealed (see seal.js).

const AGAIN = 15000;

/** A UUID of version 4; `crypto.randomUUID` is too young. */
export function newId(random) {
  const bytes = random(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** States that the server does not keep: their words are only here. */
const ONLY_HERE = ['sending', 'stuck', 'nudged', 'refused'];

/** Where the page shows an own message: `log`, in a row of its `own` (or still on its `way`), or nowhere. */
export function placeOf(entry, log) {
  if (entry.state === 'gone') return '';
  if (log.messages.has(entry.message)) return 'log';
  if (entry.inLog || entry.state === 'masked') return '';
  if (entry.state !== 'delivered') return entry.state === 'sending' ? 'way' : 'own';
  const isPast = entry.seq && log.cursor && entry.seq <= log.cursor.seq;
  return entry.body && !isPast ? 'way' : '';
}

export function createOutbox({ seal, send, now, uuid, mayPost, changed }) {
  const entries = new Map();
  const shelved = new Set(); // put on the shelf by this page: if it is gone from there, another tab has settled it
  const settled = new Set(); // ids that are not adopted again
  let isWiped = false;

  const all = () => Array.from(entries.values());
  const merged = (entry, fields) => Object.assign({}, entry, fields);
  const hasToWait = (entry) => Boolean(entry.retry_at) && entry.retry_at > now();
  const waiting = () => all().filter((entry) => entry.state === 'sending' || entry.isDoubted);
  const isSettledElsewhere = ({ client_id: id }) => shelved.has(id) && !seal.has(id);

  function keep(entry) {
    const id = entry.client_id;
    entries.set(id, entry);
    shelved.delete(id);
    if (seal && ONLY_HERE.includes(entry.state) && entry.body) {
      seal.save(id, entry).then((done) => { if (done && entries.get(id) === entry) shelved.add(id); });
    } else if (seal) {
      seal.drop(id);
    }
    changed(entry);
  }

  function forget(entry) {
    if (!entry) return;
    const id = entry.client_id;
    entries.delete(id);
    shelved.delete(id);
    settled.add(id);
    if (seal) seal.drop(id);
    changed(merged(entry, { state: 'gone' }));
  }

  function transmit(entry) {
    if (!mayPost()) return;
    if (isSettledElsewhere(entry)) {
      forget(entry);
      return;
    }
    const frame = { type: 'post', client_id: entry.client_id, body: entry.body, lang: entry.lang };
    if (entry.replaces) frame.replaces = entry.replaces;
    if (entry.anyway) frame.anyway = true;
    if (send(frame)) Object.assign(entry, { tried: now(), retry_at: 0, onItsWay: true });
  }

  /** In their turn: nothing overtakes words that have to wait. */
  function transmitAll(some) {
    const first = some.findIndex(hasToWait);
    some.slice(0, first < 0 ? some.length : first).forEach(transmit);
  }

  /** Say something, once for each `client_id`; `replaces`: the id of a returned message whose text this is now. */
  function say({ body, lang, replaces, client_id: given }) {
    const known = entries.get(given);
    if (known && known.body === body) return known;
    const id = given && !known ? given : uuid();
    const entry = { client_id: id, body, lang, replaces, state: 'sending', at: now() };
    const mustWait = waiting().some(hasToWait);
    keep(entry);
    if (!mustWait) transmit(entry);
    return entry;
  }

  function again(known, fields) {
    const entry = merged(known, Object.assign({ state: 'sending', text: '', rev: undefined, retry_at: 0, tried: 0 }, fields));
    keep(entry);
    transmit(entry);
  }

  /** A message that was sent back and said anew is the same message under another client_id. */
  const known = (id, message) => entries.get(id) || (message && all().find((entry) => entry.message === message));

  /** A returned text that was said again is told of by its new words alone. */
  function dropReplaced(entry) {
    if (ONLY_HERE.includes(entry.state) || !entry.message) return;
    entries.forEach((other) => {
      const same = other.message === entry.message || (entry.replaces && other.message === entry.replaces);
      if (same && other.client_id !== entry.client_id) forget(other);
    });
  }

  /** The server's word on one message. The highest `rev` wins; the same again changes nothing. */
  function posted(frame) {
    const was = known(frame.client_id, frame.message) || { client_id: frame.client_id, body: null, at: now() };
    if (was.rev !== undefined && frame.rev < was.rev) return;
    const entry = merged(was, {
      state: frame.state, rev: frame.rev, message: frame.message || was.message, seq: frame.seq || was.seq,
      reason: frame.reason || null, decide_by: frame.decide_by || null, text: '', retry_at: 0, onItsWay: false, isDoubted: false,
      wasHeld: was.wasHeld || was.state === 'held',
    });
    keep(entry);
    dropReplaced(entry);
  }

  /** Not taken: it goes again by itself, or under a new id (another tab used this one), or after a change. */
  function error(frame) {
    const was = entries.get(frame.client_id);
    if (!was || !ONLY_HERE.includes(was.state)) return;
    if (frame.code === 'client_id.reused') {
      forget(was);
      again(was, { client_id: uuid() });
      return;
    }
    const byItself = frame.retry_after || frame.code.startsWith('posting.');
    keep(merged(was, {
      state: byItself ? 'sending' : 'stuck', text: frame.text, tried: now(), onItsWay: false,
      retry_at: frame.retry_after ? now() + frame.retry_after * 1000 : 0,
    }));
  }

  /** One's own message stands in the log: it needs no place of its own any more. */
  function arrived(message) {
    const was = known(message.client_id, message.id);
    settled.add(message.client_id);
    if (!was || was.inLog) return;
    const isNew = ONLY_HERE.includes(was.state) || was.state === 'held';
    keep(merged(was, {
      message: message.id, inLog: true, onItsWay: false, isDoubted: false,
      state: isNew ? 'delivered' : was.state, wasHeld: was.wasHeld || was.state === 'held',
    }));
  }

  /** What is not on its way goes, in its order; on a new line, everything that has no answer. */
  function flush(isNewLine) {
    transmitAll(waiting().filter((entry) => isNewLine || !entry.onItsWay));
  }

  /** What became of held words may be lost with the old log: said again, they tell. */
  function doubt() {
    entries.forEach((entry) => { entry.isDoubted = entry.state === 'held' && Boolean(entry.body) && !entry.inLog; });
    flush();
  }

  /** For those whose answer was lost on a healthy line. */
  function tick() {
    transmitAll(waiting().filter((entry) => entry.retry_at || !entry.tried || now() - entry.tried > AGAIN));
  }

  /** Words that another tab, or this one before, left on the shelf. */
  function adopt(sealed) {
    if (isWiped) return;
    all().filter(isSettledElsewhere).forEach(forget);
    Object.keys(sealed).filter((id) => id !== 'draft' && !entries.has(id) && !settled.has(id))
      .sort((a, b) => sealed[a].at - sealed[b].at)
      .forEach((id) => {
        entries.set(id, merged(sealed[id], { tried: 0, onItsWay: false }));
        shelved.add(id);
        changed(entries.get(id));
      });
  }

  /** What was known at load: the server's word first, then words that never reached it. */
  function restore(own, sealed) {
    own.forEach((state) => entries.set(state.client_id, merged({ at: Date.parse(state.said_at) }, state)));
    Object.keys(sealed).filter((id) => entries.has(id)).forEach((id) => seal.drop(id));
    entries.forEach(changed);
    adopt(sealed);
  }

  return {
    say, posted, error, arrived, doubt, flush, tick, adopt, restore, all,
    again: (id) => again(entries.get(id)),
    anyway: (id) => again(entries.get(id), { anyway: true }),
    knows: (id) => entries.has(id) || settled.has(id),
    discard: (id) => forget(entries.get(id)),
    get: (id) => entries.get(id),
    wipe() { isWiped = true; entries.clear(); },
  };
}
