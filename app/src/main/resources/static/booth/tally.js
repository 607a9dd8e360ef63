/**
 * An encrypted tally: a row a question, of sums, in lists where the question is of lists; or of as
 * many answers as there are ballots, where answers are shuffled.
 *
 * Source: docs/spec/ballot.md, section 4.1; Belenios specification 3.1, section 4.18.
 */
import { decode, encodeAll } from './group.js';
import { items, Malformed, only, read, write } from './json.js';

/**
 * Reads a tally in its one spelling.
 *
 * @param {string} document exact text
 * @returns {object[][]} rows of {alpha, beta}, in lists as they are written
 */
export function readTally(document) {
  const rows = items(read(document)).map((row) => within(items(row), (pair) => {
    only(pair, 'alpha beta');
    return { alpha: decode(pair.alpha), beta: decode(pair.beta) };
  }));
  if (writeTally(rows) !== document) throw new Malformed('the tally is not in canonical form');
  return rows;
}

/** @param {object[][]} rows as `readTally` gives them @returns {string} exact text */
export function writeTally(rows) {
  return write(rows.map((row) => {
    const texts = encodeRow(row.flat())[Symbol.iterator]();
    return within(row, () => texts.next().value);
  }));
}

/** Makes something of each item of a row, and leaves lists in it as they are. */
export function within(row, make) {
  return row.map((item) => (Array.isArray(item) ? item.map(make) : make(item)));
}

/** Ciphertexts of a flat row as they are written. @returns {{alpha: string, beta: string}[]} */
export function encodeRow(row) {
  const halves = encodeAll(row.flatMap(({ alpha, beta }) => [alpha, beta]));
  return row.map((_, i) => ({ alpha: halves[2 * i], beta: halves[2 * i + 1] }));
}

/**
 * The rows of a tally that are shuffled.
 *
 * @param {import('./election.js').Election} election @param {object[][]} rows of the whole tally
 */
export function answersOf(election, rows) {
  return rows.filter((_, i) => election.questions[i].kind === 'numbers');
}

/** The same sums, with answers that were shuffled in the place of those that were. */
export function withAnswers(election, rows, answers) {
  const next = answers[Symbol.iterator]();
  return rows.map((row, i) =>
    (election.questions[i].kind === 'numbers' ? next.next().value : row));
}
