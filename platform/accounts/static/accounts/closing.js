// Says ten minutes before that the tablets close. The seconds come from the server and run by the time since the page
// came: what this tablet's clock shows plays no part. ES2017; without this file the page says it when it is opened then.
import { say } from '../config/js/parts.js';

const closing = document.querySelector('[data-closes]');
const TOLD_S = 600;

if (closing && closing.hidden) {
  const left = Number(closing.dataset.closes) - performance.now() / 1000;
  setTimeout(() => {
    closing.hidden = false;
    say(closing.textContent.trim());
  }, Math.max(0, left - TOLD_S) * 1000);
}
