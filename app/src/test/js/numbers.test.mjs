import assert from 'node:assert/strict';
import { test } from 'node:test';
import './booth.mjs';
import { ciphertexts, isShuffled, readElection }
  from '../../main/resources/static/booth/election.js';
import { embed, generator, numbersOf, sortKey }
  from '../../main/resources/static/booth/embedding.js';
import { makeBallot, stepsOf } from '../../main/resources/static/booth/encrypt.js';
import { decode, encode, G, NEUTRAL, power }
  from '../../main/resources/static/booth/group.js';
import { Malformed, write } from '../../main/resources/static/booth/json.js';
import { checkOpening, openingText } from '../../main/resources/static/booth/opening.js';
import { meaning } from '../../main/resources/static/booth/polls.js';
import { breaches, writeInRows } from '../../main/resources/static/booth/vote.js';
import { personOf, writeInRow } from '../../main/resources/static/booth/write-in.js';

const CREDENTIAL = '11111-111111-11111-111111';
const KEY = 20261127n;
const MARKS = { answers: ['甲', '乙'], min: 0, max: 1, question: '赞成' };
const AGAINST = { answers: ['甲', '乙'], min: 0, max: 2, question: '反对' };
const NUMBERS = { type: 'NonHomomorphic', value: { answers: ['1', '2'], question: '另选他人' } };
const LISTS = {
  type: 'Lists',
  value: { answers: [['名单一', '甲', '乙'], ['名单二', '丙']], question: '名单' },
};

function document(questions, description = '') {
  return write({
    version: 1, description, name: '选举', group: 'Ed25519', public_key: encode(power(G, KEY)),
    questions, uuid: 'ZhijiaNumbers1',
  });
}

test('questions of three kinds are read, each with its number of ciphertexts', () => {
  const election = readElection(document([MARKS, { ...MARKS, blank: true }, NUMBERS, LISTS]));
  assert.deepEqual(election.questions.map(({ kind }) => kind),
    ['marks', 'marks', 'numbers', 'lists']);
  assert.deepEqual(election.questions.map(ciphertexts), [2, 3, 1, 5]);
  assert.deepEqual(election.questions[3].answers, ['名单一', '甲', '乙', '名单二', '丙']);
  assert.equal(isShuffled(election), true);
  assert.equal(isShuffled(readElection(document([MARKS, LISTS]))), false);
});

test('what cannot be a question is refused', () => {
  const numbers = (count) => ({ ...NUMBERS, value: { answers: Array(count).fill('x'), question: '' } });
  const wrong = [
    numbers(0), numbers(31), { ...NUMBERS, type: 'Numbers' }, { type: 'NonHomomorphic' },
    { ...LISTS, value: { answers: [['名单一']], question: '' } },
    { ...LISTS, value: { answers: [], question: '' } }, { ...MARKS, max: 3 }, null,
  ];
  for (const question of wrong) {
    assert.throws(() => readElection(document([question])), { constructor: Malformed }, write(question));
  }
  assert.equal(readElection(document([numbers(30)])).questions[0].answers.length, 30);
});

const withPlace = (question) => ({ ...question, answers: [...question.answers, '另选他人'] });
const NUMBER = { type: 'NonHomomorphic', value: { answers: ['1'], question: '另选他人' } };
const SLATE = [{ ...withPlace(MARKS), max: 2 }, { ...withPlace(AGAINST), max: 3 }, NUMBER];
const DECLARED = 'zhijia-slate/2 approve=1 against=2 write-in=3 people=丙|丁';

