/**
 * What is put to the vote, under which key: the document whose hash, the fingerprint φ, binds every
 * ballot and every proof to this one election; and what its description declares: the list of
 * credentials, and the union slates, perhaps with a write-in.
 *
 * Source: docs/spec/ballot.md, sections 2, 5.1, 7.1 and 7.5; Belenios specification 3.1, sections 4.9
 * and 4.10.
 */
import { MOST_NUMBERS } from './embedding.js';
import { base64 } from './hash.js';
import { decode } from './group.js';
import { integer, items, Malformed, read, text } from './json.js';
import { canTake, writeIn } from './write-in.js';

const MOST_ANSWERS = 4096;
const DECLARED = 'zhijia-slate/';
const CREDENTIALS = 'zhijia-credentials/';
const CREDENTIALS_DECLARATION = /^zhijia-credentials\/1 sha256=([0-9a-f]{64})$/;
const QUESTIONS = 'approve=([1-9][0-9]{0,3}) against=([1-9][0-9]{0,3})';
const DECLARATION = new RegExp(`^${DECLARED}1 ${QUESTIONS}$`);
const WITH_WRITE_IN = new RegExp(
  `^${DECLARED}2 ${QUESTIONS} write-in=([1-9][0-9]{0,3}) people=(.+)$`);

/**
 * @typedef {object} Question
 * @property {'marks'|'numbers'|'lists'} kind marks and lists are summed; numbers, one from 0 to 255
 *     for each answer, are shuffled and decrypted row by row
 * @property {string} question @property {string[]} answers of lists: all names, list after list
 * @property {boolean} blank whether a blank vote is allowed
 * @property {number} [min] @property {number} [max] marks of a vote that is not blank; of marks
 * @property {number[]} [sizes] length of each list, its own name included; of lists
 */
/**
 * @typedef {object} Slate two questions over the same candidates, by index from 0
 * @property {number} approve @property {number} against
 * @property {import('./write-in.js').WriteIn|null} writeIn then the last answer is its place
 */
/**
 * @typedef {object} Election
 * @property {string} uuid @property {string} name @property {string} description
 * @property {string} fingerprint φ @property {object} publicKey y
 * @property {Question[]} questions @property {Slate[]} slates
 * @property {string|null} credentials SHA-256 of the list of public credentials; null if it is not
 *     declared
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
  const description = text(node.description);
  return {
    uuid: node.uuid,
    name: text(node.name),
    description,
    fingerprint: base64(document),
    publicKey: decode(node.public_key),
    questions,
    slates: slates(description, questions),
    credentials: declaredCredentials(description),
  };
}

const linesOf = (description) => description.split(/\r\n|\r|\n/);

function declaredCredentials(description) {
  const declared = linesOf(description).filter((line) => line.startsWith(CREDENTIALS));
  if (declared.length === 0) return null;
  const match = CREDENTIALS_DECLARATION.exec(declared[0]);
  if (declared.length > 1 || !match) {
    throw new Malformed('two lists of credentials, or one declared in an unknown way');
  }
  return match[1];
}

/** @returns {Question} */
function readQuestion(node) {
  if (node?.type === undefined) return readMarks(node);
  const value = node.value;
  const question = text(value?.question);
  if (node.type === 'NonHomomorphic') {
    const answers = demandCount(items(value.answers).map(text), MOST_NUMBERS);
    return { kind: 'numbers', question, answers, blank: false };
  }
  if (node.type !== 'Lists') throw new Malformed('questions of this type are not supported');
  const lists = items(value.answers).map((list) => items(list).map(text));
  if (lists.some((list) => list.length < 2)) throw new Malformed('a list without candidates');
  const answers = demandCount(lists.flat());
  return { kind: 'lists', question, answers, blank: false, sizes: lists.map((l) => l.length) };
}

function readMarks(node) {
  const answers = demandCount(items(node?.answers).map(text));
  const blank = node.blank === undefined ? false : node.blank;
  if (typeof blank !== 'boolean') throw new Malformed('blank is true or false');
  const max = integer(node.max, 0, answers.length);
  const min = integer(node.min, 0, max);
  return { kind: 'marks', question: text(node.question), answers, blank, min, max };
}

function demandCount(answers, most = MOST_ANSWERS) {
  if (answers.length < 1) throw new Malformed('a question without answers');
  if (answers.length > most) throw new Malformed('too many answers');
  return answers;
}

/**
 * Number of ciphertexts of one voter's answer: one for all numbers together; else one a choice, and
 * a leading one for blank.
 */
export function ciphertexts(question) {
  if (question.kind === 'numbers') return 1;
  return question.answers.length + (question.blank ? 1 : 0);
}

/** Whether answers to any question are shuffled and decrypted one by one. */
export function isShuffled(election) {
  return election.questions.some(({ kind }) => kind === 'numbers');
}

/** @param {Question[]} questions @returns {Slate[]} */
function slates(description, questions) {
  const found = [];
  for (const line of linesOf(description).map((l) => l.replace(/^[ \t]+|[ \t]+$/g, ''))) {
    if (!line.startsWith(DECLARED)) continue;
    const slate = readSlate(line);
    demandFitting(slate, questions);
    found.push(slate);
  }
  const used = found.flatMap(({ approve, against, writeIn: added }) =>
    [approve, against, ...(added ? [added.question] : [])]);
  if (new Set(used).size !== used.length) throw new Malformed('two slates share a question');
  return found;
}

/** @returns {Slate} */
function readSlate(line) {
  const match = DECLARATION.exec(line) ?? WITH_WRITE_IN.exec(line);
  if (!match) throw new Malformed('a slate declared in an unknown way: ' + line);
  const [, approve, against, question, people] = match;
  return {
    approve: Number(approve) - 1,
    against: Number(against) - 1,
    writeIn: people === undefined ? null : writeIn(Number(question) - 1, people.split('|')),
  };
}

function demandFitting(slate, questions) {
  const approvals = questions[slate.approve];
  const oppositions = questions[slate.against];
  const fits =
    approvals?.kind === 'marks' &&
    oppositions?.kind === 'marks' &&
    approvals.answers.length === oppositions.answers.length &&
    approvals.answers.every((answer, i) => answer === oppositions.answers[i]) &&
    !approvals.blank &&
    !oppositions.blank &&
    approvals.min === 0 &&
    oppositions.min === 0 &&
    oppositions.max === oppositions.answers.length &&
    (!slate.writeIn || canTake(slate.writeIn, approvals.answers, questions));
  if (!fits) throw new Malformed('a slate over questions that are no slate');
}
