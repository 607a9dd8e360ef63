/**
 * A trustee's partial decryption of a tally: for each ciphertext the factor α^x, with the proof that
 * x is the exponent of the trustee's public key. Whoever calls this has verified the whole archive.
 *
 * Source: docs/spec/ballot.md, section 4; Belenios specification 3.1, section 4.20.
 */
import { challenge, hex } from './hash.js';
import { encode, encodeAll, G, mod, power, randomScalar, secure } from './group.js';
import { write } from './json.js';
import { proof } from './schnorr.js';
import { readTally, within } from './tally.js';

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
    decryption_factors: rows.map((row) => {
      const factors = encodeAll(row.flat().map(({ alpha }) => power(alpha, x)))[Symbol.iterator]();
      return within(row, () => factors.next().value);
    }),
    decryption_proofs: rows.map((row) => within(row, ({ alpha }) => {
      const w = randomScalar(random);
      const c = challenge(prefix + encodeAll([power(G, w), power(alpha, w)]).join(','));
      return proof(c, mod(w - x * c));
    })),
  });
}

/** Sums of fewer ballots tell too much of single votes; no server makes a device go below it. */
const LEAST_BALLOTS = 5;

/**
 * How many ballots a tally must have to be decrypted.
 *
 * @param {unknown} said by the server, which may demand more @returns {number}
 */
export function leastBallots(said) {
  return Number.isSafeInteger(said) && said > LEAST_BALLOTS ? said : LEAST_BALLOTS;
}

const memoryOf = (uuid) => 'zhijia decrypted ' + uuid;

/** Whether this device knows that it has decrypted a tally of this election. */
export function hasDecrypted(storage, uuid) {
  return storage.getItem(memoryOf(uuid)) !== null;
}

/**
 * What a trustee remembers of the tallies it has decrypted, so that no election is ever decrypted
 * twice with different tallies (which would reveal the difference, down to single ballots).
 *
 * @param {Storage} storage @param {string} uuid of the verified election
 * @param {string} tally exact text
 * @returns {boolean} whether this tally may be decrypted; remembered before it is
 */
export function rememberTally(storage, uuid, tally) {
  const key = memoryOf(uuid);
  const before = storage.getItem(key);
  if (before === null) storage.setItem(key, hex(tally));
  return before === null || before === hex(tally);
}
