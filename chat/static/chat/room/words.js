// Texts, times and the server's clock.

const NEAR = 16 * 3600 * 1000;
const SAME_WEEK = 6 * 24 * 3600 * 1000;

/** `words` come from the page; `{name}` in them is filled from `values`. */
export function createWords(words, lang, tz) {
  const spanish = lang.startsWith('es');
  const locale = spanish ? 'es-US' : lang;
  const faceOf = (parts) => {
    try {
      return new Intl.DateTimeFormat(locale, Object.assign({ timeZone: tz || undefined }, parts));
    } catch (error) {
      return new Intl.DateTimeFormat(undefined, parts);
    }
  };
  const clockFace = faceOf({ hour: 'numeric', minute: '2-digit' });
  const dayFace = faceOf({ weekday: 'long' });
  const dateFace = faceOf({ month: 'long', day: 'numeric' });

  function say(key, values) {
    const text = words[key] === undefined ? key : words[key];
    return text.replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
  }

  /** The time of day as people write it: 6:40 pm, 6:40 p. m. */
  function time(at) {
    const text = clockFace.format(new Date(at));
    return text.replace(/\s?([ap])\.?\s?m\.?$/i, (half, letter) => '\u00a0' + letter.toLowerCase() + (spanish ? '.\u00a0m.' : 'm'));
  }

  /** A time that may be on another day than `now`: its weekday within the week, else its date. */
  function when(at, now) {
    const date = new Date(at);
    const away = Math.abs(date - now);
    if (away < NEAR) return time(at);
    return (away < SAME_WEEK ? dayFace : dateFace).format(date) + ', ' + time(at);
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
