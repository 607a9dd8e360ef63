import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { counted } from './booth.mjs';
import { checkBallot } from '../../main/resources/static/booth/check-ballot.js';
import { checkDecryption, checkResult } from '../../main/resources/static/booth/check-result.js';
import { checkShuffle, shuffledTally }
  from '../../main/resources/static/booth/check-shuffle.js';
import { exponent } from '../../main/resources/static/booth/credential.js';
import { partialDecryption } from '../../main/resources/static/booth/decrypt.js';
import { readElection } from '../../main/resources/static/booth/election.js';
import { makeBallot } from '../../main/resources/static/booth/encrypt.js';
import { encode, G, power } from '../../main/resources/static/booth/group.js';
import { base64 } from '../../main/resources/static/booth/hash.js';
import { write } from '../../main/resources/static/booth/json.js';
import { prove } from '../../main/resources/static/booth/schnorr.js';
import { shuffle } from '../../main/resources/static/booth/shuffle.js';
import { answersOf, readTally, writeTally } from '../../main/resources/static/booth/tally.js';

const vector = JSON.parse(
  readFileSync(new URL('../../../../docs/spec/vectors/numbers.json', import.meta.url), 'utf8'));
const election = readElection(vector.election);
const lists = readElection(vector.lists.election);

test('the published vector of numbers is made again byte for byte', () => {
  const random = counted();
  assert.equal(election.fingerprint, vector.fingerprint);
  vector.ballots.forEach((ballot, i) => {
    const { credentials, votes } = vector;
    const made = makeBallot(election, credentials[i], votes[i], undefined, random);
    assert.equal(made.ballot, ballot);
  });
  assert.equal(shuffle(election, vector.tally, random), vector.shuffle);
  assert.equal(shuffledTally(election, vector.tally, vector.shuffle), vector.shuffled);
  const { fingerprint, key, shuffled } = vector;
  assert.equal(partialDecryption(fingerprint, BigInt(key), shuffled, random), vector.decryption);
});

test('the published vector of a write-in is made again byte for byte, and holds', () => {
  const given = JSON.parse(
    readFileSync(new URL('../../../../docs/spec/vectors/write-in.json', import.meta.url), 'utf8'));
  const random = counted();
  const slate = readElection(given.election);
  assert.equal(slate.fingerprint, given.fingerprint);
  given.votes.forEach((vote, i) => {
    const made = makeBallot(slate, given.credential, vote, undefined, random);
    assert.equal(made.ballot, given.ballots[i]);
    assert.equal(made.companion, given.companions[i]);
    checkBallot(slate, made.ballot, made.companion, 'ballot');
    const number = made.companion.match(/"write_ins":.*?"response":"([0-9]+)"/)[1];
    assert.throws(() => checkBallot(slate, made.ballot,
      made.companion.replace(number, number === '4' ? '5' : '4'), 'ballot'), { check: 35 });
  });
});

test('every ballot of the vector holds, and gives its ciphertexts', () => {
  const all = vector.ballots.map((ballot) => checkBallot(election, ballot, undefined, 'ballot'));
  const answers = all.map(({ choices }) => choices[1][0].alpha).sort();
  assert.deepEqual(answers, JSON.parse(vector.tally)[1].map(({ alpha }) => alpha).sort());
  const { choices } = checkBallot(lists, vector.lists.ballot, undefined, 'ballot');
  assert.equal(choices[0].length, 5);
});

/** A ballot that was changed before it was signed. */
function signedAnew(of, credential, ballot, change) {
  const { signature, ...unsigned } = JSON.parse(ballot);
  change(unsigned.answers);
  const hash = base64(write(unsigned));
  const proof = prove(`sig|${hash}|`, exponent(credential, of.uuid));
  return write({ ...unsigned, signature: { ...signature, hash, proof } });
}

/** Another number, or another member of the group, than this one. */
const other = (text) => (/^[0-9a-f]{64}$/.test(text) ? vector.other : text === '4' ? '5' : '4');
vector.other = JSON.parse(vector.tally)[0][0].alpha;

test('an answer of numbers is refused with its check when anything in it is changed', () => {
  const refused = (check, change) => {
    const changed = signedAnew(election, vector.credentials[0], vector.ballots[0],
      (answers) => change(answers[1]));
    assert.throws(() => checkBallot(election, changed, undefined, 'ballot'), { check });
  };
  for (const name of ['challenge', 'response']) {
    refused(29, ({ proof }) => { proof[name] = other(proof[name]); });
  }
  for (const name of ['alpha', 'beta']) {
    refused(29, ({ choices }) => { choices[name] = other(choices[name]); });
    refused(14, ({ choices }) => { choices[name] = '2'.repeat(64); });
  }
  refused(29, (answer) => Object.assign(answer, JSON.parse(vector.ballots[1]).answers[1]));
  refused(10, (answer) => { answer.choices = [answer.choices]; });
  refused(10, (answer) => { delete answer.proof; });
});

