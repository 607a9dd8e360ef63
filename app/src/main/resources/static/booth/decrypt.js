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

/** Reads an encrypted tally in its one spelling. @returns {object[][]} rows of {alpha, beta} */
export function readTally(document) {
  const rows = items(read(document)).map((row) => items(row).map((pair) => {
    only(pair, 'alpha beta');
    return { alpha: decode(pair.alpha), beta: decode(pair.beta) };
  }));
  if (writeTally(rows) !== document) throw new Malformed('the tally is not in canonical form');
  return rows;
}

/** @returns {string} exact text */
export function writeTally(rows) {
  return write(rows.map((row) => {
    const texts = encodeAll(row.flatMap(({ alpha, beta }) => [alpha, beta]));
    return row.map((_, i) => ({ alpha: texts[2 * i], beta: texts[2 * i + 1] }));
  }));
}

/**
 * @param {string} fingerprint φ @param {bigint} x the opened share @param {string} tally exact text
 * @returns {string} exact text
 */
export function partialDecryption(fingerprint, x, tally, random = secure) {
  const prefix = `decrypt|${fingerprint}|${encode(power(G, x))}|`;
  const rows = readTally(tally);
  return write({
    decryption_factors: rows.map((row) => encodeAll(row.map(({ alpha }) => power(alpha, x)))),
    decryption_proofs: rows.map((row) => row.map(({ alpha }) => {
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
