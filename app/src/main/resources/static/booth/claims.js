/**
 * Proofs that one of some claims about ciphertexts holds, checked in variable time: everything here
 * is published.
 *
 * Source: docs/spec/ballot.md, section 4; Belenios specification 3.1, sections 4.12 and 4.13.
 */
import { Chain } from './chain.js';
import { encodeAll, G, mod, NEUTRAL, publicPower } from './group.js';
import { challenge } from './hash.js';
import { readProof } from './schnorr.js';

/** A ciphertext laid out for claims about what it encrypts. */
export function claim({ alpha, beta }) {
  return { alpha: new Chain(alpha), beta: new Chain(beta) };
}

/** The encryption of the sum. */
export function product(row) {
  return row.reduce(
    (sum, one) => ({ alpha: sum.alpha.add(one.alpha), beta: sum.beta.add(one.beta) }),
    { alpha: NEUTRAL, beta: NEUTRAL });
}

/**
 * One of the claims holds, each "this ciphertext encrypts that number": A = g^ρ·α^c and
 * B = y^ρ·(β/g^M)^c for each branch, and the hash is the sum of the challenges.
 */
export function demandOneOf(key, prefix, claims, proofs, fault) {
  let sum = 0n;
  const commitments = [];
  claims.forEach(([{ alpha, beta }, message], j) => {
    const { c, rho } = readProof(proofs[j]);
    const less = publicPower(G, mod(-c * BigInt(message)));
    commitments.push(
      publicPower(G, rho).add(alpha.power(c)),
      publicPower(key, rho).add(beta.power(c)).add(less));
    sum += c;
  });
  if (challenge(prefix + encodeAll(commitments).join(',')) !== mod(sum)) throw fault;
}
