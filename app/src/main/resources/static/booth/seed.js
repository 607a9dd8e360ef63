/**
 * The one secret that a trustee keeps through a threshold ceremony: 22 Base58 letters, from which the
 * signing key and the decryption key are derived. It fits on a slip of paper.
 *
 * Source: Belenios specification 3.1, section 4.6.1.
 */
import { areLetters, randomLetters } from './base58.js';
import { challenge } from './hash.js';
import { encode, G, power, secure } from './group.js';
import { write } from './json.js';
import { sign } from './schnorr.js';

const LETTERS = 22;

/** @returns {string} 22 letters; a secret */
export function randomSeed(random = secure) {
  return randomLetters(LETTERS, random);
}

/** @param {string} typed @returns {string|null} the seed, if it is one */
export function parseSeed(typed) {
  const letters = typed.replace(/[\s-]/g, '');
  return areLetters(letters, LETTERS) ? letters : null;
}

/** @returns {bigint} */
export function signingKey(seed) {
  return challenge('sk|' + seed);
}

/** @returns {bigint} */
export function decryptionKey(seed) {
  return challenge('dk|' + seed);
}

/**
 * @typedef {{group: string, size: number, threshold: number, index: number}} Context a place in a
 *     ceremony: threshold of size, index from 1
 */

/** This trustee's certificate for a place in a ceremony. @returns {string} exact text */
export function certificate(seed, { group, size, threshold, index }, random = secure) {
  const message = write({
    context: { group, size, threshold, index },
    verification: encode(power(G, signingKey(seed))),
    encryption: encode(power(G, decryptionKey(seed))),
  });
  return write({ message, signature: sign(signingKey(seed), message, random) });
}
