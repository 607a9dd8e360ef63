/**
 * Proofs of knowledge of an exponent, which also serve as signatures: commitment A = g^w, challenge
 * c = SHA-256(prefix ‖ A) mod q, response w − x·c.
 *
 * Source: docs/spec/ballot.md, section 4; Belenios specification 3.1, sections 4.5, 4.6.1, 4.16.
 */
import { challenge } from './hash.js';
import { encode, G, mod, power, publicPower, randomScalar, scalar, secure } from './group.js';
import { only } from './json.js';

/** @typedef {{challenge: string, response: string}} Proof as written in documents */

/** @param {string} prefix the statement, with the bar before A @param {bigint} x @returns {Proof} */
export function prove(prefix, x, random = secure) {
  const w = randomScalar(random);
  const c = challenge(prefix + encode(power(G, w)));
  return proof(c, mod(w - x * c));
}

/** @param {string} prefix @param {object} key X @param {Proof} given @returns {boolean} */
export function holds(prefix, key, given) {
  const { c, rho } = readProof(given);
  const a = publicPower(G, rho).add(publicPower(key, c));
  return challenge(prefix + encode(a)) === c;
}

/** A message signed by a trustee: what is hashed is `sigmsg|MESSAGE|A`. @returns {Proof} */
export function sign(signingKey, message, random = secure) {
  return prove(`sigmsg|${message}|`, signingKey, random);
}

/** @returns {boolean} */
export function isSigned(verificationKey, message, signature) {
  return holds(`sigmsg|${message}|`, verificationKey, signature);
}

/** @returns {Proof} */
export function proof(c, rho) {
  return { challenge: c.toString(), response: rho.toString() };
}

/** The checked door for a proof in a document. @returns {{c: bigint, rho: bigint}} */
export function readProof(node) {
  only(node, 'challenge response');
  return { c: scalar(node.challenge), rho: scalar(node.response) };
}
