import assert from 'node:assert/strict';
import { test } from 'node:test';
import './booth.mjs';
import { ALPHABET } from '../../main/resources/static/booth/base58.js';
import { checkDigit, exponent, parseCredential, publicCredential, randomCredential, slipText }
  from '../../main/resources/static/booth/credential.js';
import { decode, encode, encodeAll, G, NEUTRAL, Q, scalar }
  from '../../main/resources/static/booth/group.js';
import { write } from '../../main/resources/static/booth/json.js';
import { makeSlips, publicPart } from '../../main/resources/static/booth/slip.js';

const CREDENTIAL = '11111-111111-11111-111111';

test('the published credential', () => {
  assert.equal(exponent(CREDENTIAL, '11111111111111'),
    4082172962323728733656744003150561180372421194868371675424092369567009022358n);
  assert.equal(publicCredential(CREDENTIAL, '11111111111111'),
    '6be53e799ef86b639f838e02b78e9dc9162275f0b256f9f5079b4b217f8c30b5');
  assert.equal(slipText(CREDENTIAL), CREDENTIAL + '-v');
});

test('a slip may be typed without dashes and with blanks', () => {
  const credential = randomCredential();
  const typed = ' ' + slipText(credential).replace(/-/g, ' ') + '\n';
  assert.deepEqual(parseCredential(typed), { credential });
  assert.deepEqual(parseCredential(credential), { credential });
  assert.deepEqual(parseCredential('hello'), { wrong: 'form' });
  assert.deepEqual(parseCredential(credential.replace(/.$/, '0')), { wrong: 'form' });
});

test('every single wrong letter is found', () => {
  const slip = slipText(randomCredential());
  for (let i = 0; i < slip.length; i++) {
    if (slip[i] === '-') continue;
    for (const letter of ALPHABET) {
      if (letter === slip[i]) continue;
      const typo = slip.slice(0, i) + letter + slip.slice(i + 1);
      assert.deepEqual(parseCredential(typo), { wrong: 'letter' }, typo);
    }
  }
  assert.equal(checkDigit(CREDENTIAL), 'v');
});

test('an element has one spelling', () => {
  assert.equal(encode(G), '66'.repeat(31) + '58');
  assert.equal(encode(G.double()),
    '2260cdf3092329c21da25ee8c9a21f5697390f51643851560e5f46ae6af8a3c9');
  assert.equal(encode(NEUTRAL), '1'.padStart(64, '0'));
  assert.ok(decode(encode(NEUTRAL)).equals(NEUTRAL));
  assert.deepEqual(encodeAll([NEUTRAL, G]), [encode(NEUTRAL), encode(G)]);
  const wrong = {
    'upper case': encode(G.double()).toUpperCase(),
    'too short': '66'.repeat(31),
    'x = 0 with a sign': '8' + '1'.padStart(63, '0'),
    'y = p + 1': '7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffee',
    'of order 2': '7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec',
    'of order 4': '0'.repeat(64),
    'no such point': '2'.padStart(64, '0'),
  };
  for (const [why, text] of Object.entries(wrong)) assert.throws(() => decode(text), undefined, why);
});

test('a scalar has one spelling', () => {
  assert.equal(scalar('0'), 0n);
  assert.equal(scalar((Q - 1n).toString()), Q - 1n);
  for (const text of [Q.toString(), '-1', '01', '', '1e3', ' 1', 1, null]) {
    assert.throws(() => scalar(text), undefined, String(text));
  }
});

test('JSON escapes what the other programs escape', () => {
  assert.equal(write({ b: '/"\\\n\u0001\u007f工', a: 1 }), '{"b":"/\\"\\\\\\n\\u0001\\u007f工","a":1}');
});

test('slips give away their public part alone', () => {
  const uuids = ['11111111111111', '22222222222222'];
  const slips = makeSlips(5, uuids);
  assert.equal(new Set(slips.map((slip) => slip.code)).size, 5);
  for (const slip of slips) {
    assert.match(slip.code, /^[2-9A-Z]{3}-[2-9A-Z]{3}$/);
    const { credential } = parseCredential(slip.secret);
    assert.deepEqual(slip.credentials, uuids.map((uuid) => publicCredential(credential, uuid)));
    assert.deepEqual(Object.keys(publicPart(slip)), ['code', 'credentials']);
  }
});
