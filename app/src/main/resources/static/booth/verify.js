/**
 * Verifies an election as its archive and companion file grow: what a scrutineer must know before
 * shuffling, before decrypting and before signing. One object an election.
 *
 * A scrutineer's page
 *
 * - shuffles while `toShuffle` is there: it is what shuffle-worker.js takes. The worker's answer is
 *   handed in and its hash kept, `hex(shuffle)`, since nobody signs shuffles;
 * - decrypts once `tally` is there: `partialDecryption` takes it. Where answers are shuffled it
 *   stays null until shuffling has ended. Whoever has shuffled demands that one of `shuffles` has
 *   the hash kept; nobody decrypts unless a shuffle is by somebody she trusts;
 * - signs what `result` is, once it is there: it is what the decryptions say.
 *
 * Source: docs/spec/ballot.md, section 8.
 */
import { ArchiveReader, demand, Fault } from './archive.js';
import { checksOf } from './checks.js';
import { ciphertexts, isShuffled, readElection } from './election.js';
import { sortKey } from './embedding.js';
import { decode, decodePoint, encode, NEUTRAL, same } from './group.js';
import { hex } from './hash.js';
import { integer, items, Malformed, only, read, text, write } from './json.js';
import { written } from './layout.js';
import { encodeRow } from './tally.js';
import { readTrustees } from './threshold.js';

/** @typedef {import('./checks.js').Checks} Checks here or in a worker */

/**
 * Which election an archive must be of. Whoever sends it could else send another one's, and a
 * device that remembers by id what it decrypted would remember the wrong one. It must name its list
 * of credentials: with a list of the sender's own, one ballot would be summed up with none but theirs.
 *
 * @typedef {{uuid: string, fingerprint: string, trustees: string}} Announced its trustees as the
 *     exact text that their ceremony ended with
 */

export class Verification {
  #archive = new ArchiveReader();
  #checks;
  #announced;
  #trusteesText = '';
  #decryptions = new Map();
  #lines = [];
  #companionRest = '';
  #companionText = new TextDecoder('utf-8', { fatal: true });
  #companionHeader = false;
  #isTallied = false;
  #ballots = [];
  #roll = new Map();
  #trackers = new Set();
  #sum = null;
  /** @type {import('./election.js').Election|null} */
  election = null;
  /** The election, exact text, as the worker of shuffles takes it. @type {string|null} */
  document = null;
  trustees = null;
  /** Ballots whose proofs have been checked; a credential's earlier ballots count here too. */
  checked = 0;
  /** Credentials with a ballot, once checked. */
  counted = 0;
  /**
   * What is to be decrypted, exact text, once it is there and right: the encrypted tally, after all
   * shuffles where answers are shuffled. @type {string|null}
   */
  tally = null;
  /**
   * What the next shuffle is made of, exact text: the tally as the last shuffle left it. Null
   * before there is a tally, where nothing is shuffled, and once shuffling has ended.
   * @type {string|null}
   */
  toShuffle = null;
  /**
   * The shuffles so far: by which trustee, from 1, and SHA-256 of the shuffle's exact text. Who
   * shuffled is the server's claim. @type {{owner: number, hash: string}[]}
   */
  shuffles = [];

  /** The result, exact text, once it is there and right. @type {string|null} */
  result = null;

  /**
   * @param {(election: string) => Checks} checks is asked once the election is known
   * @param {Announced|null} announced null to take any election
   */
  constructor(checks = (document) => checksOf(readElection(document)), announced = null) {
    this.#checks = checks;
    this.#announced = announced;
  }

  /** Bytes of the archive that were taken as whole records; what is sent next begins there or
   * later. */
  get position() {
    return this.#archive.position;
  }

  /** Credentials that can vote, once the set-up is read. */
  get listed() {
    return this.#roll.size;
  }

  /** Ballots in the archive that wait for their proofs to be checked. */
  get waiting() {
    return this.#ballots.length;
  }

