import assert from 'node:assert/strict';
import { test } from 'node:test';
import './booth.mjs';
import { checkShuffle } from '../../main/resources/static/booth/check-shuffle.js';
import { answersOf, readTally, writeTally } from '../../main/resources/static/booth/tally.js';
import { readElection } from '../../main/resources/static/booth/election.js';
import { embed, numbersOf } from '../../main/resources/static/booth/embedding.js';
import { encode, G, mod, NEUTRAL, power, randomScalar }
  from '../../main/resources/static/booth/group.js';
import { write } from '../../main/resources/static/booth/json.js';
import { order } from '../../main/resources/static/booth/permutation.js';
import { productOfPowers } from '../../main/resources/static/booth/products.js';
import { shuffle, stepsOfShuffle }
  from '../../main/resources/static/booth/shuffle.js';

const KEY = 20261127n;
const NUMBERS = { type: 'NonHomomorphic', value: { answers: ['1', '2'], question: '另选他人' } };
const MARKS = { answers: ['甲', '乙'], min: 0, max: 1, question: '赞成' };

function document(questions) {
  return write({
    version: 1, description: '', name: '选举', group: 'Ed25519', public_key: encode(power(G, KEY)),
    questions, uuid: 'ZhijiaNumbers1',
  });
}

test('an order has every place once, and is not always the same', () => {
  const orders = Array.from({ length: 20 }, () => order(6, (b) => crypto.getRandomValues(b)));
  for (const one of orders) assert.deepEqual([...one].sort(), [0, 1, 2, 3, 4, 5]);
  assert.ok(new Set(orders.map(String)).size > 1);
});

test('a product of powers is that of the powers', () => {
  const bases = [G, NEUTRAL, ...[2n, 3n, 5n].map((x) => power(G, x))];
  const exponents = [0n, 7n, 1n, randomScalar(), mod(-1n)];
  const one = bases.reduce((p, base, i) => p.add(power(base, exponents[i])), NEUTRAL);
  assert.ok(productOfPowers(bases, exponents).equals(one));
  assert.ok(productOfPowers([], []).equals(NEUTRAL));
  assert.ok(productOfPowers([G], [0n]).equals(NEUTRAL));
});

/** An answer of two numbers. */
function encrypted(numbers) {
  const r = randomScalar();
  const key = power(G, KEY);
  return { alpha: power(G, r), beta: power(key, r).add(embed(numbers)) };
}

test('a shuffle gives the same answers in another order and holds; changed anywhere, not', () => {
  const election = readElection(document([NUMBERS, MARKS, NUMBERS]));
  const answers = [[1, 2], [3, 4], [5, 6]].map(encrypted);
  const tally = writeTally([answers, [encrypted([0]), encrypted([0])], [encrypted([9, 9])]]);
  const before = answersOf(election, readTally(tally));
  let steps = 0;
  const text = shuffle(election, tally, undefined, (n) => { steps += n; });
  assert.equal(steps, stepsOfShuffle(election, tally));
  const after = checkShuffle(election, before, text);
  const opened = (row) => row
    .map(({ alpha, beta }) => numbersOf(beta.subtract(power(alpha, KEY)), 2).join()).sort();
  assert.deepEqual(after.map(opened), [['1,2', '3,4', '5,6'], ['9,9']]);
  assert.ok(!after[0].some(({ alpha }) => before[0].some((one) => one.alpha.equals(alpha))));

  const other = encode(power(G, 4n));
  const values = text.match(/"[0-9a-f]+"/g);
  assert.equal(values.length, 46);
  for (const value of values) {
    const changed = /^"[0-9a-f]{64}"$/.test(value) ? `"${other}"` : '"4"';
    assert.throws(() => checkShuffle(election, before, text.replace(value, changed)), { check: 33 });
  }
  const form = [
    [/^/, ' '], ['"proofs":[[', '"proofs":[[],['], ['],"proofs"', ',[]],"proofs"'],
    [values[0], '"00"'],
  ];
  for (const [from, to] of form) {
    assert.throws(() => checkShuffle(election, before, text.replace(from, to)), { check: 32 });
  }
  assert.throws(() => checkShuffle(election, [before[0].slice(1), before[1]], text), { check: 32 });
  const swapped = [[before[0][1], before[0][0], before[0][2]], before[1]];
  assert.throws(() => checkShuffle(election, swapped, text), { check: 33 });
});
