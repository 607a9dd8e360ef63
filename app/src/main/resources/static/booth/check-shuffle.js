/**
 * Checks 32 and 33: that a shuffle lost the order of answers and nothing else. Variable time:
 * everything here is published.
 *
 * The proof's commitments t are published, unlike those of other proofs, so they are not computed
 * anew but compared.
 *
 * Source: docs/spec/ballot.md, sections 4.1 and 8; Belenios specification 3.1, table 5.
 */
import { Fault } from './archive.js';
import { generator } from './embedding.js';
import { decode, G, mod, NEUTRAL, same, scalar } from './group.js';
import { items, Malformed, only, read, write } from './json.js';
import { productOfPowers } from './products.js';
import { answersOf, readTally, withAnswers, writeTally } from './tally.js';
import { Transcript } from './transcript.js';

/**
 * @param {import('./election.js').Election} election
 * @param {object[][]} before what was shuffled: for each question about numbers a row of
 *     {alpha, beta}; `answersOf` of tally.js gives it
 * @param {string} document exact text of the shuffle @param {string} where its name in a fault
 * @returns {object[][]} what it gives, in the same form as `before`
 * @throws {Fault}
 */
export function checkShuffle(election, before, document, where = 'shuffle') {
  const { after, proofs } = demandForm(before, document, where);
  before.forEach((row, i) => {
    if (!holds({ election, before: row, after: after[i], proof: proofs[i] })) {
      const place = `${where}, question ${i + 1} of those shuffled`;
      throw new Fault(33, place, 'the proof does not hold');
    }
  });
  return after;
}

/**
 * What a shuffle makes of a tally.
 *
 * @param {string} tally exact text, verified @param {string} document exact text of the shuffle
 * @returns {string} exact text
 * @throws {Fault}
 */
export function shuffledTally(election, tally, document, where) {
  const rows = readTally(tally);
  const after = checkShuffle(election, answersOf(election, rows), document, where);
  return writeTally(withAnswers(election, rows, after));
}

function demandForm(before, document, where) {
  try {
    const node = only(read(document), 'ciphertexts proofs');
    const after = items(node.ciphertexts, before.length).map((row, i) =>
      items(row, before[i].length).map(readCiphertext));
    const proofs = items(node.proofs, before.length).map((one, i) =>
      readProof(one, before[i].length));
    if (write({ ciphertexts: node.ciphertexts.map((row) => row.map(({ alpha, beta }) =>
      ({ alpha, beta }))), proofs: node.proofs }) !== document) {
      throw new Malformed('not in canonical form');
    }
    return { after, proofs };
  } catch (refused) {
    throw refused instanceof Malformed ? new Fault(32, where, refused.message) : refused;
  }
}

function readCiphertext(node) {
  only(node, 'alpha beta');
  return { alpha: decode(node.alpha), beta: decode(node.beta) };
}

/** @param {number} n how many answers are shuffled */
function readProof(node, n) {
  const [commitments, responses, c, cHat] = items(node, 4);
  const [t1, t2, t3, t4, tHat] = items(commitments, 5);
  const s = items(responses, 6).slice(0, 4).map(scalar);
  return {
    t: [t1, t2, t3, ...items(t4, 2)].map(decode),
    tHat: items(tHat, n).map(decode),
    s,
    sHat: items(responses[4], n).map(scalar),
    sPrime: items(responses[5], n).map(scalar),
    c: items(c, n).map(decode),
    cHat: items(cHat, n).map(decode),
  };
}

function holds({ election, before, after, proof }) {
  if (before.length === 0) return false;
  const transcript = new Transcript(election, before, after, proof.c);
  const u = transcript.challenges();
  const minusC = mod(-transcript.challenge(proof.t, proof.tHat, proof.cHat));
  const equal = (a, b) => a.every((one, i) => same(one, b[i]));
  return equal(proof.t, commitments({ election, before, after, proof, u, minusC }))
    && equal(proof.tHat, chain(proof, minusC));
}

const product = (points) => points.reduce((a, b) => a.add(b), NEUTRAL);

/** t1, t2, t3, t4,1 and t4,2 as the responses make them. */
function commitments({ election, before, after, proof, u, minusC }) {
  const { c, cHat, s, sPrime } = proof;
  const h = before.map((_, i) => generator(i));
  const weighted = u.map((one) => mod(one * minusC));
  const all = product(c).subtract(product(h));
  const ofH = mod(-minusC * u.reduce((a, b) => mod(a * b), 1n));
  const minusS4 = mod(-s[3]);
  const reencrypted = (base, half) => productOfPowers(
    [base, ...before.map(half), ...after.map(half)], [minusS4, ...weighted, ...sPrime]);
  return [
    productOfPowers([all, G], [minusC, s[0]]),
    productOfPowers([cHat.at(-1), generator(-1), G], [minusC, ofH, s[1]]),
    productOfPowers([G, ...c, ...h], [s[2], ...weighted, ...sPrime]),
    reencrypted(election.publicKey, ({ beta }) => beta),
    reencrypted(G, ({ alpha }) => alpha),
  ];
}

/** t̂_i = ĉ_i^−c · g^ŝ_i · ĉ_(i−1)^s'_i. */
function chain({ cHat, sHat, sPrime }, minusC) {
  return cHat.map((link, i) => productOfPowers(
    [link, G, i === 0 ? generator(-1) : cHat[i - 1]], [minusC, sHat[i], sPrime[i]]));
}
