// What is asked for now and then: dialogs, and seats that the page has not drawn.

import { face } from '../../config/js/parts.js';
import { make, partsOf } from './view.js';

export function createMore({ root, words, log }) {
  const { find, show, tell } = partsOf(root);
  const say = words.say;
  const asked = new Set();

  function people() {
    const list = find('people');
    list.textContent = '';
    log.members.forEach((member) => {
      const is = member.is_away ? 'away' : log.here.has(member.id) ? 'here' : 'out';
      const lines = [say('is_' + is)];
      const now = log.session || {};
      if (now.turn === member.id) lines.unshift(say('has_turn'));
      else if ((now.hands || []).includes(member.id)) lines.unshift(say('asks_turn'));
      if (member.role === 'facilitator') lines.unshift(say('leads'));
      const who = make('p', 'who', make('b', '', member.id === log.me ? say('you') : member.alias),
        make('span', '', lines.join(' · ')));
      list.append(make('li', '', face(member.seat), who));
    });
    find('who').showModal();
  }

  /** Who can read and for how long stands there in full: a small screen has no room for it elsewhere. */
  function readers() {
    tell(find('readers-all'), [log.readers, log.retention].filter(Boolean).join(' '));
  }

  function sound(isOn) {
    root.querySelectorAll('[data-sound]').forEach((each) => {
      each.setAttribute('aria-pressed', String(isOn));
      tell(each.querySelector('span'), say(isOn ? 'sound_off' : 'sound_on'));
    });
  }

  /** Ask before something that can't be undone; `key` names the words. */
  function confirm(key, work) {
    const dialog = find('confirm');
    tell(dialog.querySelector('h2'), say(key));
    tell(dialog.querySelector('p'), say(key + '_more'));
    const yes = dialog.querySelector('[value=yes]');
    tell(yes, say(key + '_yes'));
    dialog.onclose = () => { if (dialog.returnValue === 'yes') work(); };
    dialog.returnValue = '';
    dialog.showModal();
  }

  function report(name, work) {
    const dialog = find('report');
    const inside = dialog.querySelector('form');
    inside.reset();
    tell(dialog.querySelector('h2'), say('report_title', { name }));
    show(inside, true);
    reported('', false);
    inside.onsubmit = (event) => {
      event.preventDefault();
      work({ reason: inside.elements.reason.value, note: inside.elements.note.value.trim() });
    };
    dialog.showModal();
  }

  function reported(text, done) {
    tell(find('reported'), text);
    if (done) show(find('report').querySelector('form'), false);
  }

  /** Somebody sits here whom the page has not drawn: take the seats anew from the server. */
  async function knowSeats(done) {
    const drawn = (member) => document.querySelector('template[data-face="' + Number(member.seat) + '"]');
    const strangers = Array.from(log.members.values()).filter((member) => !drawn(member) && !asked.has(member.id));
    if (!strangers.length) return;
    strangers.forEach((member) => asked.add(member.id));
    const answer = await fetch(location.href, { credentials: 'same-origin' });
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const ring = fresh.querySelector('.hall .ring');
    if (!ring) return;
    root.querySelector('.hall .ring').replaceWith(document.adoptNode(ring));
    fresh.querySelectorAll('template[data-face]').forEach((one) => {
      const old = document.querySelector('template[data-face="' + one.dataset.face + '"]');
      if (old) old.remove();
      document.body.append(document.adoptNode(one));
    });
    JSON.parse(fresh.getElementById('room-members').textContent).forEach((member) => {
      if (log.members.has(member.id)) log.members.set(member.id, Object.assign({}, log.members.get(member.id), member));
    });
    done();
  }

  root.querySelectorAll('dialog [data-close]').forEach((each) => {
    each.addEventListener('click', () => each.closest('dialog').close());
  });
  return { people, readers, sound, confirm, report, reported, knowSeats };
}
