// The end of a session is told 10, 5 and 1 minutes before it, from the server's clock and not from the line: by a bar, to
// screen readers whatever they are at, aloud where the page is read aloud, and by a soft sound where somebody wants one.

const MARKS = [10, 5, 1];
const MINUTE = 60000;
const LONGEST = 3600000;

/**
 * `endsAt`: in ms, or null where no session is on; `tell` gets the minutes that are left, once for each mark; `draw` those
 * that the bar shows, 0 for none.
 */
export function createEnding({ env, now, endsAt, tell, draw }) {
  let told = { ends: null, least: Infinity };
  let timer;

  function minutes() {
    const ends = endsAt();
    return ends && ends > now() ? Math.ceil((ends - now()) / MINUTE) : 0;
  }

  function wait(left) {
    const rest = endsAt() - now();
    const due = left > MARKS[0] ? rest - MARKS[0] * MINUTE : rest - (left - 1) * MINUTE;
    timer = env.setTimeout(look, Math.min(LONGEST, Math.max(1, due)));
  }

  function look() {
    env.clearTimeout(timer);
    const left = minutes();
    draw(left <= MARKS[0] ? left : 0);
    if (!left) return;
    if (told.ends !== endsAt()) told = { ends: endsAt(), least: Infinity };
    const mark = MARKS.filter((each) => left <= each).pop();
    if (mark && mark < told.least) {
      told.least = mark;
      tell(left);
    }
    wait(left);
  }

  return { look };
}

/** Two soft notes, made by the browser. Off until somebody turns it on, and then heard at once. */
export function createChime(Context) {
  let context = null;
  let isOn = false;

  function note(pitch, at) {
    const [tone, loud] = [context.createOscillator(), context.createGain()];
    tone.frequency.value = pitch;
    loud.gain.setValueAtTime(0, at);
    loud.gain.linearRampToValueAtTime(0.15, at + 0.1);
    loud.gain.linearRampToValueAtTime(0, at + 1.2);
    tone.connect(loud);
    loud.connect(context.destination);
    tone.start(at);
    tone.stop(at + 1.3);
  }

  function ring() {
    if (!isOn) return;
    note(440, context.currentTime);
    note(554, context.currentTime + 0.5);
  }

  function turn() {
    isOn = !isOn;
    context = context || new Context();
    if (context.resume) context.resume();
    ring();
    return isOn;
  }

  return { ring, turn };
}