test('a write-in is declared with its slate, and only for people who are no candidates', () => {
  const all = (description) => document([...SLATE, NUMBERS, MARKS, AGAINST], description);
  const [slate] = readElection(all(DECLARED)).slates;
  assert.deepEqual(slate, { approve: 0, against: 1, writeIn: { question: 2, people: ['丙', '丁'] } });
  assert.deepEqual(writeInRow(slate.writeIn, '丁'), [2]);
  assert.deepEqual(writeInRow(slate.writeIn, ''), [0]);
  assert.throws(() => writeInRow(slate.writeIn, '甲'), /not listed/);
  assert.equal(personOf(slate.writeIn, [2]), '丁');
  for (const nobody of [[0], [3], [255]]) assert.equal(personOf(slate.writeIn, nobody), '');
  for (const wrong of [
    DECLARED + '|甲', DECLARED + '|丙', DECLARED + '|', DECLARED + '| 戊', DECLARED + '|另选他人',
    DECLARED.replace('in=3', 'in=2'), DECLARED.replace('in=3', 'in=4'), DECLARED.replace('in=3', 'in=9'),
    DECLARED.replace('/2', '/1'), DECLARED.replace('/2', '/3'), DECLARED.replace(/ people.*/, ''),
    DECLARED.replace('=1 against=2', '=5 against=6'),
    DECLARED + '\nzhijia-slate/1 approve=1 against=2',
  ]) {
    assert.throws(() => readElection(all(wrong)), { constructor: Malformed }, wrong);
  }
});

test('names have nothing in them that cannot be seen', () => {
  const all = (people) => document([...SLATE, NUMBERS, MARKS, AGAINST],
    ` zhijia-slate/2 approve=1 against=2 write-in=3 people=${people}\t`);
  for (const odd of ['', ' 丙', '丙 ', '丙\u00a0', '\ufeff丙', '丙\u2028丁', '丙\u0085丁', '丙\u001f',
    '\u3000丙', '丙\u200b丁', '丙\t丁', '丙||丁']) {
    assert.throws(() => readElection(all(`戊|${odd}|己`)), { constructor: Malformed }, odd);
  }
  for (const name of ['丙', '丁 一', '阿依古丽·买买提', 'Anna-Lena Ö', '王伟（甲厂）', '𠮷田']) {
    assert.deepEqual(readElection(all(name)).slates[0].writeIn.people, [name]);
  }
});

test('from 256 people on a number has two digits', () => {
  const people = Array.from({ length: 300 }, (_, i) => 'n' + i);
  const many = { question: 2, people };
  assert.deepEqual(writeInRow(many, 'n299'), [1, 44]);
  assert.deepEqual(writeInRow(many, ''), [0, 0]);
  for (const name of people) assert.equal(personOf(many, writeInRow(many, name)), name);
  const declared = `zhijia-slate/2 approve=1 against=2 write-in=3 people=${people.join('|')}`;
  assert.throws(() => readElection(document(SLATE, declared)), /no slate/);
  const two = [SLATE[0], SLATE[1], NUMBERS];
  assert.equal(readElection(document(two, declared)).slates[0].writeIn.people.length, 300);
});

test('who writes somebody in has an approval left and opposes a candidate', () => {
  const election = readElection(document(SLATE, DECLARED));
  const [{ writeIn }] = election.slates;
  const kinds = (marks, person) =>
    breaches(election, writeInRows(marks, person, writeIn)).map(({ kind }) => kind);
  assert.deepEqual(writeInRows(['approve', 'against'], '丁', writeIn),
    [[1, 0, 1], [0, 1, 0], [2]]);
  assert.deepEqual(kinds(['approve', 'against'], '丁'), []);
  assert.deepEqual(kinds(['approve', 'approve'], ''), []);
  assert.deepEqual(kinds(['approve', 'approve'], '丁'), ['many']);
  assert.deepEqual(kinds(['approve', 'abstain'], '丁'), ['unopposed']);
  assert.deepEqual(breaches(election, [[1, 0, 0], [0, 1, 0], [2]]).map(({ kind }) => kind), ['place']);
  assert.deepEqual(breaches(election, [[0, 0, 1], [0, 0, 0], [0]]).map(({ kind }) => kind),
    ['unopposed']);
  let steps = 0;
  makeBallot(election, CREDENTIAL, [[1, 0, 1], [0, 1, 0], [2]], (n) => { steps += n; });
  assert.equal(steps, stepsOf(election));
});

