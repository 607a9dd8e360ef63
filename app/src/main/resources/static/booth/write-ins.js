/**
 * The write-ins (另选他人) of a slate: a short question about numbers, each of which stands for one of
 * the listed people, 0 for nobody. Declared by a line of the election's description.
 *
 * Source: docs/spec/ballot.md, section 7.5.
 */
import { Malformed } from './json.js';

const DECLARED = 'zhijia-write-ins/';
const DECLARATION =
  /^zhijia-write-ins\/1 question=([1-9][0-9]{0,3}) slate=([1-9][0-9]{0,3}) people=(.+)$/;
const MOST_PEOPLE = 255;

/**
 * @typedef {object} WriteIns
 * @property {number} question @property {number} slate by index from 0
 * @property {string[]} people numbered from 1 in this order
 */

/**
 * The write-ins that a description declares.
 *
 * @returns {WriteIns[]} @throws {Malformed} if one does not fit the questions or the slates
 */
export function writeIns(description, questions, slates) {
  const found = [];
  for (const line of description.split(/\r\n|\r|\n/).map((l) => l.trim())) {
    if (!line.startsWith(DECLARED)) continue;
    const match = DECLARATION.exec(line);
    if (!match) throw new Malformed('write-ins declared in an unknown way: ' + line);
    const one = {
      question: Number(match[1]) - 1,
      slate: Number(match[2]) - 1,
      people: match[3].split('|'),
    };
    demandFitting(one, questions, slates);
    found.push(one);
  }
  for (const place of ['question', 'slate']) {
    if (new Set(found.map((one) => one[place])).size !== found.length) {
      throw new Malformed(`two write-ins share a ${place}`);
    }
  }
  return found;
}

function demandFitting({ question, slate, people }, questions, slates) {
  const named = people.every((name) => name !== '' && name === name.trim());
  if (!named || people.length > MOST_PEOPLE || new Set(people).size !== people.length) {
    throw new Malformed('write-ins are of 1 to 255 people, each named once');
  }
  if (!slates[slate] || questions[question]?.kind !== 'numbers') {
    throw new Malformed('write-ins of no slate, or over no such question');
  }
  const candidates = questions[slates[slate].approve].answers;
  if (people.some((name) => candidates.includes(name))) {
    throw new Malformed('a candidate cannot be written in');
  }
}

/**
 * The row that writes these people in: their numbers, filled up with 0.
 *
 * @param {WriteIns} declared @param {string[]} names at most as many as there are places
 * @param {number} places answers of the question @returns {number[]}
 */
export function writeInRow(declared, names, places) {
  const numbers = names.map((name) => declared.people.indexOf(name) + 1);
  if (numbers.includes(0) || numbers.length > places) {
    throw new Error(`not listed, or more than ${places}`);
  }
  return [...numbers, ...Array(places - numbers.length).fill(0)];
}
