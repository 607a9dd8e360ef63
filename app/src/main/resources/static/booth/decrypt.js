/**
 * A trustee's partial decryption of a tally: for each ciphertext the factor α^x, with the proof that
 * x is the exponent of the trustee's public key. Whoever calls this has verified the whole archive.
 *
 * Source: docs/spec/ballot.md, section 4; Belenios specification 3.1, section 4.20.
 */
import { challenge, hex } from './hash.js';
import { decode, encode, encodeAll, G, mod, power, randomScalar, secure } from './group.js';
import { items, Malformed, only, read, write } from './json.js';
import { proof } from './schnorr.js';

/**
 * Reads an encrypted tally in its one spelling.
 *
 * @param {string} document a row a question: of sums, in lists where the question is of lists, or of
 *     as many answers as there are ballots
 * @returns {object[][]} rows of {alpha, beta}, in lists as they are written
 */
export function readTally(document) {
  const rows = items(read(document)).map((row) => within(items(row), (pair) => {
    only(pair, 'alpha beta');
    return { alpha: decode(pair.alpha), beta: decode(pair.beta) };
  }));
  if (writeTally(rows) !== document) throw new Malformed('the tally is not in canonical form');
  return rows;
}

/** Makes something of each item of a row, and leaves lists in it as they are. */
function within(row, make) {
  return row.map((item) => (Array.isArray(item) ? item.map(make) : make(item)));
}

/** Texts of the elements that `of` picks from each item of a row, each put through `make`. */
function encodeWithin(row, of, make) {
  const texts = encodeAll(row.flat().flatMap(of))[Symbol.iterator]();
  return within(row, () => make(() => texts.next().value));
}

/** @param {object[][]} rows as `readTally` gives them @returns {string} exact text */
export function writeTally(rows) {
  return write(rows.map((row) => encodeWithin(row, ({ alpha, beta }) => [alpha, beta],
    (next) => ({ alpha: next(), beta: next() }))));
}

/**
 * One factor with its proof for each ciphertext of the tally; of answers that were shuffled that is
 * one a ballot.
 *
 * @param {string} fingerprint φ @param {bigint} x the opened share
 * @param {string} tally exact text: `verification.tally`, where answers are shuffled that after all
 *     shuffles
 * @returns {string} exact text
 */
export function partialDecryption(fingerprint, x, tally, random = secure) {
  const prefix = `decrypt|${fingerprint}|${encode(power(G, x))}|`;
  const rows = readTally(tally);
  return write({
    decryption_factors: rows.map((row) =>
      encodeWithin(row, ({ alpha }) => [power(alpha, x)], (next) => next())),
    decryption_proofs: rows.map((row) => within(row, ({ alpha }) => {
      const w = randomScalar(random);
      const c = challenge(prefix + encodeAll([power(G, w), power(alpha, w)]).join(','));
      return proof(c, mod(w - x * c));
    })),
  });
}

/**
 * What a trustee remembers of the tallies it has decrypted, so that no election is ever decrypted
 * twice with different tallies (which would reveal the difference, down to single ballots).
 *
 * @param {Storage} storage @param {string} uuid @param {string} tally exact text
 * @returns {boolean} whether this tally may be decrypted; remembered before it is
 */
export function rememberTally(storage, uuid, tally) {
  const key = 'zhijia decrypted ' + uuid;
  const before = storage.getItem(key);
  if (before === null) storage.setItem(key, hex(tally));
  return before === null || before === hex(tally);
}
