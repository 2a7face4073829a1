// Texts, times and the server's clock.

/** `words` come from the page; `{name}` in them is filled from `values`. */
export function createWords(words, lang, tz) {
  const options = { hour: 'numeric', minute: '2-digit' };
  const spanish = lang.startsWith('es');
  const locale = spanish ? 'es-US' : lang;
  let clockFace;
  try {
    clockFace = new Intl.DateTimeFormat(locale, Object.assign({ timeZone: tz || undefined }, options));
  } catch (error) {
    clockFace = new Intl.DateTimeFormat(undefined, options);
  }
  const dayFace = new Intl.DateTimeFormat(locale, { weekday: 'long' });

  function say(key, values) {
    const text = words[key] === undefined ? key : words[key];
    return text.replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
  }

  /** The time of day as people write it: 6:40 pm, 6:40 p. m. */
  function time(at) {
    const text = clockFace.format(new Date(at));
    return text.replace(/\s?([ap])\.?\s?m\.?$/i, (half, letter) => '\u00a0' + letter.toLowerCase() + (spanish ? '.\u00a0m.' : 'm'));
  }

  /** A time that may be on another day than `now`. */
  function when(at, now) {
    const date = new Date(at);
    return Math.abs(date - now) < 16 * 3600 * 1000 ? time(at) : dayFace.format(date) + ', ' + time(at);
  }

  return { say, time, when };
}

/**
 * The server's clock in ms. A time from the server is always a little old when it gets here, so of all offsets seen
 * the largest is the nearest.
 */
export function createClock(renderedAt, now) {
  let offset = Date.parse(renderedAt) - now();
  if (!Number.isFinite(offset)) offset = 0;
  return {
    now: () => now() + offset,
    see(at) {
      const seen = Date.parse(at) - now();
      if (seen > offset) offset = seen;
    },
  };
}
