/**
 * The chief scrutineer's signature over a result: with the signing key of the trustee's certificate,
 * over the text `zhijia-result|1|UUID|HASH`, as ceremony messages are signed (`sigmsg|…`).
 *
 * Source: docs/spec/ballot.md, section 11.
 */
import { secure } from './group.js';
import { Malformed, read, write } from './json.js';
import { isSigned, sign } from './schnorr.js';
import { signingKey } from './seed.js';
import { readCertificate } from './threshold.js';

/** @param {string} hash SHA-256 of the result's exact text, hexadecimal */
export function resultMessage(uuid, hash) {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Malformed('not a hash');
  return `zhijia-result|1|${uuid}|${hash}`;
}

/** @returns {string} `{"message":…,"signature":…}`, exact text */
export function signResult(seed, uuid, hash, random = secure) {
  const message = resultMessage(uuid, hash);
  return write({ message, signature: sign(signingKey(seed), message, random) });
}

/** @param {string} certificate of the chief scrutineer @returns {boolean} */
export function resultIsSigned(certificate, uuid, hash, signed) {
  const { message, signature } = read(signed);
  const { verification } = readCertificate(read(certificate));
  return message === resultMessage(uuid, hash) && isSigned(verification, message, signature);
}
