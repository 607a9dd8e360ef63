/**
 * The write-in (另选他人) that a slate takes: one person of a list who is no candidate. Whoever writes
 * somebody in marks the *place*, the last answer of the slate, among the approvals, and a question
 * about numbers holds the person's number, 0 for nobody.
 *
 * Source: docs/spec/ballot.md, section 7.5.
 */
import { LARGEST } from './embedding.js';
import { Malformed } from './json.js';

/** The answer that is marked by whoever writes somebody in. */
export const PLACE = '另选他人';

/** Nothing that cannot be seen, no `|`, no blank of any kind at the ends. */
const NAME = /^(?!\p{Z})[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}|]+(?<!\p{Z})$/u;

const DIGIT = LARGEST + 1;
const MOST = DIGIT * DIGIT - 1;

/**
 * @typedef {object} WriteIn
 * @property {number} question about numbers, by index from 0
 * @property {string[]} people numbered from 1 in this order
 */

/** @param {number} question @param {string[]} people @returns {WriteIn} @throws {Malformed} */
export function writeIn(question, people) {
  if (!people.every((name) => NAME.test(name)) || people.length > MOST || new Set(people).size !== people.length) {
    throw new Malformed('a write-in is one of 1 to 65535 people of one name each');
  }
  return { question, people };
}

/** Whether a slate of these answers can take it. @returns {boolean} */
export function canTake({ question, people }, answers, questions) {
  return answers.length > 1
    && answers.at(-1) === PLACE
    && !people.some((name) => answers.includes(name))
    && questions[question]?.kind === 'numbers'
    && questions[question].answers.length === digits(people);
}

function digits(people) {
  return people.length < DIGIT ? 1 : 2;
}

/**
 * The row that writes this person in.
 *
 * @param {WriteIn} declared @param {string} person empty for nobody @returns {number[]}
 */
export function writeInRow({ people }, person) {
  const number = people.indexOf(person) + 1;
  if (person !== '' && number === 0) throw new Error('not listed: ' + person);
  return digits(people) === 1 ? [number] : [Math.floor(number / DIGIT), number % DIGIT];
}

/** Who is written in by a row. @returns {string} empty if it stands for nobody */
export function personOf({ people }, row) {
  return people[row.reduce((number, digit) => DIGIT * number + digit, 0) - 1] ?? '';
}
