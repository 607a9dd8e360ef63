import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import './booth.mjs';
import { readElection } from '../../main/resources/static/booth/election.js';
import { Malformed, read, readLoosely } from '../../main/resources/static/booth/json.js';

const { election } = JSON.parse(
  readFileSync(new URL('../../../../docs/spec/vectors/union-slate.json', import.meta.url), 'utf8'));

/** Every one is JSON to a browser, and to `JsonNode` of `ballot/` is not. */
const REFUSED = [
  '{"a":1,"a":2}', '{"a":1,"\\u0061":2}', '[{"b":{"a":1, "a" :1}}]', '{"":1,"":1}',
  '{"\\"":1,"\\u0022":2}', '{"\\\\":1,"\\\\":2}', '{"__proto__":1,"__proto__":1}',
  '1.0', '[1e0]', '[1E2]', '[-0.0]', '{"a":null}', 'null',
  '"\\ud800"', '["\\udc00\\ud800"]', '{"\\ud800":1}', '"\ud800"', '"a\\\\\\udfff"',
  '['.repeat(17) + ']'.repeat(17),
  `"${'x'.repeat((1 << 20) + 1)}"`,
];

test('what two programs could read in two ways is refused', () => {
  for (const text of REFUSED) {
    assert.doesNotThrow(() => JSON.parse(text));
    assert.throws(() => read(text), Malformed, text.slice(0, 80));
  }
});

test('what both read alike is read', () => {
  for (const text of [
    '{"a":1,"b":1}', '[{"a":1},{"a":1}]', '{"a":{"a":["a","a"]}}', '{"a\\\\":"\\"a","a":true}',
    '{ "a" : [ -1 , 0 , false ] }', '"\\ud83d\\ude00"', '"😀"', '"\\\\ud800"', '["a:","b,{","]"]',
    '['.repeat(16) + ']'.repeat(16), '"\\\\"', '["\\\\\\"",""]', '[]', '{}', '12',
  ]) {
    assert.deepEqual(read(text), JSON.parse(text), text);
  }
});

test('a file for people may have nulls and fractions, and no field twice', () => {
  assert.deepEqual(readLoosely('{"a":null,"b":[1.5]}'), { a: null, b: [1.5] });
  assert.throws(() => readLoosely('{"a":null,"a":1}'), Malformed);
  const long = 'x'.repeat((1 << 20) + 1);
  assert.equal(readLoosely(`["${long}"]`)[0], long);
});

test('an election that says two things is none', () => {
  assert.equal(readElection(election).questions[0].max, 2);
  for (const [before, after] of [
    ['"name":', '"name":"?","name":'],
    ['"questions":', '"questions":[],"questions":'],
    ['"max":2', '"max":3,"max":2'],
    ['"max":2', '"max":2.0'],
    ['"min":0', '"min":0e0'],
    ['"name":"', '"name":"\\udc00'],
  ]) {
    assert.ok(election.includes(before), before);
    assert.throws(() => readElection(election.replace(before, after)), Malformed, after);
  }
});

test('candidates of a slate are the same one by one, not only when joined', () => {
  const document = JSON.parse(election);
  const [approve, against] = document.questions;
  approve.answers = ['甲\n乙', '丙', '丁'];
  against.answers = ['甲', '乙\n丙', '丁'];
  assert.throws(() => readElection(JSON.stringify(document)), Malformed);
  against.answers = approve.answers;
  assert.equal(readElection(JSON.stringify(document)).slates.length, 1);
});
