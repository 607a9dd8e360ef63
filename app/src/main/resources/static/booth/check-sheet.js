/**
 * Whether a count sheet, `result.json`, says what the ballots say: what its chief scrutineer's device
 * looks at before it signs. The electronic figures are known from the archive; what is above them
 * must be paper, of which no more can be than valid ballots on paper came back.
 *
 * Source: docs/spec/election.md, "What the chief scrutineer signs".
 */
import { personOf } from './write-in.js';

/**
 * @param {import('./election.js').Election} election @param {string} decrypted the result of the
 *     archive, verified @param {number} counted ballots in it @param {string} text of `result.json`
 * @returns {string} what is wrong; empty if nothing is
 */
export function sheetFault(election, decrypted, counted, text) {
  const sheet = JSON.parse(text);
  if (!isWellFormed(sheet)) return 'form';
  if (sheet.uuid !== election.uuid || sheet.fingerprint !== election.fingerprint) {
    return 'fingerprint';
  }
  const channel = (name) =>
    sheet.channels.find((one) => one.name === name) ?? { returned: 0, invalid: 0 };
  if (channel('electronic').returned !== counted) return 'electronic';
  const paper = channel('paper').returned - channel('paper').invalid;
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
