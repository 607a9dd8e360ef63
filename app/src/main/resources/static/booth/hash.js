/**
 * SHA-256 in the dresses that the protocol uses: bytes, hexadecimal reference, Base64 without
 * padding (fingerprints and trackers, 43 characters), and challenge.
 *
 * Source: docs/spec/ballot.md, sections 2 and 4.
 */
import { sha256 } from '../lib/noble.js';
import { Q } from './group.js';

const UTF8 = new TextEncoder();

/** @param {string|Uint8Array} text @returns {Uint8Array} UTF-8 */
export function bytes(text) {
  return typeof text === 'string' ? UTF8.encode(text) : text;
}

/** @param {Uint8Array} data @returns {string} lower-case hexadecimal */
export function hexOf(data) {
  let text = '';
  for (const byte of data) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** @param {string} text lower-case hexadecimal @returns {Uint8Array} */
export function bytesOfHex(text) {
  if (!/^([0-9a-f]{2})*$/.test(text)) throw new Error('not hexadecimal');
  return Uint8Array.from(text.match(/../g) || [], (pair) => parseInt(pair, 16));
}

/** @param {string|Uint8Array} text @returns {Uint8Array} 32 bytes */
export function hash(text) {
  return sha256(bytes(text));
}

/** @param {string|Uint8Array} text @returns {string} 64 hexadecimal digits */
export function hex(text) {
  return hexOf(hash(text));
}

/** @param {string|Uint8Array} text @returns {string} 43 characters */
export function base64(text) {
  return btoa(String.fromCharCode(...hash(text))).replace(/=+$/, '');
}

/** SHA-256 as a big-endian number, reduced mod q. @param {string} text @returns {bigint} */
export function challenge(text) {
  return BigInt('0x' + hex(text)) % Q;
}
