/**
 * Encrypts a vote into a ballot of one election: the voter's side. All exponentiations by secrets go
 * through the library's constant-time ladder, and no branch depends on a mark. The time of embedding
 * numbers depends on them a little: see `embed`.
 *
 * Source: docs/spec/ballot.md, section 4; Belenios specification 3.1, sections 4.11 to 4.17.
 */
import { exponent } from './credential.js';
import { Disjunctions } from './disjunction.js';
import { embed, EMBEDDING_STEPS } from './embedding.js';
import { encode, encodeAll, fixedBase, G, mod, power, powerOfMark, randomScalar, secure }
  from './group.js';
import { base64 } from './hash.js';
import { write } from './json.js';
import { companionPrefix, joined, statements, writeInPrefix } from './statements.js';
import { prove } from './schnorr.js';
import { breaches } from './vote.js';

/**
 * @typedef {object} Sealed a ciphertext and what only its maker knows
 * @property {object} alpha g^r @property {object} beta y^r·g^m @property {bigint} r
 * @property {bigint} m 0 where numbers are encrypted @property {object} [element] of the numbers
 */
/**
 * @typedef {object} Made
 * @property {string} ballot exact text @property {string} tracker
 * @property {string} [companion] exact line, where the election declares slates
 * @property {string[][]} openings r of each ciphertext by question, in decimal; with them anybody
 *     can compute the ballot's ciphertexts again, so they are shown of opened ballots only
 */

/** How many steps `makeBallot` will report, for a progress bar. */
export function stepsOf(election) {
  let steps = 0;
  for (const q of election.questions) {
    steps += q.kind === 'numbers' ? EMBEDDING_STEPS + 2
      : 3 * (q.answers.length + Number(q.blank)) + (q.max - q.min + 1) + 3 * Number(q.blank);
  }
  for (const slate of election.slates) {
    const answers = election.questions[slate.approve].answers.length;
    steps += 2 * answers + (slate.writeIn ? 2 + answers : 0);
  }
  return steps;
}

/**
 * @param {import('./election.js').Election} election @param {string} credential
 * @param {number[][]} rows the vote, as in vote.js @param {(steps: number) => void} step progress
 * @returns {Made}
 */
export function makeBallot(election, credential, rows, step = () => {}, random = secure) {
  if (breaches(election, rows).length > 0) {
    throw new Error('the vote breaks the rules of its questions');
  }
  const key = fixedBase(election.publicKey);
  const s = exponent(credential, election.uuid);
  const me = encode(power(G, s));
  const sealed = [];
  const answers = [];
  election.questions.forEach((question, i) => {
    if (question.kind === 'numbers') {
      const { row, answer: proven } = numbers({ election, key, me, step, random }, rows[i]);
      sealed.push(row);
      answers.push(proven);
      return;
    }
    const row = rows[i].map((mark) => seal(key, mark, step, random));
    sealed.push(row);
    answers.push(answer(election, question, me, row, new Disjunctions(key, random, step)));
  });
  const unsigned = {
    election_uuid: election.uuid,
    election_hash: election.fingerprint,
    credential: me,
    answers,
  };
  const hash = base64(write(unsigned));
  const signature = { hash, proof: prove(`sig|${hash}|`, s, random) };
  const ballot = write({ ...unsigned, signature });
  const made = {
    ballot,
    tracker: base64(ballot),
    openings: sealed.map((row) => row.map((one) => one.r.toString())),
  };
  if (election.slates.length > 0) {
    const prover = () => new Disjunctions(key, random, step);
    made.companion = companion(election, me, made.tracker, sealed, prover);
  }
  return made;
}

/** @returns {Sealed} */
function seal(key, mark, step, random) {
  const r = randomScalar(random);
  const m = BigInt(mark);
  step(1);
  return { alpha: power(G, r), beta: power(key, r).add(powerOfMark(m)), r, m };
}

/** The encryption of the sum, and its opening. @returns {Sealed} */
function times(a, b) {
  return {
    alpha: a.alpha.add(b.alpha),
    beta: a.beta.add(b.beta),
    r: mod(a.r + b.r),
    m: a.m + b.m,
  };
}

function zeroOrOne({ r, m }) {
  return [{ r, offset: m, holds: 1n - m }, { r, offset: m - 1n, holds: m }];
}

/** `m = marks` for each number of marks that the question allows. */
function inRange(question, { r, m }) {
  const branches = [];
  for (let marks = question.min; marks <= question.max; marks++) {
    const offset = m - BigInt(marks);
    branches.push({ r, offset, holds: isZero(offset) });
  }
  return branches;
}

