/**
 * Reads a ballot with all lengths as its questions demand, in its one spelling (check 10). Whether
 * what it holds are members and proofs that hold is for check-ballot.js.
 *
 * Source: docs/spec/ballot.md, section 2; Belenios specification 3.1, sections 4.11 to 4.16.
 */
import { ciphertexts } from './election.js';
import { scalar } from './group.js';
import { items, Malformed, only, read, text, write } from './json.js';
import { flat, written } from './layout.js';
import { readProof } from './schnorr.js';

/**
 * @param {import('./election.js').Election} election @param {string} document exact text
 * @returns {any} the ballot, fields in their order
 * @throws {Malformed}
 */
export function readBallot(election, document) {
  const node = only(read(document), 'election_uuid election_hash credential answers signature');
  const answers = items(node.answers, election.questions.length);
  only(node.signature, 'hash proof');
  const canonical = {
    election_uuid: text(node.election_uuid),
    election_hash: text(node.election_hash),
    credential: text(node.credential),
    answers: answers.map((answer, i) => ANSWERS[election.questions[i].kind](
      election.questions[i], answer)),
    signature: { hash: text(node.signature.hash), proof: proof(node.signature.proof) },
  };
  if (write(canonical) !== document) throw new Malformed('not in canonical form');
  return canonical;
}

/**
 * The ciphertexts of an answer, one after the other.
 *
 * @returns {{alpha: string, beta: string}[]}
 */
export function choicesOf(question, answer) {
  return question.kind === 'numbers' ? [answer.choices] : flat(question, answer.choices);
}

const ANSWERS = { marks: readMarks, numbers: readNumbers, lists: readLists };

function readMarks(question, answer) {
  const n = ciphertexts(question);
  only(answer, 'choices individual_proofs overall_proof' + (question.blank ? ' blank_proof' : ''));
  const branches = question.max - question.min + 1 + Number(question.blank);
  return {
    choices: items(answer.choices, n).map(choice),
    individual_proofs: items(answer.individual_proofs, n).map(pair),
    overall_proof: items(answer.overall_proof, branches).map(proof),
    ...(question.blank && { blank_proof: pair(answer.blank_proof) }),
  };
}

function readNumbers(question, answer) {
  only(answer, 'choices proof');
  return { choices: choice(answer.choices), proof: proof(answer.proof) };
}

function readLists(question, answer) {
  only(answer, 'choices individual_proofs overall_proof list_proofs nonzero_proof');
  const inLists = (node, make) => written(question, flat(question, node).map(make));
  return {
    choices: inLists(answer.choices, choice),
    individual_proofs: inLists(answer.individual_proofs, pair),
    overall_proof: proof(answer.overall_proof),
    list_proofs: items(answer.list_proofs, question.sizes.length).map(pair),
    nonzero_proof: nonZeroProof(answer.nonzero_proof),
  };
}

function choice(node) {
  only(node, 'alpha beta');
  return { alpha: text(node.alpha), beta: text(node.beta) };
}

function pair(node) {
  return items(node, 2).map(proof);
}

function proof(node) {
  readProof(node);
  return { challenge: node.challenge, response: node.response };
}

function nonZeroProof(node) {
  only(node, 'commitment challenge response');
  scalar(node.challenge);
  items(node.response, 2).forEach(scalar);
  return { commitment: text(node.commitment), challenge: node.challenge, response: node.response };
}
