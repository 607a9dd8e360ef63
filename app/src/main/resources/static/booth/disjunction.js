/**
 * Makes "one of these branches holds" proofs, many at a time so that all commitments are encoded at
 * the price of one inversion.
 *
 * A branch claims of a ciphertext (α, β) = (g^r, y^r·g^m) that m = M. All branches are simulated
 * first with random challenge c and response ρ, which, since r is known, needs fixed bases only:
 *
 *     A = g^ρ·α^c = g^t        B = y^ρ·(β/g^M)^c = y^t·g^((m−M)·c)        with t = ρ + r·c
 *
 * Then the branch that holds takes up the difference δ to the hash: c' = c + δ, ρ' = ρ − r·δ. Which
 * branch that is enters only as a factor 0 or 1.
 *
 * Source: Belenios specification 3.1, sections 4.12 and 4.13; DisjunctionProver in `ballot/`.
 */
import { challenge } from './hash.js';
import { encodeAll, G, mod, power, powerOfMark, randomScalar } from './group.js';
import { proof } from './schnorr.js';

/**
 * @typedef {object} Branch one branch, seen by who knows the secrets
 * @property {bigint} r randomness of the ciphertext that the branch speaks of
 * @property {bigint} offset m − M: plaintext less claimed plaintext
 * @property {object} [element] encrypted times g^m, if any; claimed is that there is none
 * @property {bigint} holds 1 for exactly one branch of a statement, whose offset is 0; else 0
 */

/**
 * What was encrypted over what is claimed, to the power of c. An element may be the neutral one,
 * whose powers take half the time; it is multiplied by g first, so that it takes the same path as
 * all others.
 */
function difference({ offset, element }, c) {
  const ofMarks = powerOfMark(mod(offset * c));
  return element ? power(element.add(G), c).subtract(power(G, c)).add(ofMarks) : ofMarks;
}

export class Disjunctions {
  #key;
  #random;
  #step;
  #statements = [];
  #commitments = [];

  /**
   * @param {object} key y, laid out as a fixed base @param {import('./group.js').Randomness} random
   * @param {(branches: number) => void} step is told of each branch made
   */
  constructor(key, random, step = () => {}) {
    this.#key = key;
    this.#random = random;
    this.#step = step;
  }

  /** @param {string} prefix all that is hashed before the commitments @param {Branch[]} branches */
  add(prefix, branches) {
    const made = branches.map((branch) => {
      const c = randomScalar(this.#random);
      const rho = randomScalar(this.#random);
      const t = mod(rho + branch.r * c);
      this.#commitments.push(
        power(G, t),
        power(this.#key, t).add(difference(branch, c)),
      );
      this.#step(1);
      return { branch, c, rho };
    });
    this.#statements.push({ prefix, made });
  }

  /** @returns {import('./schnorr.js').Proof[][]} by statement and branch, in the order of adding */
  prove() {
    const texts = encodeAll(this.#commitments);
    let from = 0;
    return this.#statements.map(({ prefix, made }) => {
      const to = from + 2 * made.length;
      let delta = challenge(prefix + texts.slice(from, to).join(','));
      from = to;
      for (const { c } of made) delta -= c;
      return made.map(({ branch, c, rho }) => {
        const share = delta * branch.holds;
        return proof(mod(c + share), mod(rho - branch.r * share));
      });
    });
  }
}
