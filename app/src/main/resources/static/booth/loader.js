/**
 * Starts the worker that encrypts, and only if its one file is the one that is expected. Workers and
 * module imports take no integrity attribute; so the file is fetched as text, hashed, and started
 * from memory.
 *
 * What remains to be trusted is the page that calls this, and the device. A voter who scanned a slip
 * brings the hash from paper, which the server of today cannot change.
 */
import { bytes, hexOf } from './hash.js';
import { BUNDLE_SHA256 } from './bundle-hash.js';

export { BUNDLE_SHA256 };

/** How many digits of the hash slips print and carry in their QR symbol: 96 bits. */
const PRINTED = 24;

/** The file that was delivered is not the one that was expected. */
export class BundleChanged extends Error {}

/** @returns {string} what people compare: `1a2b 3c4d …` */
export function printedHash(hash = BUNDLE_SHA256) {
  return hash.slice(0, PRINTED).match(/.{4}/g).join(' ');
}

/**
 * @param {string} [fromSlip] digits that the slip's symbol carried
 * @returns {Promise<Worker>}
 */
export async function startEncryption(fromSlip) {
  const answer = await fetch(new URL('./booth.bundle.js', import.meta.url), { credentials: 'omit' });
  if (!answer.ok) throw new Error('the encryption program cannot be fetched');
  const program = await answer.text();
  const digest = await crypto.subtle.digest('SHA-256', bytes(program));
  const hash = hexOf(new Uint8Array(digest));
  if (hash !== BUNDLE_SHA256 || (fromSlip && !hash.startsWith(fromSlip))) {
    throw new BundleChanged(hash);
  }
  const place = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
  const worker = new Worker(place);
  URL.revokeObjectURL(place);
  return worker;
}

let number = 0;

/**
 * Asks the worker for one ballot.
 *
 * @param {Worker} worker @param {{election: string, credential: string, vote: number[][]}} what
 * @param {(share: number) => void} progress is told 0 to 1
 * @returns {Promise<import('./encrypt.js').Made>}
 */
export function encryptIn(worker, what, progress = () => {}) {
  const id = ++number;
  return new Promise((resolve, reject) => {
    const listen = ({ data }) => {
      if (data.id !== id) return;
      if (data.done !== undefined) {
        progress(data.done / data.of);
        return;
      }
      worker.removeEventListener('message', listen);
      if (data.error) reject(new Error(data.error));
      else resolve(data);
    };
    worker.addEventListener('message', listen);
    worker.addEventListener('error', () => reject(new Error('the encryption program failed')));
    worker.postMessage({ id, ...what });
  });
}
