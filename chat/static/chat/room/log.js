// Frames in, state of the room out. Pure: no elements, no timers, no clock of its own.
// The one rule: the log is applied without a hole and without a double, or not at all.

export const MASK = '\u2588';
export const PHASES = ['opening', 'agreement', 'check_in', 'topic', 'check_out'];
export const SUPPORT = ['hear_you', 'same_here', 'stay_strong', 'thank_you'];

export function idOf(thing) {
  return thing !== null && typeof thing === 'object' ? thing.id : thing;
}

/** The body with each span (code point offsets, the end exclusive) blacked out, so that offsets still fit. */
export function blackOut(body, spans) {
  const points = Array.from(body);
  for (const [start, end] of spans || []) {
    for (let at = start; at < end && at < points.length; at += 1) points[at] = MASK;
  }
  return points.join('');
}

export function createLog(start) {
  const log = {
    me: start.me,
    cursor: start.cursor || null,
    messages: new Map((start.messages || []).map((message) => [message.id, message])),
    members: new Map((start.members || []).map((member) => [member.id, member])),
    here: new Set(start.here || []),
    monitor: Boolean(start.monitor),
    can: new Set(start.can || []),
    session: start.session || null,
    readers: null,
    retention: null,
    limits: { body: 2000, window: 256 },
    more: Boolean(start.more),
    unknown: 0,
  };
  let presentSeq = -1;

  const isMine = (message) => log.me !== 'monitor' && idOf(message.author) === log.me;

  function put(message, seq) {
    const known = log.messages.get(message.id);
    const kept = Object.assign({}, message, { seq: known ? known.seq : message.seq || seq });
    log.messages.set(message.id, kept);
    return kept;
  }

  function change(id, fields) {
    const known = log.messages.get(id);
    if (!known) return null;
    const changed = Object.assign({}, known, fields);
    log.messages.set(id, changed);
    return changed;
  }

  function seat(member, fields) {
    const known = log.members.get(member.id) || {};
    log.members.set(member.id, Object.assign({}, known, member, fields));
  }

  /** What an event tells of the session; one of the room alone (nobody watches) tells its state by its kind. */
  function session(event, state) {
    const told = event.session || Object.assign({}, state && { state }, event.ends_at && { ends_at: event.ends_at });
    log.session = Object.assign({}, log.session, told);
    return ['session', event];
  }

  /** Who supports a message, by kind, in the order in which they did. */
  function reaction(event) {
    const known = log.messages.get(event.message_id);
    if (!known) return null;
    const by = new Map((known.reactions || []).map((one) => [one.kind, one.members]));
    const others = (by.get(event.reaction) || []).filter((id) => id !== event.member_id);
    by.set(event.reaction, event.on ? others.concat(event.member_id) : others);
    const given = Array.from(by, ([kind, members]) => ({ kind, members })).filter((one) => one.members.length);
    return ['reaction', change(known.id, { reactions: given })];
  }

  const kinds = {
    message: (event) => ['message', put(event.message, event.seq)],
    message_restored: (event) => ['message', put(event.message, event.seq)],
    message_removed: (event) => ['message', change(event.message_id, { state: 'removed', body: '', by: event.by })],
    message_masked(event) {
      const known = log.messages.get(event.message_id);
      return ['message', known && change(known.id, { state: 'masked', body: blackOut(known.body, event.spans) })];
    },
    message_expired(event) {
      event.message_ids.forEach((id) => log.messages.delete(id));
      return ['expired', event.message_ids];
    },
    member_joined: (event) => { seat(event.member, { is_away: false }); return ['members', event]; },
    member_away: (event) => { seat(event.member, { is_away: true }); return ['members', event]; },
    member_left: (event) => { log.members.delete(idOf(event.member)); return ['members', event]; },
    session_opened: (event) => session(event, 'open'),
    posting_paused: (event) => session(event, 'paused'),
    posting_resumed: (event) => session(event, 'open'),
    session_closed: (event) => session(event, 'closed'),
    phase: session,
    turn: session,
    hand: session,
    reaction,
    notice: (event) => ['told', event],
    hidden: () => null,
  };

  function one(event) {
    if (kinds[event.kind]) return kinds[event.kind](event);
    log.unknown += 1;
    return null;
  }

  /** The part of a run that is new, or null if there is a hole before or in it. */
  function fresh(run) {
    let last = log.cursor.seq;
    const found = [];
    for (const event of run) {
      const through = event.through || event.seq;
      if (through > last) {
        if (event.seq > last + 1) return null;
        found.push(event);
        last = through;
      }
    }
    return { found, last };
  }

  function events(frame) {
    if (!log.cursor && frame.events.length && frame.events[0].seq === 1) log.cursor = { epoch: frame.epoch, seq: 0 };
    if (!log.cursor || frame.epoch !== log.cursor.epoch) return { ask: true, changes: [] };
    const run = fresh(frame.events);
    if (!run) return { ask: true, changes: [] };
    if (run.last > log.cursor.seq) log.cursor = { epoch: frame.epoch, seq: run.last };
    return { changes: run.found.map(one).filter((made) => made && made[1]) };
  }

  function reset(frame) {
    log.cursor = { epoch: frame.epoch, seq: frame.seq };
    log.messages = new Map(frame.messages.map((message) => [message.id, message]));
    log.session = frame.session || null;
    log.more = frame.more === undefined ? frame.messages.length > 0 : frame.more;
    presentSeq = -1;
    return { changes: [['reset', frame]] };
  }

  function ready(frame) {
    log.me = frame.me.role === 'monitor' ? 'monitor' : frame.me.id;
    log.can = new Set(frame.can);
    log.readers = frame.readers;
    log.retention = frame.room.retention && frame.room.retention.text;
    log.session = frame.room.session;
    log.limits = Object.assign({}, log.limits, frame.limits);
    const before = log.members;
    log.members = new Map();
    frame.room.members.forEach((member) => {
      log.members.set(member.id, Object.assign({}, before.get(member.id), member));
    });
    presentSeq = -1;
    return { changes: [['ready', frame]] };
  }

  function present(frame) {
    if (frame.seq < presentSeq) return { changes: [] };
    presentSeq = frame.seq;
    log.here = new Set(frame.members.map(idOf));
    log.monitor = Boolean(frame.monitor);
    return { changes: [['present', frame]] };
  }

  function head(frame) {
    const behind = !log.cursor || frame.epoch !== log.cursor.epoch || frame.seq > log.cursor.seq;
    return { behind, changes: [] };
  }

  const frames = { ready, events, reset, present, head };

  /** What a frame changed: `changes` are pairs for the page; `ask`: the run had a hole, nothing was applied. */
  function apply(frame) {
    return frames[frame.type] ? frames[frame.type](frame) : { changes: [] };
  }

  /** Forget what has reached the end of its time; answers the ids. `now` in ms of the server's clock. */
  function expire(now) {
    const ids = [];
    log.messages.forEach((message) => {
      if (message.shown_until && Date.parse(message.shown_until) <= now) ids.push(message.id);
    });
    ids.forEach((id) => log.messages.delete(id));
    return ids;
  }

  /** When the next message ends, in ms of the server's clock; Infinity if none does. */
  function nextEnd() {
    let soonest = Infinity;
    log.messages.forEach((message) => {
      if (message.shown_until) soonest = Math.min(soonest, Date.parse(message.shown_until));
    });
    return soonest;
  }

  /** Older messages, oldest first; what is known already stays as it is. Answers those that are new. */
  function older(messages, more) {
    const found = messages.filter((message) => !log.messages.has(message.id));
    const rest = Array.from(log.messages);
    log.messages = new Map(found.map((message) => [message.id, message]).concat(rest));
    log.more = Boolean(more);
    return found;
  }

  function oldest() {
    let least = Infinity;
    log.messages.forEach((message) => { if (message.seq) least = Math.min(least, message.seq); });
    return least;
  }

  return Object.assign(log, { apply, expire, nextEnd, older, oldest, isMine });
}
