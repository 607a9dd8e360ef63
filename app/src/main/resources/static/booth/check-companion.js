/**
 * Checks 27, 28 and 35 over a ballot's companion line: what goes beside the ballot's own proofs where
 * its election declares slates.
 *
 * Source: docs/spec/ballot.md, sections 7.2, 7.3 and 7.5.
 */
import { demand, Fault } from './archive.js';
import { claim, demandOneOf, product } from './claims.js';
import { encodeAll } from './group.js';
import { items, Malformed, only, read, text, write } from './json.js';
import { readProof } from './schnorr.js';
import { companionPrefix, joined, writeInPrefix } from './statements.js';

/** For each candidate of each slate: approved, opposed or neither, never both. */
export function checkCompanion({ election, key, ballot, tracker, rows }, line, where) {
  const companion = demand(27, where, () => readCompanion(election, line));
  if (companion.tracker !== tracker) {
    throw new Fault(27, where, 'the companion is bound to another tracker');
  }
  const writeIns = [...(companion.write_ins ?? [])];
  const context = { fingerprint: election.fingerprint, credential: ballot.credential, tracker };
  election.slates.forEach((slate, s) => {
    rows[slate.approve].forEach((approval, c) => {
      const sum = product([approval, rows[slate.against][c]]);
      const texts = joined(encodeAll([sum.alpha, sum.beta]));
      const claimed = claim(sum);
      const here = `${where}, slate ${s + 1}, candidate ${c + 1}`;
      demandOneOf(key, companionPrefix({ ...context, slate: s }, c, texts),
        [[claimed, 0], [claimed, 1]], companion.slates[s][c],
        new Fault(28, here, 'the proof does not hold'));
    });
    if (slate.writeIn) {
      const here = `${where}, slate ${s + 1}, write-in`;
      checkWriteIn({ key, slate, rows, context: { ...context, slate: s } }, writeIns.shift(), here);
    }
  });
}

/** The place is marked or nobody is written in; it is not marked or some candidate is opposed. */
function checkWriteIn({ key, slate, rows, context }, proof, where) {
  const place = rows[slate.approve].at(-1);
  const [person] = rows[slate.writeIn.question];
  const against = product(rows[slate.against].slice(0, -1));
  const texts = encodeAll([place, person, against].flatMap(({ alpha, beta }) => [alpha, beta]));
  const textOf = (i) => joined(texts.slice(2 * i, 2 * i + 2));
  const marked = claim(place);
  demandOneOf(key, writeInPrefix(context, 'spent', textOf(0), textOf(1)),
    [[marked, 1], [claim(person), 0]], proof.spent,
    new Fault(35, where, 'the proof does not hold'));
  const opposed = claim(against);
  const claims = proof.against.map((_, marks) => (marks === 0 ? [marked, 0] : [opposed, marks]));
  demandOneOf(key, writeInPrefix(context, 'against', textOf(0), textOf(2)), claims, proof.against,
    new Fault(35, where + ', marks against', 'the proof does not hold'));
}

function readCompanion(election, line) {
  if (line === undefined) throw new Malformed('no companion');
  const withWriteIn = election.slates.filter(({ writeIn }) => writeIn);
  const node = only(read(line), 'tracker slates' + (withWriteIn.length > 0 ? ' write_ins' : ''));
  const slates = items(node.slates, election.slates.length).map((proofs, s) => {
    const n = election.questions[election.slates[s].approve].answers.length;
    return items(proofs, n).map((pair) => readProofs(pair, 2));
  });
  const companion = { tracker: text(node.tracker), slates };
  if (withWriteIn.length > 0) {
    companion.write_ins = items(node.write_ins, withWriteIn.length).map((proof, i) => {
      const answers = election.questions[withWriteIn[i].approve].answers.length;
      only(proof, 'spent against');
      return { spent: readProofs(proof.spent, 2), against: readProofs(proof.against, answers) };
    });
  }
  if (write(companion) !== line) throw new Malformed('not in canonical form');
  return companion;
}

function readProofs(node, count) {
  return items(node, count).map((one) => {
    readProof(one);
    return { challenge: one.challenge, response: one.response };
  });
}
