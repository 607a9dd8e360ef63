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
import { breaches } from '../../main/resources/static/booth/vote.js';
import { writeInRow } from '../../main/resources/static/booth/write-ins.js';

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

test('write-ins are declared for a slate, and only for people who are no candidates', () => {
  const slate = 'zhijia-slate/1 approve=1 against=2\n';
  const line = 'zhijia-write-ins/1 question=3 slate=1 people=丙|丁';
  const all = (description) => document([MARKS, AGAINST, NUMBERS, NUMBERS], description);
  const { writeIns } = readElection(all(slate + line));
  assert.deepEqual(writeIns, [{ question: 2, slate: 0, people: ['丙', '丁'] }]);
  assert.deepEqual(writeInRow(writeIns[0], ['丁'], 2), [2, 0]);
  assert.throws(() => writeInRow(writeIns[0], ['甲'], 2), /not listed/);
  assert.throws(() => writeInRow(writeIns[0], ['丙', '丁', '丙'], 2), /more than 2/);
  for (const wrong of [
    line, slate + line + '|甲', slate + line + '|丙', slate + line + '|', slate + line + '| 戊',
    slate + line.replace('question=3', 'question=2'), slate + line.replace('slate=1', 'slate=2'),
    slate + line.replace('ins/1', 'ins/2'), slate + line + '\n' + line.replace('n=3', 'n=4'),
  ]) {
    assert.throws(() => readElection(all(wrong)), { constructor: Malformed }, wrong);
  }
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

const CREDENTIAL = '11111-111111-11111-111111';

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
  const description = 'zhijia-slate/1 approve=1 against=2\n'
    + 'zhijia-write-ins/1 question=3 slate=1 people=丙|丁';
  const election = readElection(document([MARKS, AGAINST, NUMBERS], description));
  assert.deepEqual(meaning(election, [[1, 0], [0, 1], [2, 0]]), [
    { name: '甲', mark: 'approve' }, { name: '乙', mark: 'against' }, { name: '丁', mark: 'approve' }]);
});
