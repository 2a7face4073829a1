// Support for a message, of four kinds. Who gave it is told to whoever asks; how many, never.

import { SUPPORT } from './log.js';
import { button, make } from './view.js';

const SIGNS = { hear_you: 'ear', same_here: 'same', stay_strong: 'strong', thank_you: 'thanks' };

export function createSupport({ words, log, react, redraw }) {
  const say = words.say;
  let open = null; // the message whose panel is open

  const given = (message) => (message.reactions || []).filter((one) => SIGNS[one.kind] && one.members.length);
  const isOn = (message, kind) => given(message).some((one) => one.kind === kind && one.members.includes(log.me));

  function nameOf(id) {
    if (id === log.me) return say('you_too');
    return Object(log.members.get(id)).alias || say('someone');
  }

  /** One's own name last: others are the news. */
  function names(members) {
    const others = members.filter((id) => id !== log.me);
    return others.concat(members.filter((id) => id === log.me)).map(nameOf).join(', ');
  }

  function toggle(message) {
    const was = open;
    open = open === message.id ? null : message.id;
    if (was && was !== message.id && log.messages.has(was)) redraw(log.messages.get(was));
    redraw(message);
  }

  const withKey = (element, key) => {
    element.dataset.key = key;
    return element;
  };

  /** A sign on the message; pressed, it says by whom. */
  function pill(message, one) {
    const what = say('support_' + one.kind);
    const face = button('', 'act react' + (isOn(message, one.kind) ? ' is-on' : ''), SIGNS[one.kind], () => toggle(message));
    const inside = make('span', '', face.firstChild, what);
    face.append(inside);
    face.setAttribute('aria-label', say('support_from', { what, names: names(one.members) }));
    face.setAttribute('aria-expanded', String(open === message.id));
    return withKey(face, one.kind);
  }

  function choice(message, kind) {
    const is = isOn(message, kind);
    const one = button(say('support_' + kind), 'btn', SIGNS[kind], () => {
      open = null;
      react(message, kind, !is);
      redraw(message);
    });
    one.setAttribute('aria-pressed', String(is));
    return withKey(one, 'give-' + kind);
  }

  function panel(message, mayGive) {
    const box = make('div', 'pick');
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', say('support'));
    if (mayGive) SUPPORT.forEach((kind) => box.append(choice(message, kind)));
    given(message).forEach((one) => {
      box.append(make('p', 'pick-who', make('b', '', say('support_' + one.kind)), ' ' + names(one.members)));
    });
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') toggle(message);
    });
    return box;
  }

  /** What stands below a message, and its panel if that is open. */
  function parts(message, mine) {
    const mayGive = !mine && log.can.has('react');
    const all = given(message).map((one) => pill(message, one));
    if (mayGive) {
      const ask = withKey(button(say('support'), 'act', 'thanks', () => toggle(message)), 'ask');
      ask.setAttribute('aria-expanded', String(open === message.id));
      all.push(ask);
    }
    const isOpen = open === message.id && (mayGive || all.length);
    return { acts: all, panel: isOpen ? panel(message, mayGive) : null };
  }

  return { parts };
}
