/**
 * The group: the subgroup of prime order q of Ed25519, written multiplicatively as in the papers:
 * g^x is x times the base point.
 *
 * An element is written as 64 lower-case hexadecimal digits of y + 2^255·(x mod 2): the bytes of
 * RFC 8032 reversed. A scalar is a BigInt from 0 to q − 1, written in decimal.
 *
 * Source: docs/spec/ballot.md, section 2; RFC 8032, section 5.1.
 */
import { ed25519, normalizeZ } from '../lib/noble.js';
import { Malformed } from './json.js';

const Point = ed25519.Point;

/** Order of the group. */
export const Q = Point.Fn.ORDER;
/** g */
export const G = Point.BASE;
/** g^0 */
export const NEUTRAL = Point.ZERO;
const NEUTRAL_TEXT = '1'.padStart(64, '0');

/** Window of the tables for fixed bases: 4,224 points each, some 20 ms to lay out. */
const WINDOW = 8;
G.precompute(WINDOW);

/** @param {bigint} x any integer @returns {bigint} its residue, 0 to q − 1 */
export function mod(x) {
  const rest = x % Q;
  return rest < 0n ? rest + Q : rest;
}

/** @param {bigint} x not 0 @returns {bigint} 1/x mod q */
export function inverse(x) {
  return Point.Fn.inv(mod(x));
}

/** @callback Randomness @param {Uint8Array} target is filled with random bytes */

/** The browser's own generator. @type {Randomness} */
export function secure(target) {
  globalThis.crypto.getRandomValues(target);
}

/**
 * A uniform scalar: 64 random bytes, big-endian, mod q; the bias is below 2^−250.
 *
 * @param {Randomness} random @returns {bigint}
 */
export function randomScalar(random = secure) {
  const wide = new Uint8Array(64);
  random(wide);
  let text = '0x';
  for (const byte of wide) text += byte.toString(16).padStart(2, '0');
  wide.fill(0);
  return BigInt(text) % Q;
}

/** The checked door for a scalar in a document. @param {unknown} text @returns {bigint} */
export function scalar(text) {
  if (typeof text === 'string' && /^(0|[1-9][0-9]{0,76})$/.test(text)) {
    const value = BigInt(text);
    if (value < Q) return value;
  }
  throw new Malformed('not a decimal number below the group\'s order');
}

/** A base whose powers are taken many times: lays out a table on first use. */
export function fixedBase(point) {
  return point.precompute(WINDOW);
}

/**
 * base^exponent for a secret exponent: the library's constant-time ladder. The library refuses
 * exponent 0, which a random secret never is.
 */
export function power(base, exponent) {
  return exponent === 0n ? NEUTRAL : base.multiply(exponent);
}

/**
 * g^exponent where 0 is an ordinary value (a mark, an offset): taken as g^(exponent + 1) / g, so
 * that 0 takes the same path as all others.
 */
export function powerOfMark(exponent) {
  return power(G, mod(exponent + 1n)).subtract(G);
}

/** base^exponent of public values, in variable time. */
export function publicPower(base, exponent) {
  return base.multiplyUnsafe(exponent);
}

/** Texts of many elements at the price of one inversion. @returns {string[]} */
export function encodeAll(points) {
  return normalizeZ(Point, points).map((point) => {
    const number = point.Y | ((point.X & 1n) << 255n);
    return number.toString(16).padStart(64, '0');
  });
}

/** @returns {string} 64 hexadecimal digits */
export function encode(point) {
  return encodeAll([point])[0];
}

/**
 * A point on the curve in its one spelling, whose order is not looked at; for callers that check
 * the order themselves.
 *
 * @param {unknown} text
 */
export function decodePoint(text) {
  if (text === NEUTRAL_TEXT) return NEUTRAL;
  if (typeof text === 'string' && /^[0-9a-f]{64}$/.test(text)) {
    try {
      return Point.fromHex(text.match(/../g).reverse().join(''));
    } catch {
      // falls through: y too large, no such point, or x = 0 with a sign
    }
  }
  throw new Malformed('not the canonical encoding of a group element');
}

/** The checked door for an element: canonical, on the curve, of an order that divides q. */
export function decode(text) {
  const point = decodePoint(text);
  if (point !== NEUTRAL && !point.isTorsionFree()) {
    throw new Malformed('not a member of the group');
  }
  return point;
}

/** @returns {boolean} */
export function same(a, b) {
  return a.equals(b);
}
