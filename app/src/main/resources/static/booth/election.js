/**
 * What is put to the vote, under which key: the document whose hash, the fingerprint φ, binds every
 * ballot and every proof to this one election; and the union slates that its description declares.
 *
 * Source: docs/spec/ballot.md, sections 2 and 7.1; Belenios specification 3.1, section 4.10.
 */
import { base64 } from './hash.js';
import { decode } from './group.js';
import { integer, items, Malformed, read, text } from './json.js';

const MOST_ANSWERS = 4096;
const DECLARED = 'zhijia-slate/';
const DECLARATION = /^zhijia-slate\/1 approve=([1-9][0-9]{0,3}) against=([1-9][0-9]{0,3})$/;

/**
 * @typedef {object} Question
 * @property {string} question @property {string[]} answers
 * @property {boolean} blank whether a blank vote is allowed
 * @property {number} min @property {number} max marks of a vote that is not blank
 */
/**
 * @typedef {object} Slate two questions over the same candidates, by index from 0
 * @property {number} approve @property {number} against
 */
/**
 * @typedef {object} Election
 * @property {string} uuid @property {string} name @property {string} description
 * @property {string} fingerprint φ @property {object} publicKey y
 * @property {Question[]} questions @property {Slate[]} slates
 */

/** @param {string} document exact text of election.json @returns {Election} */
export function readElection(document) {
  const node = read(document);
  integer(node.version, 1, 1);
  if (node.group !== 'Ed25519') throw new Malformed('the group is not supported');
  if (!/^[1-9A-HJ-NP-Za-km-z]{14,64}$/.test(text(node.uuid))) {
    throw new Malformed('not an election id');
  }
  const questions = items(node.questions).map(readQuestion);
  if (questions.length === 0) throw new Malformed('an election has at least one question');
  return {
    uuid: node.uuid,
    name: text(node.name),
    description: text(node.description),
    fingerprint: base64(document),
    publicKey: decode(node.public_key),
    questions,
    slates: slates(node.description, questions),
  };
}

function readQuestion(node) {
  if (node.type !== undefined) throw new Malformed('questions of this type are not supported');
  const answers = items(node.answers).map(text);
  const blank = node.blank === undefined ? false : node.blank;
  if (typeof blank !== 'boolean') throw new Malformed('blank is true or false');
  if (answers.length < 1 || answers.length > MOST_ANSWERS) throw new Malformed('too many answers');
  const max = integer(node.max, 0, answers.length);
  return { question: text(node.question), answers, blank, min: integer(node.min, 0, max), max };
}

/** Number of ciphertexts of an answer: one a choice, and a leading one for blank. */
export function ciphertexts(question) {
  return question.answers.length + (question.blank ? 1 : 0);
}

/** @param {Question[]} questions @returns {Slate[]} */
function slates(description, questions) {
  const found = [];
  for (const line of description.split(/\r\n|\r|\n/).map((l) => l.trim())) {
    if (!line.startsWith(DECLARED)) continue;
    const match = DECLARATION.exec(line);
    if (!match) throw new Malformed('a slate declared in an unknown way: ' + line);
    const slate = { approve: Number(match[1]) - 1, against: Number(match[2]) - 1 };
    demandFitting(slate, questions);
    found.push(slate);
  }
  const used = new Set(found.flatMap((slate) => [slate.approve, slate.against]));
  if (used.size !== 2 * found.length) throw new Malformed('two slates share a question');
  return found;
}

function demandFitting(slate, questions) {
  const approvals = questions[slate.approve];
  const oppositions = questions[slate.against];
  const fits =
    approvals &&
    oppositions &&
    approvals.answers.join('\n') === oppositions.answers.join('\n') &&
    approvals.answers.length === oppositions.answers.length &&
    !approvals.blank &&
    !oppositions.blank &&
    approvals.min === 0 &&
    oppositions.min === 0 &&
    oppositions.max === oppositions.answers.length;
  if (!fits) throw new Malformed('a slate over questions that are no slate');
}
