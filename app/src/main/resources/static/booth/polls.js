/** The open votes of a meeting as the booth shows them, and the marks on them. */
import { readElection } from './election.js';
import { askAsNobody, say } from './page.js';
import { breaches, resolutionRow, slateRows, writeInRows } from './vote.js';
import { personOf } from './write-in.js';

/**
 * @typedef {object} Poll
 * @property {string} uuid @property {string} title @property {boolean} isSlate
 * @property {number|null} closesAt in milliseconds, once the vote is closing
 * @property {number} seats @property {string} document exact election.json
 * @property {import('./election.js').Election} election
 * @property {{name: string, note: string, photo: string}[]} candidates one without name for a resolution
 * @property {string[]} people who can be written in; empty if nobody can
 */

/**
 * A vote that cannot be shown: its document is not the one that its fingerprint or its title names
 * (`changed`), or of a form that this device does not know (`unreadable`).
 *
 * @typedef {object} Unread
 * @property {string} uuid @property {string} title @property {'changed'|'unreadable'} why
 */

/** A poll's document is not the one that its fingerprint names, or says another title. */
class ElectionChanged extends Error {}

/** @returns {Promise<{polls: Poll[], unread: Unread[]}>} the open ones */
export async function fetchPolls(assembly) {
  const { polls } = await askAsNobody(`/api/assemblies/${assembly}/polls`);
  return readPolls(polls.filter(({ state }) => state !== 'closed'));
}

/** One that cannot be read keeps nobody from the others. */
export function readPolls(given) {
  const polls = [];
  const unread = [];
  for (const one of given) {
    try {
      polls.push(readPoll(one));
    } catch (failure) {
      const why = failure instanceof ElectionChanged ? 'changed' : 'unreadable';
      unread.push({ uuid: one.uuid, title: titleOf(one), why });
    }
  }
  return { polls, unread };
}

const titleOf = ({ title, round }) => (round > 1 ? `${title} · ${say('round', round)}` : title);

/**
 * Names come from the document that is encrypted under, so that nothing else can be shown; the title,
 * the round and what the marks of a resolution mean are held against it. Else two resolutions could
 * be shown under each other's titles, or approval stand for opposition.
 */
function readPoll(given) {
  const election = readElection(given.election);
  if (election.fingerprint !== given.fingerprint || election.uuid !== given.uuid) {
    throw new ElectionChanged(given.title);
  }
  if (!isAbout(election, given)) throw new ElectionChanged(given.title);
  const slate = election.slates[0];
  const answers = slate ? election.questions[slate.approve].answers : [''];
  const names = slate?.writeIn ? answers.slice(0, -1) : answers;
  return {
    uuid: given.uuid,
    title: titleOf(given),
    isSlate: slate !== undefined,
    closesAt: given.closesAt ? Date.parse(given.closesAt) : null,
    seats: slate ? election.questions[slate.approve].max : 1,
    document: given.election,
    election,
    candidates: names.map((name, i) => ({ name, note: given.candidates?.[i]?.note || '',
      photo: given.candidates?.[i]?.photo || '' })),
    people: slate?.writeIn?.people ?? [],
  };
}

const ROUND = /^(?:\n第 ([0-9]+) 轮)?(?:\n|$)/;

/** The description begins with the title and, after the first round, the round. */
function isAbout({ description, slates, questions }, { title, round }) {
  const match = description.startsWith(title) && ROUND.exec(description.slice(title.length));
  return Boolean(match) && Number(match[1] ?? 1) === round
    && (slates.length > 0 || isResolution(questions, title));
}

function isResolution([question, ...others], title) {
  const { kind, answers, blank, min, max } = question;
  return others.length === 0 && kind === 'marks' && question.question === title
    && answers.join('|') === '赞成|反对' && blank && min === 1 && max === 1;
}

/**
 * @param {Poll} poll @param {string[]} marks by candidate
 * @param {string} person who is written in; empty for nobody @returns {number[][]}
 */
export function rowsOf(poll, marks, person) {
  if (!poll.isSlate) return [resolutionRow(marks[0])];
  const { writeIn } = poll.election.slates[0];
  return writeIn ? writeInRows(marks, person, writeIn) : slateRows(marks);
}

/** Everything that keeps the marks from being cast. */
export function obstacles(poll, marks, person) {
  return breaches(poll.election, rowsOf(poll, marks, person)).map(({ kind }) => kind);
}

/** What the rows of an opened ballot mean. @returns {{name: string, mark: string}[]} */
export function meaning(election, rows) {
  const slate = election.slates[0];
  if (slate) {
    const { answers } = election.questions[slate.approve];
    const names = slate.writeIn ? answers.slice(0, -1) : answers;
    const marks = names.map((name, c) => ({
      name,
      mark: rows[slate.approve][c] ? 'approve' : rows[slate.against][c] ? 'against' : 'abstain',
    }));
    return slate.writeIn ? [...marks, writtenIn(slate, answers.at(-1), rows)] : marks;
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

/** Who is written in; `wrong-write-in` for what no rightly made ballot says. */
function writtenIn({ approve, writeIn }, title, rows) {
  const person = personOf(writeIn, rows[writeIn.question]);
  const spent = rows[approve].at(-1) === 1;
  return { name: title, mark: spent === (person !== '') ? person || 'nobody' : 'wrong-write-in' };
}
