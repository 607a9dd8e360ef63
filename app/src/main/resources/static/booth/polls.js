/** The open votes of a meeting as the booth shows them, and the marks on them. */
import { readElection } from './election.js';
import { askAsNobody, say } from './page.js';
import { breaches, resolutionRow, slateRows } from './vote.js';

/**
 * @typedef {object} Poll
 * @property {string} uuid @property {string} title @property {boolean} isSlate
 * @property {number|null} closesAt in milliseconds, once the vote is closing
 * @property {number} seats @property {string} document exact election.json
 * @property {import('./election.js').Election} election
 * @property {{name: string, note: string, photo: string}[]} candidates one without name for a resolution
 */

/** A poll's document is not the one that its fingerprint names. */
export class ElectionChanged extends Error {}

/** @returns {Promise<Poll[]>} the open ones */
export async function fetchPolls(assembly) {
  const { polls } = await askAsNobody(`/api/assemblies/${assembly}/polls`);
  return polls.filter(({ state }) => state !== 'closed').map(readPoll);
}

/** Names come from the document that is encrypted under, so that nothing else can be shown. */
function readPoll(given) {
  const election = readElection(given.election);
  if (election.fingerprint !== given.fingerprint || election.uuid !== given.uuid) {
    throw new ElectionChanged(given.title);
  }
  const slate = election.slates[0];
  const names = slate ? election.questions[slate.approve].answers : [''];
  const title = given.round > 1 ? `${given.title} · ${say('round', given.round)}` : given.title;
  return {
    uuid: given.uuid,
    title,
    isSlate: slate !== undefined,
    closesAt: given.closesAt ? Date.parse(given.closesAt) : null,
    seats: slate ? election.questions[slate.approve].max : 1,
    document: given.election,
    election,
    candidates: names.map((name, i) => ({ name, note: given.candidates?.[i]?.note || '',
      photo: given.candidates?.[i]?.photo || '' })),
  };
}

/** @param {Poll} poll @param {string[]} marks by candidate @returns {number[][]} */
export function rowsOf(poll, marks) {
  return poll.isSlate ? slateRows(marks) : [resolutionRow(marks[0])];
}

/** @returns {boolean} whether the marks may be cast */
export function mayCast(poll, marks) {
  return breaches(poll.election, rowsOf(poll, marks)).length === 0;
}

/** What the rows of an opened ballot mean. @returns {{name: string, mark: string}[]} */
export function meaning(election, rows) {
  const slate = election.slates[0];
  if (slate) {
    const { answers } = election.questions[slate.approve];
    const marks = answers.map((name, c) => ({
      name,
      mark: rows[slate.approve][c] ? 'approve' : rows[slate.against][c] ? 'against' : 'abstain',
    }));
    return [...marks, ...election.writeIns.flatMap((declared) => writtenIn(declared, rows))];
  }
  return election.questions.map((question, q) => {
    if (question.kind === 'numbers') {
      const given = question.answers.map((name, i) => `${name} ${rows[q][i]}`);
      return { name: question.question, mark: given.join('、') };
    }
    const names = question.blank ? [say('abstain'), ...question.answers] : question.answers;
    const marked = names.filter((_, i) => rows[q][i] === 1);
    return { name: question.question, mark: marked.join('、') || say('nobody') };
  });
}

/** Whoever is written in is approved; a number that stands for nobody is shown as it is. */
function writtenIn({ question, people }, rows) {
  const numbers = rows[question].filter((number) => number !== 0);
  return numbers.map((number) => ({
    name: people[number - 1] ?? String(number), mark: 'approve',
  }));
}
