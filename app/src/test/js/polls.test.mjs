import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import './booth.mjs';
import { readElection } from '../../main/resources/static/booth/election.js';
import { readPolls } from '../../main/resources/static/booth/polls.js';

const file = new URL('../../../../docs/spec/vectors/union-slate.json', import.meta.url);
const vector = JSON.parse(JSON.parse(readFileSync(file, 'utf8')).election);
const election = JSON.stringify({ ...vector, description: '委员\n' + vector.description });
const { uuid, fingerprint } = readElection(election);
const GIVEN = { uuid, title: '委员', round: 1, fingerprint, election, candidates: [], state: 'open' };

/** The same vote whose document is of another form, and is the one that its fingerprint names. */
function ofForm(change) {
  const document = JSON.parse(election);
  change(document);
  const text = JSON.stringify(document);
  let named = '';
  try {
    named = readElection(text).fingerprint;
  } catch { /* no form that is known */ }
  return { ...GIVEN, title: '决议', election: text, fingerprint: named };
}

test('a vote that cannot be read keeps nobody from the others', () => {
  for (const [other, why] of [
    [ofForm((document) => { document.version = 2; }), 'unreadable'],
    [ofForm((document) => { document.questions[0].type = 'Ranking'; }), 'unreadable'],
    [{ ...GIVEN, title: '决议', election: '{' }, 'unreadable'],
    [{ ...GIVEN, title: '决议', election: undefined }, 'unreadable'],
    [{ ...GIVEN, title: '决议', fingerprint: 'another' }, 'changed'],
    [{ ...ofForm((document) => { document.name += '?'; }), fingerprint }, 'changed'],
  ]) {
    for (const given of [[other, GIVEN], [GIVEN, other]]) {
      const { polls, unread } = readPolls(given);
      assert.deepEqual(polls.map(({ title, candidates }) => [title, candidates.length]),
        [['委员', 3]]);
      assert.deepEqual(unread, [{ uuid: other.uuid, title: '决议', why }]);
    }
  }
});

test('a vote of a form that is known is read', () => {
  const renamed = { ...ofForm((document) => { document.name += '?'; }), title: '委员' };
  assert.equal(readPolls([GIVEN, renamed]).polls.length, 2);
  assert.deepEqual(readPolls([GIVEN, renamed]).unread, []);
});

/** A vote on one resolution, or what a server makes of it. */
function resolution(change = {}, given = {}) {
  const question = { answers: ['赞成', '反对'], blank: true, min: 1, max: 1, question: '甲决议' };
  const document = { ...vector, description: '甲决议\n第 2 轮\nzhijia-roster/1 sha256=00',
    questions: [question], ...change };
  const text = JSON.stringify(document);
  return { ...GIVEN, title: '甲决议', round: 2, election: text,
    fingerprint: readElection(text).fingerprint, ...given };
}

test('what is shown is what the document says', () => {
  const why = (given) => readPolls([given]).unread.map((one) => one.why);
  globalThis.document = { querySelectorAll: () => [] };
  assert.deepEqual(why(resolution()), []);
  assert.deepEqual(why(GIVEN), []);
  const [question] = JSON.parse(resolution().election).questions;
  for (const given of [
    resolution({}, { title: '乙决议' }),
    resolution({}, { title: '甲' }),
    resolution({}, { title: '' }),
    resolution({}, { round: 1 }),
    resolution({}, { round: 3 }),
    resolution({ description: '甲决议' }),
    resolution({ questions: [{ ...question, answers: ['反对', '赞成'] }] }),
    resolution({ questions: [{ ...question, question: '乙决议' }] }),
    resolution({ questions: [{ ...question, blank: false }] }),
    resolution({ questions: [{ ...question, max: 2 }] }),
    resolution({ questions: [question, question] }),
    { ...GIVEN, title: '主席' },
    { ...GIVEN, round: 2 },
  ]) {
    assert.deepEqual(why(given), ['changed']);
  }
});
