/**
 * A voter's secret credential, `XXXXX-XXXXXX-XXXXX-XXXXXX`: 22 Base58 letters, 128 bits. It gives
 * the right to cast one counted ballot and says nothing of who holds it.
 *
 * On a slip one more letter follows, a check digit by ISO 7064's hybrid scheme with M = 58, which
 * finds every single wrong letter and never enters a computation.
 *
 * Source: docs/spec/ballot.md, section 3; Belenios specification 3.1, section 4.8.
 */
import { ALPHABET, randomLetters } from './base58.js';
import { hex } from './hash.js';
import { encode, G, power, Q, secure } from './group.js';

const L = '[1-9A-HJ-NP-Za-km-z]';
const FORM = new RegExp(`^(${L}{5})-?(${L}{6})-?(${L}{5})-?(${L}{6})(?:-?(${L}))?$`);

/** @returns {string} a fresh credential in the protocol's form */
export function randomCredential(random = secure) {
  return FORM.exec(randomLetters(22, random)).slice(1, 5).join('-');
}

/** @param {string} credential the protocol's form @returns {string} one letter */
export function checkDigit(credential) {
  const modulus = ALPHABET.length;
  let product = modulus;
  for (const letter of credential.replace(/-/g, '')) {
    const sum = (product + ALPHABET.indexOf(letter)) % modulus;
    product = (2 * (sum === 0 ? modulus : sum)) % (modulus + 1);
  }
  return ALPHABET[(modulus + 1 - product) % modulus];
}

/** @returns {string} the form printed on slips, with check digit */
export function slipText(credential) {
  return credential + '-' + checkDigit(credential);
}

/**
 * Reads a credential as typed or scanned from a slip: blanks and missing dashes do not matter.
 *
 * @param {string} typed
 * @returns {{credential: string}|{wrong: 'form'|'letter'}} `letter`: the check digit is wrong, so
 *     one letter is; `form`: not the form of a credential at all
 */
export function parseCredential(typed) {
  const match = FORM.exec(typed.replace(/\s/g, ''));
  if (!match) return { wrong: 'form' };
  const credential = match.slice(1, 5).join('-');
  const check = match[5];
  if (check !== undefined && check !== checkDigit(credential)) return { wrong: 'letter' };
  return { credential };
}

/** The secret exponent s in one election: one secret serves many elections without linking them. */
export function exponent(credential, uuid) {
  const half = (i) => hex(`derive_credential|${uuid}|${i}|${credential}`);
  return BigInt('0x' + half(0) + half(1)) % Q;
}

/** @returns {string} g^s, what the list of voters of this election shows */
export function publicCredential(credential, uuid) {
  return encode(power(G, exponent(credential, uuid)));
}
