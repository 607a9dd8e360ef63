/**
 * Reads an archive `UUID.bel` as it grows: feed it bytes as they come, take out whole entries (the
 * documents of an event, and the event). It checks header, records, chain and order (checks 1 to 4)
 * by writing each record's header again and comparing bytes: a record has one spelling.
 *
 * Source: docs/spec/ballot.md, section 5.
 */
import { bytes, hex } from './hash.js';
import { integer, Malformed, only, read, text, write } from './json.js';

const BLOCK = 512;
const MOST_BYTES = 64 << 20;

/** Documents that lie before an event of each type, and which event may come after which. */
const DOCUMENTS = {
  Setup: 4, Ballot: 1, EndBallots: 0, EncryptedTally: 2, Shuffle: 2, EndShuffles: 0,
  PartialDecryption: 2, Result: 1,
};
const NEXT = {
  start: ['Setup'],
  Setup: ['Ballot', 'EndBallots'],
  Ballot: ['Ballot', 'EndBallots'],
  EndBallots: ['EncryptedTally'],
  EncryptedTally: ['Shuffle', 'PartialDecryption'],
  Shuffle: ['Shuffle', 'EndShuffles'],
  EndShuffles: ['PartialDecryption'],
  PartialDecryption: ['PartialDecryption', 'Result'],
  Result: [],
};

/** An archive, or an election in it, does not hold: which check of the spec, where, and why. */
export class Fault extends Error {
  /** @param {number} check number of docs/spec/ballot.md, section 8 */
  constructor(check, where, reason) {
    super(reason);
    this.check = check;
    this.where = where;
  }
}

/** What `read_` gives; what is malformed is a fault of this check at this place. */
export function demand(check, where, read_) {
  try {
    return read_();
  } catch (refused) {
    throw refused instanceof Malformed ? new Fault(check, where, refused.message) : refused;
  }
}

/**
 * @typedef {object} Entry
 * @property {string} type of the event @property {{hash: string, text: string}[]} documents
 */

export class ArchiveReader {
  #waiting = new Uint8Array(0);
  #timestamp = null;
  #documents = [];
  #parent = null;
  #height = 0;
  #last = 'start';
  /** Bytes of whole records read so far. */
  position = 0;

  /** @param {Uint8Array} more @returns {Generator<Entry>} entries that are whole now */
  *push(more) {
    const all = new Uint8Array(this.#waiting.length + more.length);
    all.set(this.#waiting);
    all.set(more, this.#waiting.length);
    let from = 0;
    for (;;) {
      const record = this.#record(all.subarray(from));
      if (!record) break;
      from += record.length;
      this.position += record.length;
      this.#waiting = all.subarray(from);
      const entry = this.#take(record);
      if (entry) yield entry;
    }
    this.#waiting = all.slice(from);
  }

  /** Whether nothing of an unfinished record or event waits. */
  get whole() {
    return this.#waiting.length === 0 && this.#documents.length === 0;
  }

  /** The first whole record, or null. */
  #record(data) {
    if (data.length < BLOCK) return null;
    const where = `byte ${this.position}`;
    const latin = String.fromCharCode(...data.subarray(0, BLOCK));
    const name = latin.slice(0, latin.indexOf('\0'));
    const size = /^[0-7]{11}\0$/.test(latin.slice(124, 136)) ? parseInt(latin.slice(124, 135), 8)
      : -1;
    if (size < 0 || size > MOST_BYTES) throw new Fault(2, where, 'a record of a wrong size');
    const length = BLOCK * (1 + Math.ceil(size / BLOCK));
    if (data.length < length) return null;
    const content = data.slice(BLOCK, BLOCK + size);
    if (data.subarray(BLOCK + size, length).some((byte) => byte !== 0)) {
      throw new Fault(2, where, 'a record that is not padded with zeros');
    }
    const decoded = decode(content, where);
    if (this.#timestamp === null) this.#timestamp = readHeader(name, decoded);
    if (latin !== tarHeader(name, size, this.#timestamp)) {
      throw new Fault(2, where, 'a record\'s header is not in its one spelling');
    }
    return { name, text: decoded, length, where };
  }

  /** Takes in a record; returns an entry if it is an event. */
  #take({ name, text: content, where }) {
    if (name === 'BELENIOS') {
      if (this.position !== 2 * BLOCK) throw new Fault(4, where, 'a second header');
      return null;
    }
    const match = /^([0-9a-f]{64})\.(data|event)\.json$/.exec(name);
    if (!match) throw new Fault(2, where, 'a record of an unknown name');
    if (hex(content) !== match[1]) throw new Fault(2, where, 'a record is not what its name says');
    if (match[2] === 'data') {
      this.#documents.push({ hash: match[1], text: content });
      if (this.#documents.length > 5) throw new Fault(4, where, 'documents without an event');
      return null;
    }
    return this.#event(match[1], content, where);
  }

  #event(hash, content, where) {
    let event;
    try {
      event = only(read(content), 'parent? height type payload?');
      integer(event.height, 0, 2 ** 31 - 1);
      const { parent, height, type, payload } = event;
      const canonical = { ...(parent !== undefined && { parent }), height, type,
        ...(payload !== undefined && { payload }) };
      if (write(canonical) !== content) throw new Malformed('an event in another spelling');
    } catch (refused) {
      throw new Fault(3, where, refused.message);
    }
    const documents = this.#documents;
    if ((event.parent ?? null) !== this.#parent || event.height !== this.#height) {
      throw new Fault(3, where, 'an event that does not follow the one before it');
    }
    if (event.payload !== documents.at(-1)?.hash) {
      throw new Fault(3, where, 'an event about another document than the one before it');
    }
    if (!NEXT[this.#last].includes(event.type) || documents.length !== DOCUMENTS[event.type]) {
      throw new Fault(4, where, `${event.type} does not come here`);
    }
    this.#parent = hash;
    this.#height++;
    this.#last = event.type;
    this.#documents = [];
    return { type: event.type, documents };
  }
}

/** @returns {string} the header's time in seconds */
function readHeader(name, content) {
  try {
    if (name !== 'BELENIOS') throw new Malformed('no header');
    const node = only(read(content), 'version timestamp');
    integer(node.version, 1, 1);
    if (!/^(0|[1-9][0-9]{0,10})$/.test(text(node.timestamp))) throw new Malformed('no time');
    return node.timestamp;
  } catch (refused) {
    throw new Fault(1, 'byte 0', refused.message);
  }
}

/** The 512 bytes before a record's content, as Latin letters. */
function tarHeader(name, size, timestamp) {
  const octal = (number) => number.toString(8).padStart(11, '0') + '\0';
  const fields = [[0, name], [100, '0000644\0'], [108, '0000000\0'], [116, '0000000\0'],
    [124, octal(size)], [136, octal(Number(timestamp))], [148, ' '.repeat(8)], [156, '0']];
  const put = (header, [at, value]) =>
    header.slice(0, at) + value + header.slice(at + value.length);
  const header = fields.reduce(put, '\0'.repeat(BLOCK));
  const sum = bytes(header).reduce((a, b) => a + b, 0);
  return put(header, [148, sum.toString(8).padStart(6, '0') + '\0 ']);
}

function decode(content, where) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    throw new Fault(2, where, 'not UTF-8');
  }
}
