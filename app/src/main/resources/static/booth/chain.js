/**
 * A public base whose powers are taken a few times: the doublings are made once, then each power
 * costs some 85 additions. Variable time, for what is published.
 */
import { NEUTRAL, Q } from './group.js';

const BITS = 254;

/** Non-adjacent form, from the lowest digit: −1, 0 or 1, never two digits other than 0 in a row. */
function digits(exponent) {
  const found = [];
  for (let n = exponent, i = 0; n > 0n; n >>= 1n, i++) {
    if (n & 1n) {
      const digit = (n & 3n) === 3n ? -1 : 1;
      found.push([i, digit]);
      n -= BigInt(digit);
    }
  }
  return found;
}
const ORDER = digits(Q);

export class Chain {
  #doublings = [];

  constructor(point) {
    let next = point;
    for (let i = 0; i < BITS; i++) {
      this.#doublings.push(next);
      next = next.double();
    }
  }

  get point() {
    return this.#doublings[0];
  }

  /** Whether the point's order divides q: membership of the group. */
  get isMember() {
    return this.#sum(ORDER).equals(NEUTRAL);
  }

  /** @param {bigint} exponent 0 to q − 1 */
  power(exponent) {
    return this.#sum(digits(exponent));
  }

  #sum(places) {
    let sum = NEUTRAL;
    for (const [i, digit] of places) {
      const doubling = this.#doublings[i];
      sum = digit > 0 ? sum.add(doubling) : sum.subtract(doubling);
    }
    return sum;
  }
}
