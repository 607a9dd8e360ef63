/**
 * The alphabet of election ids, credentials and trustees' seeds: 58 letters and digits without
 * those that are taken for one another (0 O I l).
 */
import { secure } from './group.js';

export const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/**
 * Uniform letters: bytes of 232 and more are thrown away, since 256 is no multiple of 58.
 *
 * @param {number} length @returns {string}
 */
export function randomLetters(length, random = secure) {
  const one = new Uint8Array(1);
  let letters = '';
  while (letters.length < length) {
    random(one);
    if (one[0] < 232) letters += ALPHABET[one[0] % 58];
  }
  return letters;
}

/** @returns {boolean} whether the text is this many letters of the alphabet */
export function areLetters(text, length) {
  return text.length === length && [...text].every((letter) => ALPHABET.includes(letter));
}
