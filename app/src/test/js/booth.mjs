// Where the tests find the pages' modules, and randomness that anyone can repeat.
import { webcrypto } from 'node:crypto';
import { hash } from '../../main/resources/static/booth/hash.js';

// Node.js 18 keeps what browsers have in a module.
globalThis.crypto ??= webcrypto;

/** Bytes of SHA-256 of `zhijia-vector|1`, `zhijia-vector|2` and so on (docs/spec/ballot.md, 7.3). */
export function counted() {
  let next = 0;
  return (bytes) => {
    for (let i = 0; i < bytes.length; i += 32) {
      const block = hash(`zhijia-vector|${++next}`);
      bytes.set(block.subarray(0, Math.min(32, bytes.length - i)), i);
    }
  };
}