  /** @param {Uint8Array} more bytes of the companion file */
  pushCompanion(more) {
    if (this.#isTallied && more.length > 0) throw this.#tooManyLines();
    try {
      this.#companionRest += this.#companionText.decode(more, { stream: true });
    } catch {
      throw new Fault(26, 'companion', 'not UTF-8');
    }
    const lines = this.#companionRest.split('\n');
    this.#companionRest = lines.pop();
    this.#lines.push(...lines);
  }

  /**
   * @param {Uint8Array} more bytes of the archive; push the companion's first
   * @throws {Fault} if anything does not hold
   */
  async push(more) {
    for (const entry of this.#archive.push(more)) {
      switch (entry.type) {
        case 'Setup':
          this.#setup(entry.documents);
          break;
        case 'Ballot':
          this.#ballots.push(entry.documents[0]);
          break;
        case 'EncryptedTally':
          await this.#checkWaiting();
          this.#checkTally(entry.documents);
          break;
        case 'Shuffle':
          await this.#checkShuffle(entry.documents);
          break;
        case 'EndShuffles':
          this.tally = this.toShuffle;
          this.toShuffle = null;
          break;
        case 'PartialDecryption':
          await this.#checkDecryption(entry.documents);
          break;
        case 'Result':
          await this.#checkResult(entry.documents[0]);
          break;
        default: // the end of ballots
      }
    }
    await this.#checkWaiting();
  }

  #setup([election, trustees, credentials, setup]) {
    const named = demand(4, 'set-up', () =>
      only(read(setup.text), 'election trustees credentials'));
    if (named.election !== election.hash || named.trustees !== trustees.hash
        || named.credentials !== credentials.hash) {
      throw new Fault(4, 'set-up', 'it names other documents than those before it');
    }
    this.election = demand(5, 'election', () => readElection(election.text));
    this.#demandAnnounced(trustees.text);
    this.document = election.text;
    this.trustees = demand(7, 'trustees', () => readTrustees(trustees.text));
    if (!same(this.trustees.key, this.election.publicKey)) {
      throw new Fault(8, 'election', 'the key is not the product of the trustees\' keys');
    }
    demand(9, 'credentials', () => this.#readRoll(credentials.text));
    this.#demandDeclared(credentials);
    this.#trusteesText = trustees.text;
    this.#checks = this.#checks(election.text);
    this.#sum = this.election.questions.map((question) =>
      Array.from({ length: question.kind === 'numbers' ? 0 : ciphertexts(question) },
        () => ({ alpha: NEUTRAL, beta: NEUTRAL })));
  }

  #demandAnnounced(trustees) {
    if (this.#announced === null) return;
    const { uuid, fingerprint, trustees: makers } = this.#announced;
    if (this.election.uuid !== uuid || this.election.fingerprint !== fingerprint) {
      throw new Fault(5, 'election', 'it is another election than the one announced');
    }
    if (trustees !== makers) throw new Fault(7, 'trustees', 'they have not made this key together');
    if (this.election.credentials === null) {
      throw new Fault(36, 'election', 'it does not name its list of credentials');
    }
  }

