/**
 * Follows one vote's archive while it grows and verifies what is new, in workers. The archive is
 * append-only: if what was read before is not there any more, that is a fault.
 *
 * A network that fails is no fault and leaves everything as it was. Whatever else goes wrong is
 * one, so that no archive hides behind an accident that looks like a lost connection.
 */
import { Fault } from './archive.js';
import { isShuffled } from './election.js';
import { hexOf } from './hash.js';
import { checkersInWorkers } from './pool.js';
import { Verification } from './verify.js';

/** The server cannot be reached now, or has not what was asked for. */
class Unreachable extends Error {}

export class Watch {
  #verification;
  #archive = { path: '', read: 0, hash: '' };
  #companion = { path: '', read: 0, hash: '' };
  #busy = false;
  /** @type {Error|null} */
  fault = null;
  /** Ballots in the archive as last seen. */
  seen = -1;

  /**
   * @param {{uuid: string, fingerprint: string, archive: string, companion: string|null}} poll
   * @param {string} trustees exact text of the key that the scrutineers made
   */
  constructor(poll, trustees, checks = checkersInWorkers()) {
    const { uuid, fingerprint } = poll;
    this.#verification = new Verification(checks, { uuid, fingerprint, trustees });
    this.#archive.path = poll.archive;
    this.#companion.path = poll.companion;
  }

  get checked() {
    return this.#verification.checked;
  }

  get waiting() {
    return this.#verification.waiting;
  }

  get counted() {
    return this.#verification.counted;
  }

  /** Credentials that can vote. */
  get listed() {
    return this.#verification.listed;
  }

  get tally() {
    return this.fault ? null : this.#verification.tally;
  }

  get toShuffle() {
    return this.fault ? null : this.#verification.toShuffle;
  }

  get shuffles() {
    return this.#verification.shuffles;
  }

  get result() {
    return this.fault ? null : this.#verification.result;
  }

  get election() {
    return this.#verification.election;
  }

  /** The election, exact text. */
  get document() {
    return this.#verification.document;
  }

  /** Whether something is shuffled before it is decrypted. */
  get isShuffled() {
    const { election } = this.#verification;
    return election !== null && isShuffled(election);
  }

  get trustees() {
    return this.#verification.trustees;
  }

  /** Reads what is new. Failures of the network pass; a fault stays. */
  async look() {
    if (this.#busy || this.fault) return;
    this.#busy = true;
    try {
      // A ballot whose companion line is not there yet waits for the next look.
      const archive = await this.#more(this.#archive);
      const companion = this.#companion.path ? await this.#more(this.#companion) : null;
      // Both are there: from here on they count as read.
      Object.assign(this.#archive, archive.now);
      Object.assign(this.#companion, companion?.now);
      if (companion) this.#verification.pushCompanion(companion.more);
      await this.#verification.push(archive.more);
    } catch (failure) {
      if (!(failure instanceof Unreachable)) this.fault = failure;
    } finally {
      this.#busy = false;
    }
  }

  /** What is new in a file, and how far it is read if that is taken. */
  async #more(file) {
    const all = await bytesOf(file.path);
    if (file.read > 0 && await digest(all.subarray(0, file.read)) !== file.hash) {
      throw new Fault(3, file.path, 'what was read before was changed or taken away');
    }
    const now = { read: all.length, hash: await digest(all) };
    return { more: all.subarray(file.read), now };
  }
}

async function bytesOf(path) {
  try {
    const answer = await fetch(path, { credentials: 'same-origin', cache: 'no-store' });
    if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
  } catch {
    // falls through: no network, or it broke off
  }
  throw new Unreachable('not there now');
}

async function digest(data) {
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', data)));
}