test('an answer of lists is refused with its check when anything in it is changed', () => {
  const refused = (check, change) => {
    const changed = signedAnew(lists, vector.lists.credential, vector.lists.ballot,
      (answers) => change(answers[0]));
    assert.throws(() => checkBallot(lists, changed, undefined, 'ballot'), { check });
  };
  const swap = (node, name) => { node[name] = other(node[name]); };
  for (const name of ['challenge', 'response']) {
    refused(16, ({ individual_proofs: [, [, pair]] }) => swap(pair[1], name));
    refused(17, ({ overall_proof: proof }) => swap(proof, name));
    for (const list of [0, 1]) {
      for (const branch of [0, 1]) refused(30, (a) => swap(a.list_proofs[list][branch], name));
    }
  }
  refused(31, ({ nonzero_proof: proof }) => swap(proof, 'commitment'));
  refused(31, ({ nonzero_proof: proof }) => swap(proof, 'challenge'));
  refused(31, ({ nonzero_proof: proof }) => swap(proof.response, 0));
  refused(31, ({ nonzero_proof: proof }) => swap(proof.response, 1));
  refused(31, ({ nonzero_proof: proof }) => { proof.commitment = '1'.padStart(64, '0'); });
  refused(31, ({ nonzero_proof: proof }) => { proof.commitment = '2'.repeat(64); });
  refused(16, ({ choices }) => swap(choices[1][1], 'beta'));
  refused(10, (answer) => { answer.choices = answer.choices.flat(); });
  refused(10, ({ choices, individual_proofs: proofs }) => {
    for (const list of [choices, proofs]) list[1].push(list[0].pop());
  });
});

test('the shuffle of the vector is for its election and its tally', () => {
  const before = answersOf(election, readTally(vector.tally));
  checkShuffle(election, before, vector.shuffle);
  const another = { ...election, fingerprint: lists.fingerprint };
  assert.throws(() => checkShuffle(another, before, vector.shuffle), { check: 33 });
  const after = answersOf(election, readTally(vector.shuffled));
  assert.throws(() => checkShuffle(election, after, vector.shuffle), { check: 33 });
  assert.throws(() => checkShuffle(election, [], vector.shuffle), { check: 32 });
});

test('the published election of lists holds, from its ballots to its result', () => {
  const given = JSON.parse(
    readFileSync(new URL('../../../../docs/spec/vectors/lists.json', import.meta.url), 'utf8'));
  const of = readElection(given.election);
  assert.equal(of.fingerprint, given.fingerprint);
  const choices = given.ballots.map((ballot) =>
    readTally(write(JSON.parse(ballot).answers.map((answer) => answer.choices))));
  given.ballots.forEach((ballot) => checkBallot(of, ballot, undefined, 'ballot'));
  // The second voter votes twice: the first of the three ballots is replaced by the last.
  const sum = choices[1].map((row, i) => row.map((list, j) => list.map(({ alpha, beta }, k) =>
    ({ alpha: alpha.add(choices[2][i][j][k].alpha), beta: beta.add(choices[2][i][j][k].beta) }))));
  assert.equal(writeTally(sum), given.tally);

  const x = BigInt(given.key);
  const key = encode(power(G, x));
  const trustees = write([['Single', { pok: prove(`pok|Ed25519|${key}|`, x), public_key: key }]]);
  checkDecryption(of, given.tally, key, given.decryption, 'trustee 1');
  const opened = { trustees, tally: given.tally, decryptions: [[1, given.decryption]], counted: 2 };
  checkResult(of, { ...opened, result: given.result });
  const another = given.result.replace('[1,0,1]', '[1,1,1]');
  assert.notEqual(another, given.result);
  assert.throws(() => checkResult(of, { ...opened, result: another }), { check: 25 });
});

test('a tally of lists keeps them, and so does its partial decryption', () => {
  const { choices } = JSON.parse(vector.lists.ballot).answers[0];
  const text = write([choices]);
  assert.equal(writeTally(readTally(text)), text);
  const made = JSON.parse(partialDecryption(vector.fingerprint, 7n, text));
  const shape = (rows) => rows.map((row) => row.map((list) => list.length));
  assert.deepEqual(shape(made.decryption_factors), [[3, 2]]);
  assert.deepEqual(shape(made.decryption_proofs), [[3, 2]]);
});
