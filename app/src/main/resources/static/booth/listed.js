/**
 * Whether a voter's own credential is on the list that the election names. A ballot under any other
 * would not count; and a server that named one voter's credential beside its own would, were nobody
 * to look, have that vote decrypted among votes that it knows.
 *
 * Source: docs/spec/ballot.md, section 5.1.
 */
import { publicCredential } from './credential.js';
import { hex } from './hash.js';
import { write } from './json.js';

/**
 * @param {import('./election.js').Election} election
 * @param {unknown} list what the server says that the public credentials are
 * @param {string} credential the voter's
 * @returns {boolean} false too if the list is not the one that the election names
 */
export function isListed(election, list, credential) {
  return Array.isArray(list) && hex(write(list)) === election.credentials
    && list.includes(publicCredential(credential, election.uuid));
}
