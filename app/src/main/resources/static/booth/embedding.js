/**
 * Numbers in elements, and what else answers that are shuffled need of the group: generators that
 * nobody knows a relation between, and an order of elements.
 *
 * A number has 8 bits. Numbers v1 … vn become the element that is written as
 * `((v1·2^8 + v2)·2^8 + … + vn)·2^14 + ε`, with the smallest ε that makes it a member.
 *
 * Source: docs/spec/ballot.md, section 4.1; Belenios specification 3.1, section 5.2.1, tables 8, 9.
 */
import { hash } from './hash.js';
import { decodePoint, encode, G, same } from './group.js';
import { Malformed } from './json.js';

/** The greatest number that fits its 8 bits. */
export const LARGEST = 255;
/** How many numbers fit one element. */
export const MOST_NUMBERS = 30;

const BITS = 8n;
const PADDING = 14n;
/** One padding in sixteen gives a member, so one block in sixty has none. */
const BLOCK = 64;
/** How many steps `embed` reports: a step is about as long as a branch of a proof. */
export const EMBEDDING_STEPS = 32;

/**
 * The element of 1 to 30 numbers from 0 to 255.
 *
 * The numbers are secret. A whole block of paddings is tried whatever is found in it, and something
 * is asked whether it is a member where a padding gives no point: else the time would tell how many
 * of the block lie on the curve, which is the same for a number each time and half as much again for
 * 0 as for 2. It still tells whether a second block is needed, as for 4 numbers of 256; and a
 * browser's arithmetic on large numbers is not constant in time. Nobody but the voter's own device
 * sees that time.
 *
 * @param {number[]} numbers @param {(steps: number) => void} step progress
 */
export function embed(numbers, step = () => {}) {
  if (numbers.length < 1 || numbers.length > MOST_NUMBERS
      || !numbers.every((n) => Number.isInteger(n) && n >= 0 && n <= LARGEST)) {
    throw new Malformed('1 to 30 numbers from 0 to 255 are expected');
  }
  const y = numbers.reduce((sum, number) => (sum << BITS) | BigInt(number), 0n) << PADDING;
  for (let block = 0; block < 1 << Number(PADDING); block += BLOCK) {
    const members = [];
    for (let epsilon = block; epsilon < block + BLOCK; epsilon++) {
      const point = withEvenX(y | BigInt(epsilon));
      const isMember = (point ?? G).isTorsionFree();
      if (point && isMember) members.push(point);
      if (block === 0 && epsilon % (BLOCK / EMBEDDING_STEPS) === 0) step(1);
    }
    if (members.length > 0) return members[0];
  }
  throw new Error('no member of the group in 2^14 tries');
}

/** The point of this y whose x is even, or null. */
function withEvenX(y) {
  try {
    return decodePoint(y.toString(16).padStart(64, '0'));
  } catch {
    return null;
  }
}

/**
 * The numbers that were put into an element. Every element gives some, whether or not numbers had
 * been put in: what stands beyond them is not looked at.
 *
 * @param {object} point @param {number} count @returns {number[]}
 */
export function numbersOf(point, count) {
  const bits = BigInt('0x' + encode(point)) >> PADDING;
  return Array.from({ length: count }, (_, i) =>
    Number((bits >> (BITS * BigInt(count - 1 - i))) & 255n));
}

/** Generators that were asked for, by index from −1. */
const generators = [];

/**
 * An independent generator: nobody knows its logarithm to the base g or another one.
 *
 * @param {number} index −1 or more
 */
export function generator(index) {
  generators[index + 1] ??= findGenerator(index);
  return generators[index + 1];
}

function findGenerator(index) {
  const digest = hash('ggen|' + index).reduce((n, byte) => (n << 8n) | BigInt(byte), 0n);
  for (let y = digest >> 2n; ; y++) {
    const point = withEvenX(y);
    if (point) {
      const found = point.clearCofactor();
      if (found.is0() || same(found, G)) throw new Error('no generator of this number');
      return found;
    }
  }
}

/**
 * What answers are sorted by, from their texts: the bytes of RFC 8032, which are those of the
 * encoding from its end; α first, then β.
 *
 * @param {{alpha: string, beta: string}} choice @returns {string}
 */
export function sortKey({ alpha, beta }) {
  return alpha.match(/../g).reverse().join('') + beta.match(/../g).reverse().join('');
}
