import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { counted } from './booth.mjs';
import { readElection } from '../../main/resources/static/booth/election.js';
import { makeBallot, stepsOf } from '../../main/resources/static/booth/encrypt.js';
import { checkOpening, openingText } from '../../main/resources/static/booth/opening.js';
import { breaches, resolutionRow, slateRows } from '../../main/resources/static/booth/vote.js';

const vector = JSON.parse(
  readFileSync(new URL('../../../../docs/spec/vectors/union-slate.json', import.meta.url), 'utf8'));

test('the published vector is made again byte for byte', () => {
  const election = readElection(vector.election);
  assert.equal(election.fingerprint, vector.fingerprint);
  let steps = 0;
  const made = makeBallot(
    election, vector.credential, vector.vote, (n) => { steps += n; }, counted());
  assert.equal(made.ballot, vector.ballot);
  assert.equal(made.tracker, vector.tracker);
  assert.equal(made.companion, vector.companion);
  assert.equal(steps, stepsOf(election));
});

test('an opening shows the vote, and a false one shows itself', () => {
  const election = readElection(vector.election);
  const made = makeBallot(election, vector.credential, [[0, 1, 1], [1, 0, 0]]);
  const file = openingText(vector.election, made);
  const checked = checkOpening(file);
  assert.deepEqual(checked.rows, [[0, 1, 1], [1, 0, 0]]);
  assert.equal(checked.tracker, made.tracker);
  const lie = JSON.parse(file);
  lie.openings[1][2] = '5';
  assert.throws(() => checkOpening(JSON.stringify(lie)), /not what its opening says/);
});

test('a vote may approve as many as there are seats, and nobody twice', () => {
  const election = readElection(vector.election);
  const kinds = (rows) => breaches(election, rows).map((breach) => breach.kind);
  assert.deepEqual(kinds([[0, 0, 0], [0, 0, 0]]), []);
  assert.deepEqual(kinds([[1, 1, 0], [0, 0, 1]]), []);
  assert.deepEqual(kinds([[1, 1, 1], [0, 0, 0]]), ['many']);
  assert.deepEqual(kinds([[1, 0, 0], [1, 0, 0]]), ['both']);
  assert.deepEqual(kinds([[1, 0], [1, 0, 0]]), ['length']);
  assert.deepEqual(slateRows(['approve', 'against', 'abstain']), [[1, 0, 0], [0, 1, 0]]);
  assert.deepEqual(resolutionRow('abstain'), [1, 0, 0]);
});

test('a slate that is declared wrongly is refused', () => {
  const changed = (from, to) => () => readElection(vector.election.replace(from, to));
  assert.throws(changed('against=2', 'against=3'), /questions that do not|no slate/);
  assert.throws(changed('zhijia-slate/1', 'zhijia-slate/3'), /unknown way/);
  assert.throws(changed('"max":3', '"max":2'), /no slate/);
  assert.throws(changed('"version":1', '"version":2'), /1 to 1/);
  assert.throws(changed('Ed25519', 'RFC-3526-2048'), /group/);
});
