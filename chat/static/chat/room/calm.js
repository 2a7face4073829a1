// New words can be held back, for who reads slowly or hears the page read: nothing is announced, nothing moves, and what
// comes waits below a line until one goes on. The log itself goes on, so the server is told the truth of how far it is.
// What is taken down or hidden meanwhile goes at once, also among words that wait.

import { partsOf } from './view.js';

const FEW = 3;

const SETTLES = 500; // ms until screen readers have seen a change

export function createCalm({ root, words, announce }) {
  const { find, show, tell } = partsOf(root);
  const box = root.querySelector('.log');
  const say = words.say;
  const switches = root.querySelectorAll('[data-calm]');
  let is = false;

  const waiting = () => Array.from(box.querySelectorAll('.is-waiting'));

  function draw() {
    root.classList.toggle('is-calm', is);
    show(find('fold'), is);
    tell(find('fold').querySelector('span'), say(waiting().length ? 'calm_waiting' : 'calm_on'));
    switches.forEach((each) => {
      each.querySelector('use').setAttribute('href', document.documentElement.dataset.icons + (is ? '#i-play' : '#i-pause'));
      each.querySelector('.long').textContent = say(is ? 'calm_off' : 'calm_start');
      each.querySelector('.short').textContent = say(is ? 'calm_off' : 'calm_start_short');
    });
  }

  /** Who spoke meanwhile, never how often. */
  function news(items) {
    const names = Array.from(new Set(items.map((item) => item.dataset.from).filter(Boolean)));
    if (!names.length) return say('calm_none');
    return names.length > FEW ? say('calm_many') : say('calm_news', { names: names.join(', ') });
  }

  /** Work on the words of which nothing is announced. */
  function quietly(work) {
    box.setAttribute('aria-live', 'off');
    work();
    setTimeout(() => box.setAttribute('aria-live', is ? 'off' : 'polite'), SETTLES);
  }

  function pause() {
    is = true;
    quietly(draw);
    announce(say('calm_on'));
  }

  function goOn() {
    const items = waiting();
    is = false;
    quietly(() => items.forEach((item) => item.classList.remove('is-waiting')));
    const hadFocus = find('fold').contains(document.activeElement);
    draw();
    announce(news(items));
    if (items.length) {
      items[0].tabIndex = -1;
      items[0].focus();
      items[0].scrollIntoView({ block: 'start' });
    } else if (hadFocus) {
      switches[0].focus();
    }
    items.forEach((item) => document.dispatchEvent(new CustomEvent('samecircle:said', { detail: item })));
  }

  switches.forEach((each) => {
    each.hidden = false;
    each.addEventListener('click', () => (is ? goOn() : pause()));
  });
  find('fold').querySelector('button').addEventListener('click', goOn);

  return {
    quietly,
    is: () => is,
    /** This row is new: it waits, or it is read aloud where somebody asked for that. */
    came(item, name) {
      if (is) {
        item.dataset.from = name || '';
        item.classList.add('is-waiting');
        draw();
      } else {
        document.dispatchEvent(new CustomEvent('samecircle:said', { detail: item }));
      }
    },
    changed: () => { if (is) draw(); },
  };
}
