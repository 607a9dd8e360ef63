import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import './booth.mjs';
import { makeBackup, openBackup } from '../../main/resources/static/booth/backup.js';
import { demandRule, makePolynomial, makeShare, openShare, readCertificates, thresholdKey }
  from '../../main/resources/static/booth/ceremony.js';
import { partialDecryption, rememberTally }
  from '../../main/resources/static/booth/decrypt.js';
import { encode, G, inverse, mod, NEUTRAL, power, Q }
  from '../../main/resources/static/booth/group.js';
import { certificate, parseSeed, randomSeed } from '../../main/resources/static/booth/seed.js';
import { resultIsSigned, signResult } from '../../main/resources/static/booth/sign.js';
import { writeTally } from '../../main/resources/static/booth/tally.js';
import { demandThresholdKey, readTrustees } from '../../main/resources/static/booth/threshold.js';

const SIZE = 3;
const seeds = Array.from({ length: SIZE }, () => randomSeed());
const certificates = seeds.map((seed, i) =>
  certificate(seed, { group: 'Ed25519', size: SIZE, threshold: 2, index: i + 1 }));
let polynomials;
let shares;

before(async () => {
  polynomials = await Promise.all(seeds.map((seed) => makePolynomial(seed, certificates)));
  shares = await Promise.all(seeds.map((seed) => makeShare(seed, certificates, polynomials)));
});

/** Flips a digit of the text after a marker. */
function flip(text, marker, digits = /[0-9]/) {
  assert.ok(text.includes(marker), marker);
  const at = text.indexOf(marker) + marker.length;
  const digit = at + text.slice(at).search(digits);
  return text.slice(0, digit) + (text[digit] === '1' ? '2' : '1') + text.slice(digit + 1);
}

test('two of three shares are the key', async () => {
  const key = JSON.parse(thresholdKey(certificates, polynomials, shares));
  const y = demandThresholdKey(key);
  const [one, , three] = await Promise.all(seeds.map((seed, i) => openShare(seed, shares[i])));
  const secret = mod(one * 3n * inverse(2n) + three * inverse(-2n));
  assert.ok(power(G, secret).equals(y));
  const trustees = readTrustees(JSON.stringify([['Pedersen', key]]));
  assert.ok(trustees.key.equals(y));
  assert.deepEqual(trustees.keys.map(encode),
    shares.map((share) => JSON.parse(share).public_key.public_key));
});

test('certificates for another rule than the one that is shown are refused', () => {
  const read = readCertificates(certificates);
  assert.doesNotThrow(() => demandRule(read, { size: SIZE, threshold: 2 }));
  for (const shown of [{ size: SIZE, threshold: 3 }, { size: SIZE, threshold: '2' },
    { size: 5, threshold: 2 }, {}]) {
    assert.throws(() => demandRule(read, shown), { trustee: 0 });
  }
});

test('every message of the ceremony that is changed on its way is refused', async () => {
  const forged = (texts, i, text) => texts.map((one, j) => (i === j ? text : one));
  for (const marker of ['"index\\":', 'verification\\":\\"', 'encryption\\":\\"', '"challenge":"',
    '"response":"']) {
    const changed = forged(certificates, 1, flip(certificates[1], marker));
    assert.throws(() => readCertificates(changed), { trustee: 2 }, marker);
  }
  for (const marker of ['coefexps\\":[\\"', '},"signature":{"challenge":"', '"signature":{"challenge":"',
    '"secrets":["{\\"algorithm\\":\\"AES-GCM\\",\\"alpha\\":\\"']) {
    const changed = forged(polynomials, 2, flip(polynomials[2], marker));
    await assert.rejects(makeShare(seeds[0], certificates, changed), { trustee: 3 }, marker);
  }
  for (const marker of ['"pok":{"challenge":"', '","response":"', '"public_key":"',
    '"signature":{"challenge":"']) {
    const changed = forged(shares, 0, flip(shares[0], marker));
    assert.throws(() => thresholdKey(certificates, polynomials, changed), undefined, marker);
  }
  await assert.rejects(makePolynomial(randomSeed(), certificates), /not among them/);
  await assert.rejects(makeShare(seeds[0], certificates, polynomials.slice(1)), /every trustee/);
  const twice = [certificates[0], certificates[0], certificates[2]];
  assert.throws(() => readCertificates(twice), { trustee: 2 });
  await assert.rejects(openShare(seeds[1], shares[0]));
});

test('a tally is decrypted once, and the same again', () => {
  const kept = new Map();
  const storage = { getItem: (k) => kept.get(k) ?? null, setItem: (k, v) => kept.set(k, v) };
  assert.ok(rememberTally(storage, 'A', '[1]'));
  assert.ok(rememberTally(storage, 'A', '[1]'));
  assert.ok(!rememberTally(storage, 'A', '[2]'));
  assert.ok(rememberTally(storage, 'B', '[2]'));
});

test('a partial decryption needs a tally in its one spelling', () => {
  const tally = writeTally([[{ alpha: G, beta: NEUTRAL }]]);
  const made = JSON.parse(partialDecryption('φ', 5n, tally));
  assert.deepEqual(made.decryption_factors, [[encode(G.multiply(5n))]]);
  assert.throws(() => partialDecryption('φ', 5n, tally + ' '), /canonical/);
  assert.ok(BigInt(made.decryption_proofs[0][0].response) < Q);
});

test('a result is signed by the chief scrutineer and nobody else', () => {
  const hash = 'ab'.repeat(32);
  const signed = signResult(seeds[0], 'U', hash);
  assert.ok(resultIsSigned(certificates[0], 'U', hash, signed));
  assert.ok(!resultIsSigned(certificates[1], 'U', hash, signed));
  assert.ok(!resultIsSigned(certificates[0], 'V', hash, signed));
  assert.ok(!resultIsSigned(certificates[0], 'U', 'cd'.repeat(32), signed));
});

test('a backup opens with its passphrase alone', async () => {
  const file = await makeBackup(seeds[0], '三更灯火五更鸡', { assembly: 7, trustee: 1 });
  assert.ok(!file.includes(seeds[0]));
  const opened = await openBackup(file, '三更灯火五更鸡');
  assert.deepEqual(opened, { seed: seeds[0], assembly: 7, trustee: 1 });
  await assert.rejects(openBackup(file, '三更灯火五更'), /passphrase/);
  await assert.rejects(openBackup(file.replace('"trustee":1', '"trustee":2'), '三更灯火五更鸡'),
    /passphrase/);
  assert.equal(parseSeed(' ' + seeds[0].slice(0, 11) + ' ' + seeds[0].slice(11)), seeds[0]);
  assert.equal(parseSeed('0' + seeds[0].slice(1)), null);
});
