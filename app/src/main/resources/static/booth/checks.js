/**
 * What of an election's archive takes long to check: each document by itself, here or in a worker.
 */
import { checkBallot } from './check-ballot.js';
import { checkDecryption, checkResult } from './check-result.js';
import { shuffledTally } from './check-shuffle.js';

/**
 * @typedef {object} Checks each throws a Fault; in a worker each gives a promise
 * @property {(document: string, companion: string|undefined, where: string) =>
 *     {credential: string, tracker: string, choices: object[][]}} ballot
 * @property {(tally: string, document: string, where: string) => string} shuffle gives the tally,
 *     exact text, that the shuffle makes of the one before
 * @property {(tally: string, key: string, document: string, where: string) => void} decryption
 * @property {(given: object) => void} result see `checkResult`
 */

/** Names of the methods. */
export const METHODS = ['ballot', 'shuffle', 'decryption', 'result'];

/** @param {import('./election.js').Election} election @returns {Checks} */
export function checksOf(election) {
  return {
    ballot: (...given) => checkBallot(election, ...given),
    shuffle: (...given) => shuffledTally(election, ...given),
    decryption: (...given) => checkDecryption(election, ...given),
    result: (given) => checkResult(election, given),
  };
}
