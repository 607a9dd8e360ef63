/**
 * Shuffles answers that will be decrypted one by one, and proves it: the same answers in another
 * order, encrypted anew. As long as one of those who shuffle keeps the order to herself, nobody can
 * tell whose answer is whose.
 *
 * Whoever shuffles has verified the archive (verify.js) and gives the worker of this module,
 * shuffle-worker.js, the tally as it stands: `verification.toShuffle`.
 *
 * All exponentiations by secrets go through the library's constant-time ladder; the order shows in
 * which memory is read, on the computer of whoever shuffles.
 *
 * The chain ĉ_i = g^r̂_i · ĉ_(i−1)^u'_i is kept by its exponents, ĉ_i = g^R_i · h^U_i, since powers
 * of the fixed bases g and h are cheap.
 *
 * Source: docs/spec/ballot.md, section 4.1; Belenios specification 3.1, section 4.19, tables 1 to 4,
 * 10 and 13; CHVote 1.3.2.
 */
import { generator } from './embedding.js';
import { encodeAll, fixedBase, G, mod, power, randomScalar, secure } from './group.js';
import { read, write } from './json.js';
import { order } from './permutation.js';
import { answersOf, encodeRow, readTally } from './tally.js';
import { Transcript } from './transcript.js';

/** Steps of a shuffle for each answer: half for each of its two loops over powers of secrets. */
const STEPS = 2;

/** How many steps `shuffle` will report, for a progress bar. @param {string} tally exact text */
export function stepsOfShuffle(election, tally) {
  return answersOf(election, read(tally)).reduce((steps, row) => steps + STEPS * row.length, 0);
}

/**
 * Shuffles the answers to each question by itself.
 *
 * @param {import('./election.js').Election} election
 * @param {string} tally exact text: the encrypted tally, or what the last shuffle made of it
 * @param {import('./group.js').Randomness} random @param {(steps: number) => void} step progress
 * @returns {string} the shuffle with its proof, exact text; to be handed in as the trustee's
 */
export function shuffle(election, tally, random = secure, step = () => {}) {
  const shuffled = answersOf(election, readTally(tally))
    .map((row) => shuffleRow(election, row, random, step));
  return write({
    ciphertexts: shuffled.map(({ after }) => encodeRow(after)),
    proofs: shuffled.map(({ proof }) => proof),
  });
}

function scalars(count, random) {
  return Array.from({ length: count }, () => randomScalar(random));
}

const sum = (numbers) => numbers.reduce((a, b) => mod(a + b), 0n);
const sumOfProducts = (a, b) => sum(a.map((one, i) => one * b[i]));

/** @returns {{after: object[], proof: any[]}} */
function shuffleRow(election, before, random, step) {
  const key = fixedBase(election.publicKey);
  const r = scalars(before.length, random);
  const places = order(before.length, random);
  const anew = before.map(({ alpha, beta }, i) => {
    step(1);
    return { alpha: alpha.add(power(G, r[i])), beta: beta.add(power(key, r[i])) };
  });
  const after = places.map((place) => anew[place]);
  return { after, proof: prove({ election, before, after, r, places, random, step }) };
}

/**
 * The proof of one row's shuffle. Random numbers are drawn in the order of `ballot/`, so that the
 * published vector is made by both.
 */
function prove({ election, before, after, r: rPrime, places, random, step }) {
  const n = before.length;
  const key = fixedBase(election.publicKey);
  const omega = scalars(4, random);
  const r = scalars(n, random);
  const c = commitments(r, places);
  const transcript = new Transcript(election, before, after, c);
  const u = transcript.challenges();
  const uPrime = places.map((place) => u[place]);
  const rHat = scalars(n, random);
  const omegaHat = scalars(n, random);
  const omegaPrime = scalars(n, random);
  const chain = links({ uPrime, rHat, omegaHat, omegaPrime });
  const t = commitmentsOfProof({ key, after, omega, omegaPrime, step });
  const challenge = transcript.challenge(t, chain.tHat, chain.cHat);
  const respond = (masks, secrets) =>
    masks.map((mask, i) => mod(mask + challenge * secrets[i]).toString());
  const secrets = [sum(r), chain.lastOfG, sumOfProducts(r, u), sumOfProducts(rPrime, u)];
  const [t1, t2, t3, t41, t42] = encodeAll(t);
  return [
    [t1, t2, t3, [t41, t42], encodeAll(chain.tHat)],
    [...respond(omega, secrets), respond(omegaHat, rHat), respond(omegaPrime, uPrime)],
    encodeAll(c),
    encodeAll(chain.cHat),
  ];
}

/** c_(j_i) = g^r_(j_i) · h_i. */
function commitments(r, places) {
  const made = new Array(r.length);
  places.forEach((place, i) => { made[place] = power(G, r[place]).add(generator(i)); });
  return made;
}

/** ĉ and t̂ by their exponents to the bases g and h. */
function links({ uPrime, rHat, omegaHat, omegaPrime }) {
  const h = fixedBase(generator(-1));
  const link = (ofG, ofH) => power(G, mod(ofG)).add(power(h, mod(ofH)));
  const cHat = [];
  const tHat = [];
  let ofG = 0n;
  let ofH = 1n;
  uPrime.forEach((u, i) => {
    const w = omegaPrime[i];
    tHat.push(link(omegaHat[i] + w * ofG, w * ofH));
    ofG = mod(rHat[i] + u * ofG);
    ofH = mod(u * ofH);
    cHat.push(link(ofG, ofH));
  });
  return { cHat, tHat, lastOfG: ofG };
}

/** t1, t2, t3, t4,1 and t4,2. */
function commitmentsOfProof({ key, after, omega, omegaPrime, step }) {
  const minus = mod(-omega[3]);
  let t3 = power(G, omega[2]);
  let t41 = power(key, minus);
  let t42 = power(G, minus);
  after.forEach(({ alpha, beta }, i) => {
    const w = omegaPrime[i];
    t3 = t3.add(power(generator(i), w));
    t41 = t41.add(power(beta, w));
    t42 = t42.add(power(alpha, w));
    step(1);
  });
  return [power(G, omega[0]), power(G, omega[1]), t3, t41, t42];
}
