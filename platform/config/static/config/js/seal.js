// A sealed shelf on the device for words that are not sent yet: ciphertext and an end, nothing else.

const DAY = 24 * 3600 * 1000;
const PREFIX = 'sc.outbox.';

const toText = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));
const toBytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

function read(store, name) {
  try {
    const record = JSON.parse(store.getItem(name));
    return record && record.until && record.box ? record : null;
  } catch (error) {
    return null;
  }
}

/** Remove what is past its end or can't be ours, of every writer. */
function sweep(store, now) {
  const names = [];
  for (let at = 0; at < store.length; at += 1) names.push(store.key(at));
  names.filter((name) => name.startsWith(PREFIX)).forEach((name) => {
    const record = read(store, name);
    if (!record || record.until <= now || record.until > now + 2 * DAY) store.removeItem(name);
  });
}

/**
 * The shelf, or null where the browser can't seal: then words live in memory only.
 * `shelf` names what lies together: a room, or one form. The key is imported once, can't be exported, and is stored nowhere.
 */
export async function createSeal({ subtle, store, keyText, writer, shelf, now, random }) {
  if (!store) return null;
  sweep(store, now());
  if (!subtle || !keyText) return null;
  const key = await subtle.importKey('raw', toBytes(keyText), 'AES-GCM', false, ['encrypt', 'decrypt']);
  const mine = PREFIX + writer + '.' + shelf + '.';
  const how = (name, iv) => ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) });
  let line = Promise.resolve();
  const inTurn = (work) => { line = line.then(work, work); return line; };

  async function write(name, value) {
    const iv = random(new Uint8Array(12));
    const box = await subtle.encrypt(how(name, iv), key, new TextEncoder().encode(JSON.stringify(value)));
    try {
      store.setItem(name, JSON.stringify({ until: now() + DAY, iv: toText(iv), box: toText(box) }));
      return true;
    } catch (error) { // The device's shelf is full or closed: memory still holds it.
      return false;
    }
  }

  async function open(name) {
    const record = read(store, name);
    try {
      const plain = await subtle.decrypt(how(name, toBytes(record.iv)), key, toBytes(record.box));
      return JSON.parse(new TextDecoder().decode(plain));
    } catch (error) {
      store.removeItem(name);
      return null;
    }
  }

  async function load() {
    const found = {};
    const names = [];
    for (let at = 0; at < store.length; at += 1) names.push(store.key(at));
    for (const name of names.filter((each) => each.startsWith(mine))) {
      const value = await open(name);
      if (value) found[name.slice(mine.length)] = value;
    }
    return found;
  }

  return {
    load: () => inTurn(load),
    nameOf: (name) => mine + name,
    has: (name) => store.getItem(mine + name) !== null,
    holds: (key) => key !== null && key.startsWith(mine),
    save: (name, value) => inTurn(() => write(mine + name, value)),
    drop: (name) => inTurn(() => store.removeItem(mine + name)),
  };
}
