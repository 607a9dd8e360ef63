/**
 * How the items of an answer, a tally or a partial decryption are written: one after the other, but
 * list by list for a question of lists. In memory all rows are flat.
 *
 * Source: Belenios specification 3.1, sections 4.11.3 and 4.18.
 */
import { items } from './json.js';

/** A flat row as it is written. @param {import('./election.js').Question} question */
export function written(question, row) {
  if (question.kind !== 'lists') return row;
  let from = 0;
  return question.sizes.map((size) => row.slice(from, from += size));
}

/**
 * The flat row of what is written, with all lengths as the question demands.
 *
 * @param {import('./election.js').Question} question @param {any} node
 * @param {number} count of items, unless the question is of lists; any number if not given
 * @throws {import('./json.js').Malformed}
 */
export function flat(question, node, count) {
  if (question.kind !== 'lists') return items(node, count);
  return items(node, question.sizes.length).flatMap((list, i) => items(list, question.sizes[i]));
}
