// Leaders' tools. Only their pages load it, before room.js.

import { face } from '../../config/js/parts.js';
import { tools } from './circle.js';
import { PHASES } from './log.js';
import { button, make, partsOf } from './view.js';

function createRail({ root, words, log, session, turn, hands, may, name, press, on, confirm }) {
  const { find, show, tell } = partsOf(root);
  const say = words.say;
  const nextPhase = () => PHASES[PHASES.indexOf(session().phase) + 1];
  const give = (id) => ['give', 'next', { type: 'turn', member: id }];
  const lower = (id) => ['lower', 'down', { type: 'lower_hand', member: id }];

  function line(id, acts) {
    const picture = face(log.members.get(id).seat);
    if (picture) picture.classList.add('face--s');
    const box = make('div', 'line-acts');
    const row = make('div', 'line', picture, make('span', 'grow', name(id)), box);
    acts.filter(Boolean).forEach(([what, sign, frame]) => {
      const act = button(say(what), 'btn', sign, () => press(frame));
      act.setAttribute('aria-label', say(what + '_to', { name: name(id) }));
      act.dataset.key = what + id;
      box.append(act);
    });
    return row;
  }

  /** A list that keeps the focus where it was, or takes it itself. */
  function fill(list, rows) {
    const active = document.activeElement;
    const had = list.contains(active);
    list.textContent = '';
    list.append(...rows);
    if (had) (list.querySelector('[data-key="' + active.dataset.key + '"]') || list).focus();
  }

  function queue() {
    const up = hands();
    const [gives, lowers] = [may('turn'), may('lower_hand')];
    show(find('turn-tools'), gives);
    show(find('turn-now').parentNode, turn());
    tell(find('turn-now'), say('turn_of', { name: name(turn()) }));
    show(find('next'), up.length);
    tell(find('next').lastElementChild, say('next_is', { name: name(up[0]) }));
    show(find('end-turn'), turn());
    show(find('hand-tools'), (gives || lowers) && up.length);
    fill(find('hand-list'), up.map((id) => line(id, [gives && give(id), lowers && lower(id)])));
    const others = Array.from(log.members.values()).filter((one) => gives && !one.is_away && one.id !== turn());
    fill(find('member-list'), others.map((one) => line(one.id, [give(one.id)])));
  }

  function parts() {
    show(find('phase-next'), may('phase') && nextPhase());
    tell(find('phase-next').lastElementChild, say('phase_next', { phase: say('phase_' + nextPhase()) }));
    show(find('phase-tools'), may('phase'));
    root.querySelectorAll('[data-phase-to]').forEach((each) => {
      each.setAttribute('aria-pressed', String(each.dataset.phaseTo === session().phase));
    });
    show(find('listen'), may('listen_only'));
    find('listen').setAttribute('aria-pressed', String(Boolean(session().listen_only)));
  }

  root.querySelectorAll('[data-do]').forEach((each) => each.addEventListener('click', () => {
    const act = () => { if (press({ type: each.dataset.do })) each.classList.add('is-busy'); };
    if (each.dataset.do === 'close_session') confirm('close_session', act);
    else act();
  }));
  on('next', () => ({ type: 'turn', member: hands()[0] }));
  on('end-turn', () => ({ type: 'turn', member: null }));
  on('phase-next', () => ({ type: 'phase', phase: nextPhase() }));
  on('listen', () => ({ type: 'listen_only', on: !session().listen_only }));
  root.querySelectorAll('[data-phase-to]').forEach((each) => {
    each.addEventListener('click', () => press({ type: 'phase', phase: each.dataset.phaseTo }));
  });

  function commands() {
    root.querySelectorAll('[data-do]').forEach((each) => {
      show(each, may(each.dataset.do));
      each.classList.remove('is-busy');
    });
  }

  return () => { queue(); parts(); commands(); };
}

tools.push(createRail);
