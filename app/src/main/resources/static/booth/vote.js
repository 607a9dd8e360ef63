/**
 * A vote in the clear: for each question a row of 0 and 1, one a choice, preceded by the blank mark
 * where the question allows blank; or a row of numbers from 0 to 255, one an answer, where the
 * question is about such. It never leaves the voter's own device; its encryption does.
 *
 * Source: docs/spec/ballot.md, sections 4.1 and 7.
 */
import { ciphertexts } from './election.js';
import { LARGEST } from './embedding.js';

/** What a voter may say of one candidate: 赞成, 反对, 弃权. */
export const MARKS = ['approve', 'against', 'abstain'];

/**
 * Rows of a slate's two questions.
 *
 * @param {string[]} marks one of MARKS for each candidate @returns {number[][]} approvals, oppositions
 */
export function slateRows(marks) {
  return [
    marks.map((mark) => Number(mark === 'approve')),
    marks.map((mark) => Number(mark === 'against')),
  ];
}

/** Row of a resolution: blank (弃权), 赞成, 反对. @param {string} mark @returns {number[]} */
export function resolutionRow(mark) {
  return [Number(mark === 'abstain'), Number(mark === 'approve'), Number(mark === 'against')];
}

/**
 * Everything that the questions and the declared slates forbid in a vote; empty if it can be cast.
 * `number`: not a whole number from 0 to 255; `lists`: such answers are checked here, not made.
 *
 * @param {import('./election.js').Election} election @param {number[][]} rows
 * @returns {{question: number,
 *     kind: 'length'|'blank'|'few'|'many'|'both'|'number'|'lists', marked: number}[]}
 */
export function breaches(election, rows) {
  const found = [];
  election.questions.forEach((question, i) => {
    const row = rows[i] || [];
    const { kind, marked } = question.kind === 'marks' ? ofMarks(question, row)
      : { kind: question.kind === 'numbers' ? ofNumbers(question, row) : 'lists', marked: 0 };
    if (kind) found.push({ question: i, kind, marked });
  });
  for (const slate of found.length === 0 ? election.slates : []) {
    const both = rows[slate.approve].filter((mark, c) => mark + rows[slate.against][c] > 1);
    if (both.length > 0) found.push({ question: slate.against, kind: 'both', marked: both.length });
  }
  return found;
}

function ofMarks(question, row) {
  const fits =
    row.length === ciphertexts(question) && row.every((mark) => mark === 0 || mark === 1);
  const blank = question.blank && row[0] === 1;
  const marked = fits ? row.slice(question.blank ? 1 : 0).reduce((a, b) => a + b, 0) : 0;
  const kind = !fits ? 'length'
    : blank && marked > 0 ? 'blank'
    : !blank && marked < question.min ? 'few'
    : !blank && marked > question.max ? 'many'
    : null;
  return { kind, marked };
}

function ofNumbers(question, row) {
  if (row.length !== question.answers.length) return 'length';
  const fits = (number) => Number.isInteger(number) && number >= 0 && number <= LARGEST;
  return row.every(fits) ? null : 'number';
}
