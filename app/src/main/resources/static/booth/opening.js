/**
 * The challenge: a voter who doubts the device asks it to open the encrypted ballot instead of
 * casting it. The opening gives the randomness r of every ciphertext; whoever has it computes
 * (g^r, y^r·g^m) again and sees which m each ciphertext holds, or which numbers stand in β/y^r. An
 * opened ballot is never cast.
 *
 * Source: docs/spec/ballot.md, section 11; Benaloh, "Simple verifiable elections", 2006.
 */
import { numbersOf } from './embedding.js';
import { decode, encode, encodeAll, fixedBase, G, publicPower, scalar } from './group.js';
import { base64 } from './hash.js';
import { items, Malformed, only, read, readLoosely, text, write } from './json.js';
import { ciphertexts, readElection } from './election.js';

/** The file that a voter carries to another device. */
export function openingText(document, made) {
  return write({
    zhijia: 'opening/1',
    election: document,
    ballot: made.ballot,
    openings: made.openings,
  });
}

/**
 * Computes every ciphertext of a ballot again from its openings.
 *
 * @param {string} file what `openingText` wrote
 * @returns {{name: string, fingerprint: string, tracker: string, election: object,
 *     rows: number[][]}} what the ballot really says
 * @throws {Malformed} if a ciphertext is not what the opening says
 */
export function checkOpening(file) {
  const node = only(readLoosely(file), 'zhijia election ballot openings');
  if (node.zhijia !== 'opening/1') throw new Malformed('not an opening');
  const election = readElection(text(node.election));
  const ballot = read(text(node.ballot));
  if (ballot.election_uuid !== election.uuid || ballot.election_hash !== election.fingerprint) {
    throw new Malformed('the ballot is of another election');
  }
  const key = fixedBase(election.publicKey);
  const answers = items(ballot.answers, election.questions.length);
  const openings = items(node.openings, election.questions.length);
  const rows = election.questions.map((question, i) => {
    const count = ciphertexts(question);
    const exponents = items(openings[i], count).map(scalar);
    if (question.kind === 'numbers') {
      return numbersOf(plaintext(key, exponents[0], answers[i].choices), question.answers.length);
    }
    const choices = items(answers[i].choices, count);
    return exponents.map((r, j) => opened(key, r, choices[j]));
  });
  return {
    name: election.name,
    fingerprint: election.fingerprint,
    tracker: base64(node.ballot),
    election,
    rows,
  };
}

/** What numbers were written into: β/y^r. */
function plaintext(key, r, choice) {
  const alpha = encode(publicPower(G, r));
  if (alpha !== choice?.alpha) {
    throw new Malformed('a ciphertext is not what its opening says: ' + alpha);
  }
  return decode(choice.beta).subtract(publicPower(key, r));
}

/** @returns {number} the mark, 0 or 1 */
function opened(key, r, choice) {
  const alpha = publicPower(G, r);
  const zero = publicPower(key, r);
  const [a, b0, b1] = encodeAll([alpha, zero, zero.add(G)]);
  if (a === choice.alpha && b0 === choice.beta) return 0;
  if (a === choice.alpha && b1 === choice.beta) return 1;
  throw new Malformed('a ciphertext is not what its opening says: ' + encode(alpha));
}