/** 1n for 0, else 0n, of |difference| ≤ 4096, without branching. */
function isZero(difference) {
  const d = Number(difference);
  return BigInt(1 - ((d | -d) >>> 31));
}

function answer(election, question, me, row, prover) {
  const texts = encodeAll(row.flatMap(({ alpha, beta }) => [alpha, beta]));
  const choices = row.map((_, i) => ({ alpha: texts[2 * i], beta: texts[2 * i + 1] }));
  const prefix = statements(election.fingerprint, me, choices);
  row.forEach((one, i) => prover.add(prefix.individual(i), zeroOrOne(one)));
  const sum = row.slice(question.blank ? 1 : 0).reduce(times);
  if (question.blank) {
    const blank = row[0];
    const marked = inRange(question, sum);
    marked.forEach((branch) => { branch.holds *= 1n - blank.m; });
    prover.add(prefix.overallOrBlank(),
      [{ r: blank.r, offset: blank.m - 1n, holds: blank.m }, ...marked]);
    prover.add(prefix.blank(), [
      { r: blank.r, offset: blank.m, holds: 1n - blank.m },
      { r: sum.r, offset: sum.m, holds: blank.m },
    ]);
  } else {
    prover.add(prefix.overall(joined(encodeAll([sum.alpha, sum.beta]))), inRange(question, sum));
  }
  const proofs = prover.prove();
  const n = row.length;
  const made = { choices, individual_proofs: proofs.slice(0, n), overall_proof: proofs[n] };
  return question.blank ? { ...made, blank_proof: proofs[n + 1] } : made;
}

/** All numbers in one ciphertext, and that whoever made it knows r: so nobody copies an answer. */
function numbers({ election, key, me, step, random }, row) {
  const r = randomScalar(random);
  const element = embed(row, step);
  const sealed = { alpha: power(G, r), beta: power(key, r).add(element), r, m: 0n, element };
  step(1);
  const [alpha, beta] = encodeAll([sealed.alpha, sealed.beta]);
  const choices = { alpha, beta };
  const prefix = statements(election.fingerprint, me, [choices]).numbers(encode(key));
  const proof = prove(prefix, r, random);
  step(1);
  return { row: [sealed], answer: { choices, proof } };
}

/**
 * The companion's line: for each candidate, that the sum of both marks is 0 or 1; for each write-in,
 * that the place is marked or nobody is written in, and that it is not or somebody is opposed.
 */
function companion(election, me, tracker, sealed, newProver) {
  const writeIns = [];
  const slates = election.slates.map((slate, s) => {
    const prover = newProver();
    const where = { fingerprint: election.fingerprint, credential: me, tracker, slate: s };
    const sums = sealed[slate.approve].map((one, c) => times(one, sealed[slate.against][c]));
    const texts = encodeAll(sums.flatMap(({ alpha, beta }) => [alpha, beta]));
    sums.forEach((sum, c) => {
      const text = joined(texts.slice(2 * c, 2 * c + 2));
      prover.add(companionPrefix(where, c, text), zeroOrOne(sum));
    });
    const proofs = prover.prove();
    if (slate.writeIn) writeIns.push(writeInProof(where, slate, sealed, newProver()));
    return proofs;
  });
  return write({ tracker, slates, ...(writeIns.length > 0 && { write_ins: writeIns }) });
}

function writeInProof(where, slate, sealed, prover) {
  const place = sealed[slate.approve].at(-1);
  const [person] = sealed[slate.writeIn.question];
  const candidates = sealed[slate.against].slice(0, -1);
  const against = candidates.reduce(times);
  const unused = 1n - place.m;
  const texts = encodeAll([place, person, against].flatMap(({ alpha, beta }) => [alpha, beta]));
  const text = (i) => joined(texts.slice(2 * i, 2 * i + 2));
  prover.add(writeInPrefix(where, 'spent', text(0), text(1)), [
    { r: place.r, offset: place.m - 1n, holds: place.m },
    { r: person.r, offset: person.m, element: person.element, holds: unused },
  ]);
  const enough = candidates.map((_, c) => {
    const offset = against.m - BigInt(c + 1);
    return { r: against.r, offset, holds: place.m * isZero(offset) };
  });
  prover.add(writeInPrefix(where, 'against', text(0), text(2)),
    [{ r: place.r, offset: place.m, holds: unused }, ...enough]);
  const [spent, opposed] = prover.prove();
  return { spent, against: opposed };
}
