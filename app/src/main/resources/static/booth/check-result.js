/**
 * Checks 21 to 25 and 34: from the partial decryptions of a tally to the result. Variable time:
 * everything here is published.
 *
 * Source: docs/spec/ballot.md, section 8; Belenios specification 3.1, sections 4.20 and 4.21.
 */
import { demand, Fault } from './archive.js';
import { LARGEST, numbersOf } from './embedding.js';
import { decode, encodeAll, G, inverse, mod, NEUTRAL, publicPower, same }
  from './group.js';
import { challenge } from './hash.js';
import { integer, items, Malformed, only, read, write } from './json.js';
import { flat } from './layout.js';
import { productOfPowers } from './products.js';
import { readProof } from './schnorr.js';
import { readTally } from './tally.js';
import { readTrustees } from './threshold.js';

/**
 * Checks one trustee's partial decryption.
 *
 * @param {import('./election.js').Election} election @param {string} tally what was to be decrypted
 * @param {string} key the trustee's public key @param {string} document exact text
 * @throws {Fault} check 21 or 22
 */
export function checkDecryption(election, tally, key, document, where) {
  const rows = flatTally(election, tally);
  const { factors, proofs } = demand(21, where, () => readDecryption(election, rows, document));
  const x = decode(key);
  const prefix = `decrypt|${election.fingerprint}|${key}|`;
  rows.forEach((row, i) => row.forEach(({ alpha }, j) => {
    const { c, rho } = readProof(proofs[i][j]);
    const a = publicPower(G, rho).add(publicPower(x, c));
    const b = productOfPowers([alpha, factors[i][j]], [rho, c]);
    if (challenge(prefix + encodeAll([a, b]).join(',')) !== c) {
      const place = `${where}, answer ${i + 1}, choice ${j + 1}`;
      throw new Fault(22, place, 'the proof does not hold');
    }
  }));
}

/**
 * Checks a result.
 *
 * @param {import('./election.js').Election} election
 * @param {object} given
 * @param {string} given.trustees exact text @param {string} given.tally what was decrypted
 * @param {[number, string][]} given.decryptions by whom, from 1, and exact text; checked before
 * @param {number} given.counted ballots of the tally @param {string} given.result exact text
 * @throws {Fault} check 23, 24, 25 or 34
 */
export function checkResult(election, { trustees, tally, decryptions, counted, result }) {
  const rows = flatTally(election, tally);
  const byOwner = new Map(decryptions.map(([owner, document]) =>
    [owner, readDecryption(election, rows, document).factors]));
  const powers = exponents(readTrustees(trustees).groups, byOwner);
  const claimed = demand(25, 'result', () => readResult(election, rows, result));
  rows.forEach((row, i) => row.forEach(({ beta }, j) => {
    const where = `result, answer ${i + 1}`;
    const factor = productOfPowers(
      [...powers.keys()].map((owner) => byOwner.get(owner)[i][j]), [...powers.values()]);
    const opened = beta.subtract(factor);
    if (election.questions[i].kind === 'numbers') {
      demandNumbers(opened, claimed[i][j], `${where}, row ${j + 1}`);
    } else {
      demandSum(opened, claimed[i][j], counted, `${where}, choice ${j + 1}`);
    }
  }));
}

function flatTally(election, tally) {
  return readTally(tally).map((row, i) => flat(election.questions[i], row));
}

/** One factor and one proof for each ciphertext, each row flat. */
function readDecryption({ questions }, rows, document) {
  const node = only(read(document), 'decryption_factors decryption_proofs');
  if (write(node) !== document) throw new Malformed('not in canonical form');
  const each = (all, make) => items(all, rows.length).map((row, i) =>
    items(flat(questions[i], row), rows[i].length).map(make));
  return {
    factors: each(node.decryption_factors, decode),
    proofs: each(node.decryption_proofs, (proof) => { readProof(proof); return proof; }),
  };
}

/** A sum for each ciphertext, or numbers for each row of them; each row flat. */
function readResult({ questions }, rows, document) {
  const node = only(read(document), 'result');
  if (write(node) !== document) throw new Malformed('not in canonical form');
  return items(node.result, rows.length).map((row, i) => {
    const question = questions[i];
    if (question.kind === 'numbers') {
      if (items(row).length !== rows[i].length) {
        const place = `result, answer ${i + 1}`;
        throw new Fault(34, place, `${row.length} rows, ${rows[i].length} were shuffled`);
      }
      return row.map((numbers) => items(numbers, question.answers.length)
        .map((number) => integer(number, 0, LARGEST)));
    }
    return items(flat(question, row), rows[i].length).map((sum) => integer(sum, 0, 2 ** 30 - 1));
  });
}

/**
 * The exponents to which the trustees' factors open a ciphertext together: 1 for a mandatory one,
 * Lagrange's coefficient Π k/(k − δ) for `needed` of a threshold group, of indices from 1.
 *
 * @param {{size: number, needed: number}[]} groups of the trustees, in order
 * @returns {Map<number, bigint>} by trustee, from 1
 */
function exponents(groups, byOwner) {
  const found = new Map();
  let before = 0;
  for (const { size, needed } of groups) {
    const indices = Array.from({ length: size }, (_, i) => i + 1)
      .filter((index) => byOwner.has(before + index)).slice(0, needed);
    if (indices.length < needed) {
      throw new Fault(23, 'result', `decrypted only by trustees ${[...byOwner.keys()].sort()}`);
    }
    for (const delta of indices) {
      const others = indices.filter((k) => k !== delta).map(BigInt);
      const lagrange = others.reduce(
        (product, k) => mod(product * k * inverse(k - BigInt(delta))), 1n);
      found.set(before + delta, lagrange);
    }
    before += size;
  }
  return found;
}

function demandSum(opened, sum, counted, where) {
  if (sum > counted) throw new Fault(24, where, `${sum} exceeds the weight of all ballots`);
  if (!same(opened, sum === 0 ? NEUTRAL : publicPower(G, BigInt(sum)))) {
    throw new Fault(25, where, `${sum} is not what the tally decrypts to`);
  }
}

function demandNumbers(opened, numbers, where) {
  if (String(numbersOf(opened, numbers.length)) !== String(numbers)) {
    throw new Fault(34, where, `${numbers} is not what the answer decrypts to`);
  }
}
