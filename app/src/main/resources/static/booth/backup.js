/**
 * A scrutineer's seed in a file under a passphrase: PBKDF2-HMAC-SHA-256 with 600,000 rounds and
 * AES-256-GCM. The file names its parameters, so that they can grow.
 */
import { bytes, bytesOfHex, hexOf } from './hash.js';
import { integer, Malformed, only, read, text, write } from './json.js';
import { parseSeed } from './seed.js';

const ROUNDS = 600_000;
const FIELDS = 'zhijia assembly trustee rounds salt iv data';

/**
 * @param {string} seed @param {string} passphrase
 * @param {{assembly: number, trustee: number}} whose the assembly's id, the trustee's index from 1
 * @returns {Promise<string>} the file
 */
export async function makeBackup(seed, passphrase, { assembly, trustee }) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyOf(passphrase, salt, ROUNDS);
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bytes(`${assembly}|${trustee}`) }, key, bytes(seed));
  return write({
    zhijia: 'scrutineer-backup/1',
    assembly,
    trustee,
    rounds: ROUNDS,
    salt: hexOf(salt),
    iv: hexOf(iv),
    data: hexOf(new Uint8Array(data)),
  });
}

/**
 * @returns {Promise<{seed: string, assembly: number, trustee: number}>}
 * @throws {Malformed} `passphrase` if the passphrase is wrong or the file was changed
 */
export async function openBackup(file, passphrase) {
  const node = only(read(file), FIELDS);
  if (node.zhijia !== 'scrutineer-backup/1') throw new Malformed('not a backup of a scrutineer');
  const { assembly, trustee } = node;
  const rounds = integer(node.rounds, 100_000, 100_000_000);
  const key = await keyOf(passphrase, bytesOfHex(text(node.salt)), rounds);
  const iv = bytesOfHex(text(node.iv));
  let seed;
  try {
    const open = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: bytes(`${assembly}|${trustee}`) },
      key, bytesOfHex(text(node.data)));
    seed = parseSeed(new TextDecoder().decode(open));
  } catch {
    throw new Malformed('passphrase');
  }
  if (!seed) throw new Malformed('not a seed');
  return { seed, assembly, trustee };
}

async function keyOf(passphrase, salt, iterations) {
  const phrase = bytes(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', phrase, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
