import assert from 'node:assert/strict';
import { test } from 'node:test';
import './booth.mjs';
import { electionText, UUID } from './box.mjs';
import { checkBallot } from '../../main/resources/static/booth/check-ballot.js';
import { exponent, publicCredential } from '../../main/resources/static/booth/credential.js';
import { readElection } from '../../main/resources/static/booth/election.js';
import { makeBallot } from '../../main/resources/static/booth/encrypt.js';
import { encode, G, power } from '../../main/resources/static/booth/group.js';
import { base64 } from '../../main/resources/static/booth/hash.js';
import { write } from '../../main/resources/static/booth/json.js';
import { prove } from '../../main/resources/static/booth/schnorr.js';

const ME = '11111-111111-11111-111111';
const ANOTHER = '22222-222222-22222-222222';
const QUESTIONS = [
  { answers: ['甲', '乙'], min: 0, max: 1, question: '赞成' },
  { answers: ['甲', '乙'], min: 0, max: 2, question: '反对' },
  { answers: ['赞成', '反对'], blank: true, min: 1, max: 1, question: '决议' },
];
const VOTE = [[1, 0], [0, 1], [0, 1, 0]];
const election = readElection(electionText({ questions: QUESTIONS }));
const made = makeBallot(election, ME, VOTE);
const again = makeBallot(election, ME, VOTE);
const MEMBER = encode(power(G, 7n));
const ORDER_2 = (2n ** 255n - 20n).toString(16);

/** Changed before it was signed: the signature holds, so the proofs have to notice. */
function signedAnew(change, credential = ME) {
  const { signature, ...unsigned } = JSON.parse(made.ballot);
  change(unsigned.answers, unsigned);
  const hash = base64(write(unsigned));
  const proof = prove(`sig|${hash}|`, exponent(credential, UUID));
  return write({ ...unsigned, signature: { ...signature, hash, proof } });
}

function refused(check, change, credential) {
  const ballot = signedAnew(change, credential);
  assert.throws(() => checkBallot(election, ballot, made.companion, 'ballot'), { check });
}

const other = (text) => (text === '4' ? '5' : '4');
const swapIn = (node, name) => { node[name] = other(node[name]); };
const exchange = (list, i, j) => { [list[i], list[j]] = [list[j], list[i]]; };

test('a ballot of marks holds, and signed anew its companion alone does not fit', () => {
  checkBallot(election, made.ballot, made.companion, 'ballot');
  refused(27, () => {});
});

test('every number of a proof counts', () => {
  QUESTIONS.forEach(({ blank }, i) => {
    for (const name of ['challenge', 'response']) {
      for (const branch of [0, 1]) {
        refused(16, (answers) => swapIn(answers[i].individual_proofs[1][branch], name));
        refused(17, (answers) => swapIn(answers[i].overall_proof[branch], name));
        if (blank) refused(18, (answers) => swapIn(answers[i].blank_proof[branch], name));
      }
    }
  });
});

test('every ciphertext is one of the group and the one that was proven', () => {
  QUESTIONS.forEach((_, i) => {
    for (const name of ['alpha', 'beta']) {
      refused(16, (answers) => { answers[i].choices[1][name] = MEMBER; });
      refused(14, (answers) => { answers[i].choices[1][name] = ORDER_2; });
      refused(14, (answers) => { answers[i].choices[1][name] = 'f'.repeat(64); });
    }
  });
});

test('a proof is of its branch, its choice, its answer, its voter and its ballot', () => {
  refused(16, ([answer]) => exchange(answer.individual_proofs[0], 0, 1));
  refused(16, ([answer]) => exchange(answer.individual_proofs, 0, 1));
  refused(16, ([answer]) => exchange(answer.choices, 0, 1));
  refused(17, ([answer]) => exchange(answer.overall_proof, 0, 1));
  refused(17, ([, , answer]) => exchange(answer.overall_proof, 0, 1));
  refused(18, ([, , answer]) => exchange(answer.blank_proof, 0, 1));
  const twin = JSON.parse(again.ballot).answers;
  QUESTIONS.forEach(({ blank }, i) => {
    refused(17, (answers) => { answers[i].overall_proof = twin[i].overall_proof; });
    if (blank) refused(18, (answers) => { answers[i].blank_proof = twin[i].blank_proof; });
  });
  refused(17, ([first]) => {
    // Both choices with their own proofs, in the other order: S names all in order.
    exchange(first.choices, 0, 1);
    exchange(first.individual_proofs, 0, 1);
  });
  refused(16, (_, ballot) => { ballot.credential = publicCredential(ANOTHER, UUID); }, ANOTHER);
});

test('a ballot is signed by its credential, for its election, in its one form', () => {
  refused(15, () => {}, ANOTHER);
  refused(11, (_, ballot) => { ballot.election_uuid = 'ZhijiaWatched2'; });
  refused(11, (_, ballot) => { ballot.election_hash = base64('another'); });
  refused(12, (_, ballot) => { ballot.credential = ORDER_2; });
  refused(10, ([answer]) => { answer.overall_proof.pop(); });
  refused(10, ([answer]) => { answer.overall_proof.push(answer.overall_proof[0]); });
  refused(10, ([answer]) => { answer.choices.pop(); });
  refused(10, ([answer]) => { answer.individual_proofs[0].pop(); });
  refused(10, ([answer]) => { answer.blank_proof = answer.overall_proof.slice(0, 2); });
  refused(10, ([, , answer]) => { delete answer.blank_proof; });
  refused(10, ([answer], ballot) => { ballot.answers = [answer]; });
  const parsed = JSON.parse(made.ballot);
  parsed.signature.hash = base64('another');
  assert.throws(() => checkBallot(election, write(parsed), made.companion, ''), { check: 15 });
});

test('a companion is of its ballot, and each of its numbers counts', () => {
  const wrong = (check, change) => {
    const line = JSON.parse(made.companion);
    change(line);
    const text = write(line);
    assert.throws(() => checkBallot(election, made.ballot, text, 'ballot'), { check });
  };
  for (const name of ['challenge', 'response']) {
    for (const branch of [0, 1]) wrong(28, ({ slates }) => swapIn(slates[0][1][branch], name));
  }
  wrong(28, ({ slates }) => exchange(slates[0], 0, 1));
  wrong(28, ({ slates }) => exchange(slates[0][0], 0, 1));
  wrong(28, (line) => { line.slates = JSON.parse(again.companion).slates; });
  wrong(27, (line) => { line.tracker = again.tracker; });
  wrong(27, ({ slates }) => { slates[0].pop(); });
  wrong(27, ({ slates }) => { slates[0][0].pop(); });
  wrong(27, (line) => { line.slates.push(line.slates[0]); });
  for (const text of [undefined, '', made.companion + ' ']) {
    assert.throws(() => checkBallot(election, made.ballot, text, 'ballot'), { check: 27 });
  }
});
