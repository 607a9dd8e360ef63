// A whole archive of a small election, made anew for tests that change something in it.
import { decode, fixedBase, encode, G, power } from '../../main/resources/static/booth/group.js';
import { publicCredential } from '../../main/resources/static/booth/credential.js';
import { readElection } from '../../main/resources/static/booth/election.js';
import { makeBallot } from '../../main/resources/static/booth/encrypt.js';
import { bytes, hex } from '../../main/resources/static/booth/hash.js';
import { write } from '../../main/resources/static/booth/json.js';
import { prove } from '../../main/resources/static/booth/schnorr.js';

export const UUID = 'ZhijiaWatched1';
export const SECRET = 20261128n;
const CREDENTIALS = ['1', '2', '3'].map((digit) =>
  [5, 6, 5, 6].map((length) => digit.repeat(length)).join('-'));
const TIME = '1764000000';

/** One trustee who alone has the key. */
export function trusteesOf(secret) {
  const key = encode(power(G, secret));
  return write([['Single', { pok: prove(`pok|Ed25519|${key}|`, secret), public_key: key }]]);
}

/** The credentials of an election, as listed. */
export function listedIn(uuid) {
  return CREDENTIALS.map((credential) => publicCredential(credential, uuid)).sort();
}

const SLATE = 'zhijia-slate/1 approve=1 against=2';

/** A description that names a list of credentials. */
export const naming = (keys) => `${SLATE}\nzhijia-credentials/1 sha256=${hex(write(keys))}`;

/** @param {object} change of the election's document @returns {string} exact text */
export function electionText(change = {}) {
  return write({
    version: 1, description: naming(listedIn(change.uuid ?? UUID)), name: '选举', group: 'Ed25519',
    public_key: encode(power(G, SECRET)),
    questions: [{ answers: ['甲', '乙'], min: 0, max: 1, question: '赞成' },
      { answers: ['甲', '乙'], min: 0, max: 2, question: '反对' }],
    uuid: UUID, ...change,
  });
}

/**
 * The box with three ballots, closed and summed up if asked for.
 *
 * @param {{election?: string, trustees?: string, roll?: (keys: any[]) => any[],
 *     closed?: boolean}} change
 * @returns {{archive: Uint8Array, companion: Uint8Array, fingerprint: string, trustees: string}}
 */
export function box(change = {}) {
  const { election = electionText(), trustees = trusteesOf(SECRET) } = change;
  const read = readElection(election);
  fixedBase(read.publicKey);
  const made = CREDENTIALS.map((credential, i) =>
    makeBallot(read, credential, [[1, 0], [0, i % 2]]));
  const listed = listedIn(read.uuid);
  const keys = write(change.roll ? change.roll(listed) : listed);
  const writer = new Writer();
  const setup = [election, trustees, keys];
  writer.event('Setup', [...setup, write({
    election: hex(election), trustees: hex(trustees), credentials: hex(keys) })]);
  made.forEach(({ ballot }) => writer.event('Ballot', [ballot]));
  if (change.closed) close(writer, made);
  const lines = [write({ version: 1, election: read.fingerprint }),
    ...made.map(({ companion }) => companion)];
  return {
    archive: writer.bytes(), companion: bytes(lines.join('\n') + '\n'),
    fingerprint: read.fingerprint, trustees,
  };
}

/** Ends the ballots and adds them up. */
function close(writer, made) {
  const all = made.map(({ ballot }) => JSON.parse(ballot).answers.map(({ choices }) => choices));
  const sum = (i, j, half) =>
    encode(all.map((rows) => decode(rows[i][j][half])).reduce((a, b) => a.add(b)));
  const tally = write(all[0].map((row, i) => row.map((_, j) =>
    ({ alpha: sum(i, j, 'alpha'), beta: sum(i, j, 'beta') }))));
  const sized = { num_tallied: made.length, total_weight: made.length, encrypted_tally: hex(tally) };
  writer.event('EndBallots', []);
  writer.event('EncryptedTally', [tally, write(sized)]);
}

/** Writes records and events as docs/spec/ballot.md, section 5, has them. */
class Writer {
  #parts = [];
  #parent = undefined;
  #height = 0;

  constructor() {
    this.#record('BELENIOS', write({ version: 1, timestamp: TIME }));
  }

  event(type, documents) {
    documents.forEach((one) => this.#record(hex(one) + '.data.json', one));
    const payload = documents.length > 0 && { payload: hex(documents.at(-1)) };
    const parent = this.#parent && { parent: this.#parent };
    const text = write({ ...parent, height: this.#height++, type, ...payload });
    this.#parent = hex(text);
    this.#record(this.#parent + '.event.json', text);
  }

  bytes() {
    return Uint8Array.from(Buffer.concat(this.#parts));
  }

  #record(name, text) {
    const content = Buffer.from(text);
    const header = Buffer.alloc(512);
    const octal = (number) => Number(number).toString(8).padStart(11, '0');
    for (const [at, value] of [[0, name], [100, '0000644'], [108, '0000000'], [116, '0000000'],
      [124, octal(content.length)], [136, octal(TIME)], [148, ' '.repeat(8)], [156, '0']]) {
      header.write(value, at, 'latin1');
    }
    const sum = header.reduce((a, b) => a + b, 0).toString(8).padStart(6, '0');
    header.write(sum + '\0 ', 148, 'latin1');
    const padding = Buffer.alloc((512 - (content.length % 512)) % 512);
    this.#parts.push(header, content, padding);
  }
}
