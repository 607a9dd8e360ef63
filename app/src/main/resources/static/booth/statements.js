/**
 * What is hashed before the commitments of each proof; maker and verifier share it.
 *
 * S0 = φ|credential, S = S0|α1,β1,α2,β2,… over all ciphertexts of the answer; the sum Σ leaves the
 * blank mark out where there is one. Source: docs/spec/ballot.md, sections 4, 7.2 and
 * 7.5.
 */

/** `α,β` */
export function joined([alpha, beta]) {
  return alpha + ',' + beta;
}

/** @param {string} fingerprint φ @param {string} credential public @param {object[]} choices */
export function statements(fingerprint, credential, choices) {
  const s0 = `${fingerprint}|${credential}`;
  const pairs = choices.map(({ alpha, beta }) => joined([alpha, beta]));
  const s = `${s0}|${pairs.join(',')}`;
  return {
    individual: (i) => `prove|${s0}|${pairs[i]}|`,
    overall: (sum) => `prove|${s}|${sum}|`,
    overallOrBlank: () => `bproof1|${s}|`,
    blank: () => `bproof0|${s}|`,
    list: () => `lproof|${s}|`,
    nonZero: (commitment) => `nonzero|${s}|${commitment},`,
    numbers: (key) => `raweg|${s0}|${key},${pairs.join(',')}|`,
  };
}

/**
 * @param {{fingerprint: string, credential: string, tracker: string, slate: number}} place
 * @param {number} candidate from 0, as the slate; the text counts from 1
 * @param {string} sum `α,β` of the product of both ciphertexts
 */
export function companionPrefix(place, candidate, sum) {
  const { fingerprint, credential, tracker, slate } = place;
  const number = `${slate + 1},${candidate + 1}`;
  return `zhijia-slate|1|${fingerprint}|${credential}|${tracker}|${number}|${sum}|`;
}

/**
 * @param {{fingerprint: string, credential: string, tracker: string, slate: number}} where
 * @param {'spent'|'against'} what @param {string} place `α,β` of the mark at the place
 * @param {string} other `α,β` of the number, or of the product of all marks against candidates
 */
export function writeInPrefix(where, what, place, other) {
  const { fingerprint, credential, tracker, slate } = where;
  const name = `${slate + 1},${what}`;
  return `zhijia-write-in|1|${fingerprint}|${credential}|${tracker}|${name}|${place}|${other}|`;
}
