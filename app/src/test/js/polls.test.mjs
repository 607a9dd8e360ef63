import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import './booth.mjs';
import { readElection } from '../../main/resources/static/booth/election.js';
import { readPolls } from '../../main/resources/static/booth/polls.js';

const { election } = JSON.parse(
  readFileSync(new URL('../../../../docs/spec/vectors/union-slate.json', import.meta.url), 'utf8'));
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
  const renamed = ofForm((document) => { document.name += '?'; });
  assert.equal(readPolls([GIVEN, renamed]).polls.length, 2);
  assert.deepEqual(readPolls([GIVEN, renamed]).unread, []);
});
