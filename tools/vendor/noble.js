// What tools/vendor-js cuts out of @noble/curves and @noble/hashes (MIT): the one curve, the one hash.
export { normalizeZ } from '@noble/curves/abstract/curve.js';
export { ed25519 } from '@noble/curves/ed25519.js';
export { sha256 } from '@noble/hashes/sha2.js';
