import assert from 'node:assert/strict';
import { test } from 'node:test';
import './booth.mjs';
import { hasDecrypted, rememberTally } from '../../main/resources/static/booth/decrypt.js';
import { Keeper } from '../../main/resources/static/booth/keeper.js';

/** What a browser keeps, for one origin. */
function storage() {
  const kept = new Map();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => { kept.set(key, String(value)); },
    removeItem: (key) => { kept.delete(key); },
    get all() {
      return [...kept].join('\n');
    },
  };
}

const SEED = 'xU4dGmW8LqTzR2vNc7KpYh';

test('a key that was brought back knows nothing of what was decrypted elsewhere', () => {
  const first = storage();
  const made = new Keeper(first, 7);
  made.make(SEED);
  assert.equal(made.restored, false);
  assert.ok(rememberTally(first, 'one', '[]'));
  const second = storage();
  const keeper = new Keeper(second, 7);
  keeper.restore(SEED);
  assert.deepEqual([keeper.seed, keeper.backedUp, keeper.restored], [SEED, true, true]);
  assert.deepEqual([hasDecrypted(first, 'one'), hasDecrypted(second, 'one')], [true, false]);
  assert.ok(rememberTally(second, 'one', '[[]]'));
  assert.ok(hasDecrypted(second, 'one'));
  assert.equal(rememberTally(second, 'one', '[]'), false);
});

test('after the meeting nothing of a key is left, but what was decrypted stays known', () => {
  const device = storage();
  const keeper = new Keeper(device, 7);
  const other = new Keeper(device, 8);
  keeper.restore(SEED);
  keeper.compared = '1111 2222';
  other.seed = 'another';
  rememberTally(device, 'one', '[]');
  keeper.forget();
  assert.deepEqual([keeper.seed, keeper.backedUp, keeper.restored, keeper.compared],
    [null, false, true, null]);
  assert.ok(!device.all.includes(SEED) && !device.all.includes('scrutiny 7'));
  assert.equal(other.seed, 'another');
  assert.equal(rememberTally(device, 'one', '[[]]'), false);
});
