/**
 * Whether a count sheet, `result.json`, says what the ballots say: what its chief scrutineer's device
 * looks at before it signs. The electronic figures are known from the archive; what is above them
 * must be paper, of which no more can be than valid ballots on paper came back.
 *
 * Source: docs/spec/election.md, "What the chief scrutineer signs".
 */
import { Malformed, readLoosely } from './json.js';
import { personOf } from './write-in.js';

/**
 * @param {import('./election.js').Election} election @param {string} decrypted the result of the
 *     archive, verified @param {number} counted ballots in it @param {string} text of `result.json`
 * @returns {string} what is wrong; empty if nothing is
 */
export function sheetFault(election, decrypted, counted, text) {
  const sheet = sheetOf(text);
  if (!sheet) return 'form';
  if (sheet.uuid !== election.uuid || sheet.fingerprint !== election.fingerprint) {
    return 'fingerprint';
  }
  if (channel(sheet, 'electronic').returned !== counted) return 'electronic';
  const paper = channel(sheet, 'paper').returned - channel(sheet, 'paper').invalid;
  const fits = (shown, known) => shown >= known && shown - known <= paper;
  const figures = electronicFigures(election, JSON.parse(decrypted).result);
  if (sheet.candidates.length !== figures.candidates.length) return 'candidates';
  for (const [i, { name, approve, against }] of figures.candidates.entries()) {
    const shown = sheet.candidates[i];
    if (name && shown.name !== name) return name;
    if (!fits(shown.approve, approve) || !fits(shown.against, against)) return shown.name;
  }
  for (const name of new Set([...figures.people.keys(), ...sheet.writeIns.map((one) => one.name)])) {
    const shown = sheet.writeIns.find((one) => one.name === name)?.votes ?? 0;
    if (!fits(shown, figures.people.get(name) ?? 0)) return name;
  }
  return '';
}

/**
 * The same of a vote on paper alone, of which a device can know only that nothing electronic is in
 * it. Else whoever says that an electronic vote was on paper would get any figures signed.
 *
 * @param {string} uuid @param {string} text of `result.json`
 * @returns {string} what is wrong; empty if nothing is
 */
export function paperSheetFault(uuid, text) {
  const sheet = sheetOf(text);
  if (!sheet) return 'form';
  if (sheet.uuid !== uuid || sheet.fingerprint !== null) return 'fingerprint';
  return channel(sheet, 'electronic').returned > 0 ? 'electronic' : '';
}

const TOTALS = ['due', 'present', 'issued', 'returned', 'valid', 'majority'];

/**
 * Whether the figures that stand on the screen are those of the text: what is signed is the text,
 * what is read and compared with the tellers' is the screen.
 *
 * @param {object} shown figures as they were drawn @param {string} text of `result.json`
 * @returns {string} what is wrong; empty if nothing is
 */
export function shownFault(shown, text) {
  const sheet = sheetOf(text);
  if (!sheet || !Array.isArray(shown?.lines)) return 'form';
  const wrong = TOTALS.find((total) => shown[total] !== sheet[total]);
  if (wrong) return wrong;
  if (shown.stands !== (sheet.validity === 'valid')) return 'validity';
  const writtenIn = ({ name, votes }) => [name, { approve: votes, against: 0, abstain: 0 }];
  const lines = new Map(
    [...sheet.candidates.map((one) => [one.name, one]), ...sheet.writeIns.map(writtenIn)]);
  if (shown.lines.length !== lines.size) return 'candidates';
  const elected = sheet.electedNames ?? [];
  for (const line of shown.lines) {
    const meant = lines.get(line.name);
    const same = meant && line.elected === elected.includes(line.name)
      && ['approve', 'against', 'abstain'].every((mark) => line[mark] === meant[mark]);
    if (!same) return line.name;
    lines.delete(line.name);
  }
  return elected.every((name) => shown.lines.some((line) => line.name === name)) ? '' : 'elected';
}

function sheetOf(text) {
  try {
    const sheet = readLoosely(text);
    const lists = [sheet?.channels, sheet?.candidates, sheet?.writeIns];
    return lists.every((list) => Array.isArray(list) && list.every(isRow)) && isWellFormed(sheet)
      ? sheet : null;
  } catch (refused) {
    if (refused instanceof Malformed) return null;
    throw refused;
  }
}

const isRow = (one) => typeof one === 'object' && one !== null;

function channel(sheet, name) {
  return sheet.channels.find((one) => one.name === name) ?? { returned: 0, invalid: 0 };
}

/** Figures are counts, no person stands there twice, and no more is invalid than came back. */
function isWellFormed({ channels, candidates, writeIns }) {
  const names = [...candidates, ...writeIns].map(({ name }) => name);
  const figures = [...channels.flatMap(({ returned, invalid }) => [returned, invalid, returned - invalid]),
    ...candidates.flatMap(({ approve, against }) => [approve, against]),
    ...writeIns.map(({ votes }) => votes)];
  return new Set(names).size === names.length
    && new Set(channels.map(({ name }) => name)).size === channels.length
    && figures.every((figure) => Number.isInteger(figure) && figure >= 0);
}

/** By candidate in the order of the ballot, and by person who was written in. */
function electronicFigures(election, result) {
  const [slate] = election.slates;
  const people = new Map();
  if (!slate) {
    const [[, approve, against]] = result; // blank first: 弃权
    return { candidates: [{ name: '', approve, against }], people };
  }
  const { answers } = election.questions[slate.approve];
  const names = slate.writeIn ? answers.slice(0, -1) : answers;
  for (const row of slate.writeIn ? result[slate.writeIn.question] : []) {
    const person = personOf(slate.writeIn, row);
    if (person) people.set(person, (people.get(person) ?? 0) + 1);
  }
  const candidates = names.map((name, i) =>
    ({ name, approve: result[slate.approve][i], against: result[slate.against][i] }));
  return { candidates, people };
}
