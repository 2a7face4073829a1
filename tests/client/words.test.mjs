import assert from 'node:assert/strict';
import test from 'node:test';

import { createClock, createWords } from '../../chat/static/chat/room/words.js';

test('names in a text are filled', () => {
  assert.equal(createWords({ hi: 'Hello {name}, {n} new' }, 'en', 'UTC').say('hi', { name: 'Juniper', n: 2 }), 'Hello Juniper, 2 new');
});

test('times are told in the zone of the place', () => {
  const words = createWords({}, 'en', 'America/Chicago');
  assert.equal(words.time('2026-11-24T00:40:00.000Z'), '6:40\u00a0pm');
});

test('in Spanish too, a time says which half of the day', () => {
  assert.match(createWords({}, 'es', 'America/Chicago').time('2026-11-24T00:40:00.000Z'), /^6:40\sp\.\s?m\.$/);
});

test('a time on another day says its day', () => {
  const words = createWords({}, 'en', 'UTC');
  assert.equal(words.when('2026-11-25T18:40:00.000Z', Date.parse('2026-11-23T18:00:00.000Z')), 'Wednesday, 6:40\u00a0pm');
});

test('a time that is long ago says its date', () => {
  const at = '2026-11-09T18:40:00.000Z';
  const now = Date.parse('2026-11-23T18:00:00.000Z');
  assert.equal(createWords({}, 'en', 'UTC').when(at, now), 'November 9, 6:40\u00a0pm');
  assert.equal(createWords({}, 'es', 'UTC').when(at, now), '9 de noviembre, 6:40\u00a0p.\u00a0m.');
});

test('a weekday is that of the place', () => {
  const words = createWords({}, 'en', 'America/Chicago');
  assert.equal(words.when('2026-11-25T03:00:00.000Z', Date.parse('2026-11-23T18:00:00.000Z')), 'Tuesday, 9:00\u00a0pm');
});

test('an unknown zone does not stop the page', () => {
  assert.match(createWords({}, 'en', 'Nowhere/None').time('2026-11-24T00:40:00.000Z'), /\d:40/);
});

test('the clock of the server is the latest that was seen', () => {
  let here = 1000;
  const clock = createClock(new Date(5000).toISOString(), () => here);
  assert.equal(clock.now(), 5000);
  here = 2000;
  clock.see(new Date(5500).toISOString());
  assert.equal(clock.now(), 6000);
  clock.see(new Date(7000).toISOString());
  assert.equal(clock.now(), 7000);
});