test('zeros are the neutral element', () => {
  for (const row of [[0], [0, 0]]) assert.ok(embed(row).is0());
  for (const row of [[1], [0, 1]]) assert.ok(!embed(row).is0());
});

test('a slate is over questions of marks', () => {
  const description = 'zhijia-slate/1 approve=1 against=2';
  assert.throws(() => readElection(document([NUMBERS, NUMBERS], description)), /no slate/);
});

test('numbers come back, and the padding is the smallest that makes a member', () => {
  const rows = [[0], [255], [0, 0, 1], [3, 0, 200], Array(30).fill(255)];
  for (const row of rows) {
    const element = embed(row);
    assert.deepEqual(numbersOf(element, row.length), row);
    assert.ok(decode(encode(element)).equals(element));
  }
  const written = BigInt('0x' + encode(embed([3, 0, 200])));
  const least = ((3n * 256n + 0n) * 256n + 200n) << 14n;
  for (let n = least; n < written; n++) {
    assert.throws(() => decode(n.toString(16).padStart(64, '0')));
  }
  assert.ok(written - least < 1n << 14n);
  for (const wrong of [[], [256], [-1], [1.5], Array(31).fill(0)]) {
    assert.throws(() => embed(wrong), /1 to 30 numbers/);
  }
});

test('what is sorted by are the bytes of RFC 8032', () => {
  const key = sortKey({ alpha: encode(G), beta: encode(NEUTRAL) });
  assert.equal(key, G.toHex() + NEUTRAL.toHex());
  assert.notEqual(encode(generator(-1)), encode(generator(0)));
});

test('a ballot of numbers is made, opened, and its steps are told', () => {
  const text = document([MARKS, NUMBERS]);
  const election = readElection(text);
  let steps = 0;
  const made = makeBallot(election, CREDENTIAL, [[0, 1], [7, 255]], (n) => { steps += n; });
  assert.equal(steps, stepsOf(election));
  const file = openingText(text, made);
  assert.deepEqual(checkOpening(file).rows, [[0, 1], [7, 255]]);
  const lie = JSON.parse(file);
  lie.openings[1][0] = '5';
  assert.throws(() => checkOpening(JSON.stringify(lie)), /not what its opening says/);
});

test('a row of numbers has one for each answer, from 0 to 255', () => {
  const election = readElection(document([NUMBERS, LISTS]));
  const kinds = (row) => breaches(election, [row, []]).map(({ kind }) => kind);
  assert.deepEqual(kinds([0, 255]), ['lists']);
  for (const row of [undefined, [], [1], [1, 2, 3]]) assert.deepEqual(kinds(row)[0], 'length');
  for (const row of [[0, 256], [-1, 0], [0.5, 0], ['1', 0]]) assert.equal(kinds(row)[0], 'number');
  assert.throws(() => makeBallot(election, CREDENTIAL, [[0, 0], [1, 1, 0, 0, 0]]), /breaks the rules/);
});

test('what was written in is shown by name', () => {
  const election = readElection(document(SLATE, DECLARED));
  const shown = (rows) => meaning(election, rows).at(-1).mark;
  assert.deepEqual(meaning(election, [[1, 0, 1], [0, 1, 0], [2]]), [
    { name: '甲', mark: 'approve' }, { name: '乙', mark: 'against' },
    { name: '另选他人', mark: '丁' }]);
  assert.equal(shown([[0, 0, 0], [0, 0, 0], [0]]), 'nobody');
  for (const wrong of [
    [[0, 0, 1], [0, 1, 0], [0]], [[0, 0, 0], [0, 1, 0], [2]], [[0, 0, 1], [0, 1, 0], [9]],
  ]) {
    assert.equal(shown(wrong), 'wrong-write-in');
  }
});
