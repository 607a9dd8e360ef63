/**
 * Checks 10 to 18, 27 to 31 and 35 over one ballot and its companion line. Nothing outside the election
 * is needed, so that ballots may be checked in any order, by several workers.
 *
 * Source: docs/spec/ballot.md, sections 4, 7 and 8.
 */
import { demand, Fault } from './archive.js';
import { Chain } from './chain.js';
import { checkCompanion } from './check-companion.js';
import { claim, demandOneOf, product } from './claims.js';
import { decode, decodePoint, encode, encodeAll, fixedBase, G, NEUTRAL, publicPower, same, scalar }
  from './group.js';
import { base64, challenge } from './hash.js';
import { write } from './json.js';
import { flat, written } from './layout.js';
import { choicesOf, readBallot } from './read-ballot.js';
import { holds, readProof } from './schnorr.js';
import { joined, statements } from './statements.js';

/**
 * @param {import('./election.js').Election} election @param {string} document exact text
 * @param {string|undefined} line companion, exact text; where the election declares slates
 * @param {string} where how the ballot is called in a fault
 * @returns {{credential: string, tracker: string, choices: {alpha: string, beta: string}[][]}} with
 *     a flat row of ciphertexts for each question
 * @throws {Fault}
 */
export function checkBallot(election, document, line, where) {
  const ballot = demand(10, where, () => readBallot(election, document));
  if (ballot.election_uuid !== election.uuid || ballot.election_hash !== election.fingerprint) {
    throw new Fault(11, where, 'it was made for another election');
  }
  demandSignature(ballot, where);
  const key = fixedBase(election.publicKey);
  const rows = election.questions.map(
    (question, i) => checkAnswer({ election, key, question, ballot }, i, where));
  const tracker = base64(document);
  if (election.slates.length > 0) {
    checkCompanion({ election, key, ballot, tracker, rows }, line, where);
  }
  const choices = ballot.answers.map((answer, i) => choicesOf(election.questions[i], answer));
  return { credential: ballot.credential, tracker, choices };
}

function demandSignature(ballot, where) {
  const { signature, ...unsigned } = ballot;
  if (signature.hash !== base64(write(unsigned))) {
    throw new Fault(15, where, 'the signed hash is not that of the ballot');
  }
  const key = demand(12, where, () => decode(ballot.credential));
  if (!holds(`sig|${signature.hash}|`, key, signature.proof)) {
    throw new Fault(15, where, 'it is not signed by the holder of its credential');
  }
}

/** Checks an answer's proofs. @returns {{alpha: object, beta: object}[]} its ciphertexts as points */
function checkAnswer({ election, key, question, ballot }, i, where) {
  const answer = ballot.answers[i];
  const place = `${where}, answer ${i + 1}`;
  const choices = choicesOf(question, answer);
  const prefix = statements(election.fingerprint, ballot.credential, choices);
  if (question.kind === 'numbers') {
    return checkNumbers(prefix.numbers(encode(election.publicKey)), answer, place);
  }
  const proofs = flat(question, answer.individual_proofs);
  const row = choices.map((choice, j) => {
    const here = `${place}, choice ${j + 1}`;
    const claimed = {
      alpha: member(choice.alpha, here + ', alpha'),
      beta: member(choice.beta, here + ', beta'),
    };
    demandOneOf(key, prefix.individual(j), [[claimed, 0], [claimed, 1]], proofs[j],
      new Fault(16, here, 'the proof does not hold'));
    return { alpha: claimed.alpha.point, beta: claimed.beta.point };
  });
  if (question.kind === 'marks') checkOverall({ key, question, prefix, answer, row }, place);
  else checkLists({ key, question, prefix, answer, row }, place);
  return row;
}

/** Whoever gives numbers knows the randomness of the ciphertext: no answer is a copy. */
function checkNumbers(statement, { choices, proof }, place) {
  const alpha = member(choices.alpha, place + ', alpha').point;
  const beta = member(choices.beta, place + ', beta').point;
  if (!holds(statement, alpha, proof)) throw new Fault(29, place, 'the proof does not hold');
  return [{ alpha, beta }];
}

/** One list is marked, no candidate of another list, and some candidate. */
function checkLists({ key, question, prefix, answer, row }, place) {
  const lists = written(question, row);
  const heads = lists.map((list) => list[0]);
  const sum = product(heads);
  demandOneOf(key, prefix.overall(joined(encodeAll([sum.alpha, sum.beta]))), [[claim(sum), 1]],
    [answer.overall_proof], new Fault(17, place, 'the proof does not hold'));
  lists.forEach(([head, ...candidates], i) => {
    const claims = [[claim(head), 1], [claim(product(candidates)), 0]];
    demandOneOf(key, prefix.list(), claims, answer.list_proofs[i],
      new Fault(30, `${place}, list ${i + 1}`, 'the proof does not hold'));
  });
  const marked = product(lists.flatMap((list) => list.slice(1)));
  demandNotZero(key, prefix, marked, answer.nonzero_proof, place);
}

/** A0 is not neutral; A1 = α^t1·g^t2 and A2 = β^t1·y^t2·A0^c are what was hashed. */
function demandNotZero(key, prefix, { alpha, beta }, { commitment, challenge: c, response }, place) {
  const a0 = demand(31, place, () => decode(commitment));
  if (same(a0, NEUTRAL)) throw new Fault(31, place, 'the commitment is none');
  const [t1, t2] = response.map(scalar);
  const a1 = publicPower(alpha, t1).add(publicPower(G, t2));
  const a2 = publicPower(beta, t1).add(publicPower(key, t2)).add(publicPower(a0, scalar(c)));
  const hashed = prefix.nonZero(commitment) + encodeAll([a1, a2]).join(',');
  if (challenge(hashed) !== scalar(c)) throw new Fault(31, place, 'the proof does not hold');
}

function checkOverall({ key, question, prefix, answer, row }, place) {
  const sum = product(row.slice(question.blank ? 1 : 0));
  const marks = claim(sum);
  const claims = [];
  for (let n = question.min; n <= question.max; n++) claims.push([marks, n]);
  const fault = new Fault(17, place, 'the proof does not hold');
  if (!question.blank) {
    const statement = prefix.overall(joined(encodeAll([sum.alpha, sum.beta])));
    demandOneOf(key, statement, claims, answer.overall_proof, fault);
    return;
  }
  const blank = claim(row[0]);
  const overall = [[blank, 1], ...claims];
  demandOneOf(key, prefix.overallOrBlank(), overall, answer.overall_proof, fault);
  demandOneOf(key, prefix.blank(), [[blank, 0], [marks, 0]], answer.blank_proof,
    new Fault(18, place, 'the proof does not hold'));
}

function member(encoded, where) {
  const chain = demand(14, where, () => new Chain(decodePoint(encoded)));
  if (!chain.isMember) throw new Fault(14, where, 'not a member of the group');
  return chain;
}
