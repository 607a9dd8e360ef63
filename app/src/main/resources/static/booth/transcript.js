/**
 * What is hashed in the proof of one row's shuffle; maker and verifier share it.
 *
 * Source: docs/spec/ballot.md, section 4.1; Belenios specification 3.1, tables 11, 12 and 14.
 */
import { encode, encodeAll } from './group.js';
import { challenge, hex } from './hash.js';

/** Elements as they are hashed, a comma after each. */
function commas(points) {
  return encodeAll(points).map((text) => text + ',').join('');
}

const halves = (row) => row.flatMap(({ alpha, beta }) => [alpha, beta]);

export class Transcript {
  #election;
  #n;
  #statement;

  /** @param {object[]} before e @param {object[]} after e' @param {object[]} c */
  constructor(election, before, after, c) {
    this.#election = election;
    this.#n = before.length;
    this.#statement = commas([...halves(before), ...halves(after), ...c]);
  }

  /** u: one challenge for each ciphertext. @returns {bigint[]} */
  challenges() {
    const seed = hex(`shuffle-challenges|${this.#election.fingerprint}|${this.#statement}`);
    return Array.from({ length: this.#n }, (_, i) => challenge(seed + hex(String(i))));
  }

  /** c, over t1, t2, t3, t4,1 and t4,2, t̂ and ĉ. @returns {bigint} */
  challenge(t, tHat, cHat) {
    const { fingerprint, publicKey } = this.#election;
    const text = commas(t) + commas(tHat) + this.#statement + commas(cHat) + encode(publicKey);
    return challenge(`shuffle-challenge|${fingerprint}|${text}`);
  }
}
