import assert from 'node:assert/strict';
import { test } from 'node:test';
import './booth.mjs';
import { electionText, listedIn, naming, UUID } from './box.mjs';
import { readElection } from '../../main/resources/static/booth/election.js';
import { encode, G, power } from '../../main/resources/static/booth/group.js';
import { isListed } from '../../main/resources/static/booth/listed.js';

const of = (list) => readElection(electionText({ description: naming(list) }));
const MINE = '11111-111111-11111-111111';

test('a voter is on the list that the election names', () => {
  const list = listedIn(UUID);
  assert.ok(isListed(of(list), list, MINE));
  assert.ok(!isListed(of(list), list, '44444-444444-44444-444444'));
});

test('a list without the voter is refused, and so is any other than the one that is named', () => {
  const list = listedIn(UUID);
  const without = [list[0], list[1], encode(power(G, 7n))];
  const others = list.filter((key) => isListed(of([key]), [key], MINE));
  assert.equal(others.length, 1);
  const left = list.filter((key) => key !== others[0]);
  assert.ok(!isListed(of(left), left, MINE));
  assert.ok(!isListed(of(left), list, MINE)); // shown a list that the election does not name
  assert.ok(!isListed(of(list), without, MINE));
  assert.ok(!isListed(of(list), { list }, MINE));
  const unnamed = readElection(electionText({ description: 'zhijia-slate/1 approve=1 against=2' }));
  assert.ok(!isListed(unnamed, list, MINE));
});
