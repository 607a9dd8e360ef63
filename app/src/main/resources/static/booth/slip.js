/**
 * Slips: what the credentials clerk prints, folds and lets voters draw. The secret is inside, the
 * outer code outside; the server learns the outer code and the public credentials alone.
 *
 * Source: docs/spec/ballot.md, section 3.
 */
import { publicCredential, randomCredential, slipText } from './credential.js';
import { secure } from './group.js';

/** Digits and capital letters without those taken for one another: 0 O 1 I L. */
const OUTER = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A code `K7M-3QX`, which names a slip without opening it. */
function outerCode(random) {
  const one = new Uint8Array(1);
  let letters = '';
  while (letters.length < 6) {
    random(one);
    if (one[0] < 248) letters += OUTER[one[0] % 31];
  }
  return letters.slice(0, 3) + '-' + letters.slice(3);
}

/**
 * @typedef {object} Slip
 * @property {string} code outer code @property {string} secret with check digit; never leaves here
 * @property {string[]} credentials public, one for each election id
 */

/**
 * @param {number} count @param {string[]} uuids reserved for the rounds of the congress
 * @param {Set<string>} taken outer codes given before @returns {Slip[]}
 */
export function makeSlips(count, uuids, taken = new Set(), random = secure) {
  const codes = new Set(taken);
  return Array.from({ length: count }, () => {
    let code;
    do code = outerCode(random); while (codes.has(code));
    codes.add(code);
    const credential = randomCredential(random);
    return {
      code,
      secret: slipText(credential),
      credentials: uuids.map((uuid) => publicCredential(credential, uuid)),
    };
  });
}

/** What goes to the server. */
export function publicPart({ code, credentials }) {
  return { code, credentials };
}
