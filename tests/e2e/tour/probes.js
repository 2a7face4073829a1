// What a visitor reads off a page. Each answers a list of lines; an empty one is good.
(() => {
  const PRESSED = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]';

  function name(element) {
    const id = element.id ? '#' + element.id : '';
    const kind = element.className && element.className.baseVal === undefined ? '.' + element.className.trim().replace(/\s+/g, '.') : '';
    const words = (element.getAttribute('aria-label') || element.innerText || element.value || element.name || '').trim().slice(0, 30);
    return element.tagName.toLowerCase() + id + kind + (words ? ' "' + words.replace(/\s+/g, ' ') + '"' : '');
  }

  const isShown = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const isHidden = (box) => box.width <= 2 || box.height <= 2 || box.right <= 0 || box.bottom + scrollY <= 0;

  /** Only for screen readers, by itself or with all that it stands in. */
  function isClipped(element) {
    for (let up = element; up && up !== document.body; up = up.parentElement) {
      if (getComputedStyle(up).overflow === 'hidden' && isHidden(up.getBoundingClientRect())) return true;
    }
    return false;
  }

  /** A box to tick, and the words beside it, are one target. */
  function boxOf(element) {
    const ticked = element.matches('[type=checkbox], [type=radio]');
    return ((ticked && element.closest('label')) || element).getBoundingClientRect();
  }

  /** WCAG 2.5.8: a link within a sentence is as high as its line. */
  function isInSentence(element) {
    if (!element.matches('a, button') || getComputedStyle(element).display !== 'inline') return false;
    return element.parentElement.innerText.trim().length > element.innerText.trim().length;
  }

  function targets(least) {
    return Array.from(document.querySelectorAll(PRESSED)).filter((one) => {
      const box = boxOf(one);
      return isShown(one) && !isHidden(box) && !isInSentence(one) && (box.width < least - 0.5 || box.height < least - 0.5);
    }).map((one) => `${name(one)} is ${boxOf(one).width.toFixed(0)} × ${boxOf(one).height.toFixed(0)}, not ${least}`);
  }

  function sticksOut(from) {
    return Array.from(document.querySelectorAll('body *')).filter((one) => {
      const box = one.getBoundingClientRect();
      return isShown(one) && box.right > innerWidth + 1 && box.width > 2 && !inScroller(one) && !Array.from(one.children).some((child) => child.getBoundingClientRect().right > innerWidth + 1);
    }).slice(0, 3).map((one) => `${from}: ${name(one)} ends at ${one.getBoundingClientRect().right.toFixed(0)} of ${innerWidth}`);
  }

  function inScroller(element) {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
      if (getComputedStyle(up).overflowX !== 'visible') return true;
    }
    return false;
  }

  function sideways() {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide <= 1) return [];
    const culprits = sticksOut('sideways');
    return culprits.length ? culprits : [`sideways by ${wide}`];
  }

  function covering() {
    const fixed = Array.from(document.querySelectorAll('body *')).filter((one) => ['fixed', 'sticky'].includes(getComputedStyle(one).position) && isShown(one) && !one.matches('dialog'));
    const boxes = fixed.map((one) => [one, one.getBoundingClientRect()]).filter(([one, box]) => box.width > innerWidth / 2 && box.top < innerHeight && box.bottom > 0);
    const high = boxes.reduce((sum, [one, box]) => sum + Math.min(box.bottom, innerHeight) - Math.max(box.top, 0), 0);
    return high > innerHeight / 2 ? [`what is fixed covers ${high.toFixed(0)} of ${innerHeight}: ${boxes.map(([one]) => name(one).slice(0, 40)).join(', ')}`] : [];
  }

  /** WCAG 1.4.12, without <style>: the page's policy lets no style in. */
  function widen(on) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }');
    document.adoptedStyleSheets = on ? [sheet] : [];
  }

  const hasWords = (element) => Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.data.trim());

  function cut() {
    return Array.from(document.querySelectorAll('body *')).filter((one) => {
      if (!isShown(one) || isHidden(one.getBoundingClientRect()) || isClipped(one) || one.closest('.sr, svg, option') || one.matches('input, textarea, select')) return false;
      const style = getComputedStyle(one);
      if (style.display === 'inline') return false;
      const clips = [style.overflowX, style.overflowY].some((way) => ['hidden', 'clip'].includes(way));
      const isPart = one.matches('.btn, .tag, .tab, button, a.link-row, th, td, h1, h2, h3, label, legend, summary');
      const isOver = one.scrollWidth > one.clientWidth + 2 || (clips && one.scrollHeight > one.clientHeight + 2);
      return isOver && ((clips && one.innerText.trim()) || (isPart && hasWords(one)));
    }).map((one) => `${name(one)} is cut off: ${one.scrollWidth} × ${one.scrollHeight} in ${one.clientWidth} × ${one.clientHeight}`);
  }

  const moving = () => document.getAnimations().filter((one) => one.playState === 'running' && one.effect.getComputedTiming().duration > 1)
    .map((one) => `${name(one.effect.target)} moves: ${one.animationName || one.transitionProperty}`);

  // Focus

  let before = null;

  const isRinged = (style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';

  function isVisible(element) {
    return [element, element.parentElement, element.nextElementSibling].some((one) => one && isRinged(getComputedStyle(one)));
  }

  function cover(element) {
    const box = element.getClientRects()[0] || element.getBoundingClientRect();
    const x = Math.min(Math.max((Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max((Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2, 1), innerHeight - 1);
    if (box.bottom <= 0 || box.top >= innerHeight) return 'it is out of sight';
    const hit = document.elementFromPoint(x, y);
    const owner = element.closest('label') || element;
    return hit && (owner.contains(hit) || hit.contains(element)) ? '' : `it is under ${hit ? name(hit).slice(0, 60) : 'nothing'}`;
  }

  /** From here Tab comes to the first place of the page, also where another has the focus from the start. */
  function top() {
    before = null;
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    scrollTo(0, 0);
  }

  /** After one press of Tab: `end` when focus has been everywhere. */
  function focused() {
    const now = document.activeElement;
    if (!now || now === document.body) return { end: before !== null, wrong: [] };
    const first = before === null;
    const isBack = !first && Boolean(before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_PRECEDING);
    if (before === now && now.matches('[type^=date], [type=time]')) return { end: false, wrong: [] }; // on to its next part
    const isStuck = before === now;
    before = now;
    if (isBack) return { end: true, wrong: [] };
    if (isStuck) return { end: true, wrong: [`Tab is trapped at ${name(now)}`] };
    const covered = cover(now);
    return {
      end: false,
      wrong: [...(isVisible(now) ? [] : [`focus is not seen on ${name(now)}`]), ...(covered ? [`focus is covered on ${name(now)}: ${covered}`] : [])],
    };
  }

  function tabbed() {
    const scope = document.querySelector('dialog[open]') || document;
    return Array.from(scope.querySelectorAll(PRESSED + ', [tabindex="0"]')).filter((one) => one.tabIndex >= 0 && !one.disabled && isShown(one) && !one.closest('[inert]') && !one.matches('[type=radio]:not(:checked)')).length;
  }

  window.probe = { targets, sideways, covering, widen, cut, moving, focused, tabbed, top };
})();
