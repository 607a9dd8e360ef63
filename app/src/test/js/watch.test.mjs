import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import './booth.mjs';
import { box, electionText, listedIn, naming, SECRET, trusteesOf, UUID } from './box.mjs';
import { checksOf } from '../../main/resources/static/booth/checks.js';
import { leastBallots } from '../../main/resources/static/booth/decrypt.js';
import { readElection } from '../../main/resources/static/booth/election.js';
import { encode, G, power } from '../../main/resources/static/booth/group.js';
import { Malformed } from '../../main/resources/static/booth/json.js';
import { Watch } from '../../main/resources/static/booth/watch.js';

const RIGHT = box();
const checks = (document) => checksOf(readElection(document));
const { fetch } = globalThis;
afterEach(() => { globalThis.fetch = fetch; });

/** A watch over what a server sends; by path, a function that is asked each time. */
function watch(files, { trustees = RIGHT.trustees, checkers = checks, ...poll } = {}) {
  globalThis.fetch = async (path) => {
    const body = await files[path]();
    return { ok: body !== null, arrayBuffer: async () => Uint8Array.from(body).buffer };
  };
  const announced = { uuid: UUID, fingerprint: RIGHT.fingerprint, archive: 'a', companion: 'c' };
  return new Watch({ ...announced, ...poll }, trustees, checkers);
}

const sending = ({ archive, companion }) => ({ a: () => archive, c: () => companion });

test('the archive that was announced is verified', async () => {
  const seen = watch(sending(RIGHT));
  await seen.look();
  assert.equal(seen.fault, null);
  assert.equal(seen.checked, 3);
});

test('an archive of another election is refused, though all of it is right', async () => {
  // Else one election under two ids would be decrypted for two tallies: ids are what is remembered.
  const renamed = box({ election: electionText({ uuid: 'ZhijiaWatched2' }) });
  for (const [sent, poll] of [
    [RIGHT, { uuid: 'ZhijiaWatched2' }], [renamed, {}], [renamed, { uuid: 'ZhijiaWatched2' }],
    [box({ election: electionText({ name: '另一个' }) }), {}],
  ]) {
    const seen = watch(sending(sent), poll);
    await seen.look();
    assert.equal(seen.fault?.check, 5);
    assert.equal(seen.checked, 0);
  }
});

test('an archive whose key others have made is refused', async () => {
  const seen = watch(sending(RIGHT), { trustees: trusteesOf(SECRET + 1n) });
  await seen.look();
  assert.equal(seen.fault?.check, 7);
});

test('credentials of the server\'s own are refused under the fingerprint that was announced', async () => {
  // Else it could have one voter's ballot summed up with none but its own.
  const own = encode(power(G, 7n));
  for (const roll of [
    (keys) => [...keys, own].sort(), (keys) => keys.slice(1), ([, ...keys]) => [...keys, own].sort(),
  ]) {
    const seen = watch(sending(box({ trustees: RIGHT.trustees, roll })));
    await seen.look();
    assert.equal(seen.fault?.check, 36);
    assert.equal(seen.checked, 0);
  }
});

test('an election that does not name its credentials is not decrypted', async () => {
  const election = electionText({ description: 'zhijia-slate/1 approve=1 against=2' });
  const sent = box({ trustees: RIGHT.trustees, election });
  const seen = watch(sending(sent), { fingerprint: sent.fingerprint });
  await seen.look();
  assert.equal(seen.fault?.check, 36);
});

test('credentials are named once, in one way', () => {
  // The same descriptions as in CredentialsDeclarationTest.
  const line = naming(listedIn(UUID)).split('\n')[1];
  const named = (text) =>
    readElection(electionText({ description: text.replaceAll('LINE', line) })).credentials;
  for (const declares of ['LINE', 'a\nLINE', 'LINE\r\nb', 'a\rLINE\rb', 'LINE\n']) {
    assert.equal(named(declares), line.slice(-64), declares);
  }
  for (const not of ['', ' LINE', 'a LINE', 'a\u2028LINE', 'a\u0085LINE', 'a\fLINE']) {
    assert.equal(named(not), null, not);
  }
  for (const wrong of ['LINE ', 'LINE0', 'LINE\nLINE', 'LINE\u2028b', 'LINE\u0085b', 'LINE\t',
    'zhijia-credentials/2']) {
    assert.throws(() => named(wrong), Malformed, wrong);
  }
});

test('a network that fails between two files loses nothing', async () => {
  for (const failing of [
    async () => { throw new TypeError('fetch failed'); }, () => null,
  ]) {
    let times = 0;
    const files = { ...sending(RIGHT), c: () => (times++ === 0 ? failing() : RIGHT.companion) };
    const seen = watch(files);
    await seen.look();
    assert.equal(seen.fault, null);
    await seen.look();
    assert.equal(seen.fault, null);
    assert.equal(seen.checked, 3);
  }
});

test('what looks like a lost connection and is none is a fault, and stays one', async () => {
  const broken = Uint8Array.from([...RIGHT.companion.subarray(0, 200), 0xff]);
  const strange = box({ trustees: RIGHT.trustees, roll: () => [{ toString: 1, valueOf: 1 }] });
  for (const [files, poll, check] of [
    [{ ...sending(RIGHT), c: () => broken }, {}, 26],
    [sending(strange), {}, 9],
    [sending(RIGHT), { checkers: () => ({ ballot: () => null.of }) }, undefined],
  ]) {
    const seen = watch(files, poll);
    await seen.look();
    assert.ok(seen.fault);
    assert.equal(seen.fault.check, check);
    assert.equal(seen.tally, null);
  }
});

test('a companion ends with the ballots', async () => {
  const closed = box({ trustees: RIGHT.trustees, closed: true });
  const more = (text) => Buffer.concat([closed.companion, Buffer.from(text)]);
  const seen = watch(sending(closed));
  await seen.look();
  assert.equal(seen.fault, null);
  assert.equal(JSON.parse(seen.tally).length, 2);
  for (const text of ['{}\n', '{}']) {
    const together = watch({ ...sending(closed), c: () => more(text) });
    await together.look();
    assert.equal(together.fault?.check, 26);
    let times = 0;
    const later = watch({ ...sending(closed), c: () => (times++ === 0 ? closed.companion : more(text)) });
    await later.look();
    assert.equal(later.fault, null);
    await later.look();
    assert.equal(later.fault?.check, 26);
    assert.equal(later.tally, null);
  }
});

test('no server makes a device decrypt a sum of fewer than five ballots', () => {
  for (const said of [0, 1, -1, 5, undefined, null, '0', NaN, 4.5, Infinity]) {
    assert.equal(leastBallots(said), 5);
  }
  assert.equal(leastBallots(10), 10);
});
