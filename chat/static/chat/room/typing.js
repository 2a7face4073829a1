// Who is writing just now. Told at most every 10 s, believed for 15 s, and never part of the log.

const TELL = 10000;
const BELIEVE = 15000;

/** `show` gets the ids of those who write; `send` answers whether there was a line. */
export function createTyping({ env, send, show }) {
  const writers = new Map();
  let toldAt = -Infinity;
  let isTold = false;

  function forget(id) {
    if (!writers.has(id)) return;
    env.clearTimeout(writers.get(id));
    writers.delete(id);
    show(Array.from(writers.keys()));
  }

  function heard({ member, on }) {
    if (!on) {
      forget(member);
      return;
    }
    env.clearTimeout(writers.get(member));
    writers.set(member, env.setTimeout(() => forget(member), BELIEVE));
    show(Array.from(writers.keys()));
  }

  /** From the composer: there are words in it, or none. */
  function wrote(isThere) {
    const isDue = isThere ? env.now() - toldAt >= TELL : isTold;
    if (!isDue || !send({ type: 'typing', on: isThere })) return;
    isTold = isThere;
    if (isThere) toldAt = env.now();
  }

  function clear() {
    writers.forEach((timer) => env.clearTimeout(timer));
    writers.clear();
    show([]);
  }

  return { heard, wrote, forget, clear };
}
