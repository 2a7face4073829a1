// How far one has read: told to the server alone, and only what was on the screen while the page was looked at.

const TELL = 5000;

/** `isLooking`: the page is visible and its log at the end. `head`: how far the log is drawn. `from`: read before now. */
export function createReading({ env, send, head, isLooking, from }) {
  let shown = from;
  let told = from;
  let toldAt = -Infinity;
  let timer = null;

  function tell() {
    env.clearTimeout(timer);
    timer = null;
    if (shown <= told || !send({ type: 'read', seq: shown })) return;
    told = shown;
    toldAt = env.now();
  }

  /** Something was drawn, or somebody moved or came back. */
  function look() {
    if (isLooking()) shown = Math.max(shown, head());
    const wait = toldAt + TELL - env.now();
    if (wait <= 0) tell();
    else if (shown > told && timer === null) timer = env.setTimeout(tell, wait);
  }

  /** A new line: what the last one took may not have arrived. */
  function again() {
    told = from;
    look();
  }

  return { look, again, leave: tell, upTo: () => shown };
}
