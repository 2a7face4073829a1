// What stands around the words: the stage, the bars, the composer, the helper card and the dialogs.

import { icon } from '../../config/js/parts.js';
import { button, make, partsOf } from './view.js';

const FEW_LEFT = 200;

export function createPage({ root, words, now, log, announce, on }) {
  const { find, show, tell } = partsOf(root);
  const say = words.say;
  const form = find('say');
  const body = form && form.elements.body;
  let posting = null;
  let editing = null;
  let draftId = null; // one for each text: sent from two tabs, or with two taps, it is one message

  // Stage

  function presence() {
    const here = Array.from(log.members.values()).filter((member) => log.here.has(member.id) && !member.is_away);
    const names = here.map((member) => (member.id === log.me ? say('you') : member.alias));
    tell(find('here'), names.join(', ') || say('nobody'));
    tell(root.querySelector('.ring-big'), String(names.length));
    show(find('monitor'), log.monitor);
  }

  function session() {
    const now_ = log.session || { state: 'none' };
    const key = 'session_' + (now_.state === 'open' && now_.ends_at ? 'until' : now_.state);
    tell(find('session'), say(key, { time: now_.ends_at ? words.time(now_.ends_at) : '' }));
    const isLive = ['open', 'paused'].includes(now_.state);
    root.dataset.idleMode = isLive ? 'ask' : 'lock'; // nobody who listens is locked out of a session
    root.querySelectorAll('[data-coming]').forEach((each) => show(each, !isLive && each.textContent));
    root.querySelectorAll('[data-starter][data-phase-of]').forEach((each) => show(each, each.dataset.phaseOf === now_.phase));
  }

  /** The minutes that are left, 0 for none: the bar goes by the clock, and is put away until the next warning. */
  function ending(left, isNews) {
    const bar = find('ending');
    tell(bar.querySelector('span'), left ? endWords(left) : '');
    if (isNews || !left) show(bar, left);
  }

  const endWords = (left) => say(left === 1 ? 'ends_in_one' : 'ends_in', { n: left, time: words.time(log.session.ends_at) });

  /** Said once, when it is over: that words are kept, and when the next session is. */
  function over() {
    return [say('session_closed') + '.', form && say('over_kept'), Object(find('coming')).textContent].filter(Boolean).join(' ');
  }

  // Bars

  function line(text, act) {
    const bar = find('line');
    if (tell(bar.querySelector('span'), text || '') && text) announce(text);
    const doing = bar.querySelector('button');
    show(doing, act);
    if (act) Object.assign(doing, { textContent: act.text, onclick: act.work });
    show(bar, text);
  }

  /** A notice stays until its end or until it is closed; one of each kind. */
  function notice(frame) {
    const id = 'notice-' + frame.code;
    const old = document.getElementById(id);
    if (old) old.remove();
    if (!frame.text) return;
    const bar = make('div', 'bar bar--warn', make('span', '', frame.text));
    bar.id = id;
    announce(frame.text);
    bar.append(button(say('close'), 'btn btn--quiet', 'x', () => bar.remove()));
    find('notices').append(bar);
    if (frame.until) setTimeout(() => bar.remove(), Math.max(0, Date.parse(frame.until) - now()));
  }

  // Composer

  const open = () => log.can.has('post');
  const points = () => Array.from(body.value.trim()).length;

  function composer() {
    if (!form) return;
    if (open()) posting = null;
    show(find('why'), !open());
    const { state, listen_only: listens } = log.session || {};
    const why = state !== 'open' ? 'none' : listens ? 'listen' : 'other';
    if (tell(find('why-text'), posting ? posting.text : say('why_' + why))) {
      find('why').firstElementChild.replaceWith(icon(why === 'listen' ? 'ear' : 'pause'));
    }
    show(find('starters'), open() && !body.value);
    root.classList.toggle('has-words', Boolean(body.value));
    show(find('editing'), editing);
    const left = log.limits.body - points();
    tell(find('left'), left < FEW_LEFT ? say(left < 0 ? 'too_long' : 'left', { n: Math.abs(left) }) : '');
    find('send').disabled = !open() || left < 0;
  }

  function readers() {
    if (log.readers) tell(find('readers'), log.readers);
    if (log.retention) tell(find('retention'), log.retention);
  }

  function send() {
    if (!open() || !points() || points() > log.limits.body) return;
    on.say({ body: body.value.trim(), replaces: editing ? editing.replaces : undefined, client_id: draftId });
    clear();
    typed();
    body.focus();
  }

  function clear() {
    body.value = '';
    editing = null;
    draftId = null;
  }

  function typed() {
    if (body.value) draftId = draftId || on.newId();
    else draftId = null;
    composer();
    on.draft(body.value ? { body: body.value, editing, client_id: draftId } : null);
    on.wrote(Boolean(body.value.trim()));
  }

  /** Put a text back into the composer; what was being written stays below it. */
  function edit(text, what) {
    body.value = body.value ? text + '\n' + body.value : text;
    editing = what;
    typed();
    body.focus();
    body.setSelectionRange(text.length, text.length);
  }

  function restore(draft) {
    if (!form || !draft || body.value) return;
    body.value = draft.body;
    editing = draft.editing;
    draftId = draft.client_id;
    composer();
  }

  if (form) {
    if (matchMedia('(hover: hover)').matches) show(find('hint'), true);
    else body.setAttribute('aria-describedby', 'say-left');
    body.removeAttribute('maxlength');
    form.addEventListener('submit', (event) => { event.preventDefault(); send(); });
    body.addEventListener('input', typed);
    body.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        send();
      }
    });
    find('editing').querySelector('button').addEventListener('click', () => {
      clear();
      typed();
      body.focus();
    });
    root.querySelectorAll('[data-starter]').forEach((each) => each.addEventListener('click', () => {
      body.value = body.value + each.dataset.starter + ' ';
      typed();
      body.focus();
    }));
  }

  // Helper card

  let put = false; // put away: from then on, news of the call come as a line above the words, not over the composer

  function helper(text, done) {
    const card = find('helper');
    if (!card) return;
    if (text && put) {
      notice({ code: 'help', text });
      return;
    }
    if (text) tell(find('helper-text'), text);
    show(find('helper-text'), text);
    show(find('helper-send'), !done);
    if (card.hidden) {
      show(card, true);
      form.classList.add('has-helper');
      card.querySelector('h2').focus();
    }
  }

  // Somebody comes: said on the card where it is open, else as a line that does not get in the way.
  function answered(text) {
    const card = find('helper');
    if (card && !card.hidden) helper(text, true);
    else notice({ code: 'help', text });
  }

  function hideHelper() {
    put = true;
    show(find('helper'), false);
    form.classList.remove('has-helper');
    body.focus();
  }

  function wipe() {
    if (body) body.value = '';
    root.querySelectorAll('dialog[open]').forEach((each) => each.close());
    tell(find('here'), '');
  }

  return {
    presence, session, over, ending, endWords, composer, readers, line, notice, restore, edit, helper, answered, hideHelper, wipe, why: (frame) => { posting = frame; composer(); },
  };
}
