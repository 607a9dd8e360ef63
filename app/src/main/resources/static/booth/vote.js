/**
 * A vote in the clear: for each question a row of 0 and 1, one a choice, preceded by the blank mark
 * where the question allows blank; or a row of numbers from 0 to 255, one an answer, where the
 * question is about such. It never leaves the voter's own device; its encryption does.
 *
 * Source: docs/spec/ballot.md, sections 4.1 and 7.
 */
import { ciphertexts } from './election.js';
import { LARGEST } from './embedding.js';
import { writeInRow } from './write-in.js';

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

/**
 * Rows of a slate that takes a write-in: its two questions, with the place behind the candidates, and
 * the number.
 *
 * @param {string[]} marks one of MARKS for each candidate @param {string} person empty for nobody
 * @param {import('./write-in.js').WriteIn} declared
 * @returns {number[][]} approvals, oppositions, number
 */
export function writeInRows(marks, person, declared) {
  const [approvals, oppositions] = slateRows(marks);
  return [
    [...approvals, Number(person !== '')],
    [...oppositions, 0],
    writeInRow(declared, person),
  ];
}

/** Row of a resolution: blank (弃权), 赞成, 反对. @param {string} mark @returns {number[]} */
export function resolutionRow(mark) {
  return [Number(mark === 'abstain'), Number(mark === 'approve'), Number(mark === 'against')];
}

/**
 * Everything that the questions and the declared slates forbid in a vote; empty if it can be cast.
 * `number`: not a whole number from 0 to 255; `lists`: such answers are checked here, not made;
 * `place`: somebody is written in without the place; `unopposed`: and nobody is opposed instead.
 *
 * @param {import('./election.js').Election} election @param {number[][]} rows
 * @returns {{question: number,
 *     kind: 'length'|'blank'|'few'|'many'|'both'|'number'|'lists'|'place'|'unopposed',
 *     marked: number}[]}
 */
export function breaches(election, rows) {
  const found = [];
  election.questions.forEach((question, i) => {
    const row = rows[i] || [];
    const { kind, marked } = question.kind === 'marks' ? ofMarks(question, row)
      : { kind: question.kind === 'numbers' ? ofNumbers(question, row) : 'lists', marked: 0 };
    if (kind) found.push({ question: i, kind, marked });
  });
  return found.length > 0 ? found : election.slates.flatMap((slate) => ofSlate(slate, rows));
}

function ofSlate({ approve, against, writeIn }, rows) {
  const found = [];
  const both = rows[approve].filter((mark, c) => mark + rows[against][c] > 1);
  if (both.length > 0) found.push({ question: against, kind: 'both', marked: both.length });
  if (!writeIn) return found;
  const place = rows[approve].at(-1);
  const breach = (kind) => found.push({ question: writeIn.question, kind, marked: place });
  if (place === 0 && rows[writeIn.question].some((digit) => digit > 0)) breach('place');
  if (place === 1 && !rows[against].slice(0, -1).includes(1)) breach('unopposed');
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
