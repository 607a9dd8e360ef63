/**
 * Products of powers of many bases, in variable time, for what is published: the doublings are
 * shared by all bases (Straus), and each exponent is cut into odd digits of four bits and a sign.
 */
import { NEUTRAL } from './group.js';

const WIDTH = 5;
const RANGE = 1n << BigInt(WIDTH);
const TABLE = 1 << (WIDTH - 2);

/** Digits from the lowest: 0, or odd and smaller than 16 either way, then at least four zeros. */
function digits(exponent) {
  const found = [];
  for (let n = exponent; n > 0n; n >>= 1n) {
    let digit = 0n;
    if (n & 1n) {
      digit = n & (RANGE - 1n);
      if (digit >= RANGE / 2n) digit -= RANGE;
      n -= digit;
    }
    found.push(Number(digit));
  }
  return found;
}

/** base^1, base^3, base^5 and so on. */
function oddPowers(base) {
  const square = base.double();
  const powers = [base];
  while (powers.length < TABLE) powers.push(powers.at(-1).add(square));
  return powers;
}

/**
 * The product of all bases, each to its exponent.
 *
 * @param {object[]} bases @param {bigint[]} exponents 0 to q − 1
 */
export function productOfPowers(bases, exponents) {
  const terms = bases.map((base, i) => ({ powers: oddPowers(base), places: digits(exponents[i]) }));
  let product = NEUTRAL;
  for (let bit = Math.max(0, ...terms.map(({ places }) => places.length)) - 1; bit >= 0; bit--) {
    product = product.double();
    for (const { powers, places } of terms) {
      const digit = places[bit] ?? 0;
      if (digit > 0) product = product.add(powers[digit >> 1]);
      if (digit < 0) product = product.subtract(powers[-digit >> 1]);
    }
  }
  return product;
}
