// The session: its parts, whose turn it is, who asks for it. Nothing can be pressed that `can` does not list.

import { PHASES } from './log.js';
import { partsOf } from './view.js';

const TWICE = 600; // ms in which a second press is the same finger
const INWARD = 27 / 118; // where the sign of a hand is, of the way to the middle
const NOTES = {
  session_opened: ['circle', 'note_opened'], posting_paused: ['pause', 'note_paused'],
  posting_resumed: ['play', 'note_resumed'], session_closed: ['circle', 'note_closed'],
};

/** Leaders' pages put their tools here first: functions that get the circle and answer how to draw. */
export const tools = [];

export function createCircle({ root, words, log, now, ask, confirm }) {
  const { find, show, tell } = partsOf(root);
  const say = words.say;
  let pressedAt = 0;

  const session = () => log.session || {};
  const isLive = () => ['open', 'paused'].includes(session().state);
  const may = (what) => log.can.has(what);
  const alias = (id) => Object(log.members.get(id)).alias || say('someone');
  const name = (id) => (id === log.me ? say('you') : alias(id));
  const turn = () => (isLive() && session().turn) || null;
  const hands = () => ((isLive() && session().hands) || []).filter((id) => log.members.has(id));

  /** A finger that is too quick must not press what came under it meanwhile. */
  function press(frame) {
    if (now() - pressedAt < TWICE) return false;
    pressedAt = now();
    return ask(frame);
  }

  function on(what, frame) {
    find(what).addEventListener('click', () => press(frame()));
  }

  // Stage

  function phases() {
    const at = isLive() ? PHASES.indexOf(session().phase) : -1;
    show(find('phases'), at >= 0);
    show(find('phase-now'), at >= 0);
    tell(find('phase-now'), say('phase_now', { phase: say('phase_' + PHASES[at]), n: at + 1 }));
    root.querySelectorAll('[data-phase]').forEach((part, index) => {
      part.classList.toggle('is-done', index < at);
      if (index === at) part.setAttribute('aria-current', 'step');
      else part.removeAttribute('aria-current');
    });
  }

  function turns() {
    const mine = turn() === log.me;
    tell(find('turn'), turn() ? (mine ? say('your_turn') : alias(turn())) : '');
    find('turn').classList.toggle('you', mine);
    show(find('turn').closest('div'), turn());
    tell(find('hands'), hands().map(name).join(', '));
    show(find('hands').parentNode, hands().length);
  }

  function badge(place) {
    const mark = find('hand-mark').content.querySelector('g').cloneNode(true);
    const [x, y] = place.getAttribute('transform').match(/-?[\d.]+/g);
    mark.setAttribute('transform', 'translate(' + -x * INWARD + ' ' + -y * INWARD + ')');
    return mark;
  }

  function ring() {
    log.members.forEach((member) => {
      const place = root.querySelector('.ring [data-seat="' + Number(member.seat) + '"]');
      if (!place) return;
      const isUp = hands().includes(member.id);
      const old = place.querySelector('.seat-hand');
      place.classList.toggle('is-away', Boolean(member.is_away));
      place.classList.toggle('is-out', !member.is_away && !log.here.has(member.id));
      place.classList.toggle('is-speaking', member.id === turn());
      place.classList.toggle('is-hand', isUp);
      if (isUp && !old) place.append(badge(place));
      if (!isUp && old) old.remove();
    });
  }

  /** One's own hand, and one's own turn. */
  function own() {
    if (!find('turns')) return;
    const mine = turn() === log.me;
    const isUp = hands().includes(log.me);
    const mayAsk = may('hand') && isLive() && !mine;
    show(find('hand'), mayAsk);
    tell(find('hand').lastElementChild, say(isUp ? 'hand_down' : 'hand_up'));
    show(find('pass'), mine && may('pass'));
    const where = hands()[0] === log.me ? 'hand_first' : 'hand_is_up';
    tell(find('my-turn'), mine ? say('your_turn') : isUp ? say(where) : '');
    show(find('turns'), mayAsk || mine);
  }

  if (find('turns')) {
    on('hand', () => ({ type: 'hand', up: !hands().includes(log.me) }));
    on('pass', () => ({ type: 'pass' }));
  }

  /** What an event says in the list of words, as [icon, text]; null for what the stage alone shows. */
  function note(event) {
    const listens = event.why === 'listen_only' && event.kind === 'posting_paused';
    if (event.kind === 'phase') return ['next', say('note_phase', { phase: say('phase_' + session().phase) })];
    if (event.kind === 'turn' && event.passed) return ['pass', say('note_passed', { name: name(event.passed) })];
    const found = listens ? ['ear', 'note_listen'] : NOTES[event.kind];
    return found ? [found[0], say(found[1], { time: words.time(event.at) })] : null;
  }

  /** Those who write now, in words. */
  function writing(ids) {
    const others = ids.filter((id) => id !== log.me && log.members.has(id));
    const text = others.length > 1 ? say('writing_many') : say('writing_one', { name: alias(others[0]) });
    tell(find('writing').lastElementChild, text);
    show(find('writing'), others.length);
  }

  const rails = tools.map((create) => create({ root, words, log, session, turn, hands, may, name, press, on, confirm }));

  function draw() {
    [phases, turns, ring, own].concat(rails).forEach((part) => part());
  }

  return { draw, note, writing };
}