  #demandDeclared({ hash }) {
    const { credentials } = this.election;
    if (credentials !== null && credentials !== hash) {
      throw new Fault(36, 'credentials', 'they are not those that the election names');
    }
  }

  #readRoll(document) {
    const keys = items(read(document));
    if (write(keys) !== document) throw new Malformed('not in canonical form');
    for (const key of keys.map(text)) {
      if (key.includes(',')) throw new Malformed('weights are for other elections');
      decode(key);
      if (this.#roll.has(key)) throw new Malformed('the same credential twice');
      this.#roll.set(key, null);
    }
  }

  /** Ballots are checked as soon as their companion lines are there too. */
  async #checkWaiting() {
    const batch = [];
    while (this.#ballots.length > 0) {
      let line;
      if (this.election.slates.length > 0) {
        this.#readCompanionHeader();
        if (this.#lines.length === 0) break;
        line = this.#lines.shift();
      }
      const where = `ballot ${this.checked + batch.length + 1}`;
      const ballot = this.#ballots.shift();
      const outcome = (async () => this.#checks.ballot(ballot.text, line, where))().then(
        (accepted) => ({ accepted }), (fault) => ({ fault }));
      batch.push({ where, outcome });
    }
    for (const { where, outcome } of batch) {
      const { accepted, fault } = await outcome;
      if (fault) throw fault;
      this.#accept(accepted, where);
    }
  }

  #readCompanionHeader() {
    if (this.#companionHeader || this.#lines.length === 0) return;
    const header = demand(26, 'companion', () => only(read(this.#lines.shift()), 'version election'));
    demand(26, 'companion', () => integer(header.version, 1, 1));
    if (header.election !== this.election.fingerprint) {
      throw new Fault(26, 'companion', 'the file belongs to another election');
    }
    this.#companionHeader = true;
  }

  #accept({ credential, tracker, choices }, where) {
    if (!this.#roll.has(credential)) {
      throw new Fault(12, where, 'its credential is not on the list');
    }
    if (this.#trackers.has(tracker)) throw new Fault(13, where, 'the same ballot twice');
    this.#trackers.add(tracker);
    const before = this.#roll.get(credential);
    if (before) this.#add(before, (a, b) => a.subtract(b));
    else this.counted++;
    this.#add(choices, (a, b) => a.add(b));
    this.#roll.set(credential, choices);
    this.checked++;
  }

  #add(choices, plus) {
    this.#sum = this.#sum.map((row, i) => row.map((sum, j) => {
      const { alpha, beta } = choices[i][j];
      return {
        alpha: plus(sum.alpha, decodePoint(alpha)),
        beta: plus(sum.beta, decodePoint(beta)),
      };
    }));
  }

  /** The tally of the last ballots, exact text: sums, and answers that will be shuffled, sorted. */
  #lastBallots() {
    const last = [...this.#roll.values()].filter((choices) => choices !== null);
    return write(this.election.questions.map((question, i) => {
      if (question.kind !== 'numbers') return written(question, encodeRow(this.#sum[i]));
      return last.map((choices) => choices[i][0])
        .map((choice) => ({ choice, key: sortKey(choice) }))
        .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
        .map(({ choice: { alpha, beta } }) => ({ alpha, beta }));
    }));
  }

  #checkTally([tally, sized]) {
    if (this.#ballots.length > 0) {
      throw new Fault(26, 'companion', 'it has no line for each ballot');
    }
    const size = demand(19, 'tally', () =>
      only(read(sized.text), 'num_tallied total_weight encrypted_tally'));
    if (size.encrypted_tally !== tally.hash || hex(tally.text) !== tally.hash
        || size.num_tallied !== this.counted || size.total_weight !== this.counted) {
      throw new Fault(19, 'tally', 'its size is not that of the last ballots');
    }
    if (tally.text !== this.#lastBallots()) {
      throw new Fault(20, 'tally', 'it is not the product of the last ballots');
    }
    if (this.#lines.length > (this.#companionHeader ? 0 : 1) || this.#companionRest !== '') {
      throw this.#tooManyLines();
    }
    this.#isTallied = true;
    if (isShuffled(this.election)) this.toShuffle = tally.text;
    else this.tally = tally.text;
  }

  #tooManyLines() {
    return new Fault(26, 'companion', 'it has lines for ballots that are not in the archive');
  }

  async #checkShuffle([shuffle, owned]) {
    const where = `shuffle ${this.shuffles.length + 1}`;
    if (this.toShuffle === null) throw new Fault(4, where, 'the election has nothing to shuffle');
    const owner = this.#ownerOf(shuffle, owned, 32, where);
    this.toShuffle = await this.#checks.shuffle(
      this.toShuffle, shuffle.text, `${where}, trustee ${owner}`);
    this.shuffles.push({ owner, hash: shuffle.hash });
  }

  async #checkDecryption([decryption, owned]) {
    const where = `partial decryption ${this.#decryptions.size + 1}`;
    if (this.tally === null) throw new Fault(4, where, 'the answers were not shuffled before');
    const owner = this.#ownerOf(decryption, owned, 21, where);
    const place = `${where}, trustee ${owner}`;
    if (this.#decryptions.has(owner)) throw new Fault(21, place, 'it decrypted before');
    const key = encode(this.trustees.keys[owner - 1]);
    await this.#checks.decryption(this.tally, key, decryption.text, place);
    this.#decryptions.set(owner, decryption.text);
  }

  async #checkResult(document) {
    await this.#checks.result({
      trustees: this.#trusteesText,
      tally: this.tally,
      decryptions: [...this.#decryptions],
      counted: this.counted,
      result: document.text,
    });
    this.result = document.text;
  }

  /** The trustee, from 1, whose document it is. */
  #ownerOf(document, owned, check, where) {
    const { owner, payload } = demand(check, where, () => only(read(owned.text), 'owner payload'));
    if (payload !== document.hash) {
      throw new Fault(4, where, 'it names another document than the one before it');
    }
    return demand(check, where, () => integer(owner, 1, this.trustees.keys.length));
  }
}
