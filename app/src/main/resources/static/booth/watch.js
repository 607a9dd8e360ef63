/**
 * Follows one vote's archive while it grows and verifies what is new, in workers. The archive is
 * append-only: if what was read before is not there any more, that is a fault.
 */
import { Fault } from './archive.js';
import { isShuffled } from './election.js';
import { hexOf } from './hash.js';
import { checkersInWorkers } from './pool.js';
import { Verification } from './verify.js';

export class Watch {
  #verification = new Verification(checkersInWorkers());
  #archive = { path: '', read: 0, hash: '' };
  #companion = { path: '', read: 0, hash: '' };
  #busy = false;
  /** @type {Error|null} */
  fault = null;
  /** Ballots in the archive as last seen. */
  seen = -1;

  constructor(poll) {
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
      if (this.#companion.path) {
        this.#verification.pushCompanion(await this.#more(this.#companion));
      }
      await this.#verification.push(archive);
    } catch (failure) {
      if (!(failure instanceof TypeError)) this.fault = failure;
    } finally {
      this.#busy = false;
    }
  }

  async #more(file) {
    const answer = await fetch(file.path, { credentials: 'same-origin', cache: 'no-store' });
    if (!answer.ok) throw new TypeError('not there now');
    const all = new Uint8Array(await answer.arrayBuffer());
    if (file.read > 0 && await digest(all.subarray(0, file.read)) !== file.hash) {
      throw new Fault(3, file.path, 'what was read before was changed or taken away');
    }
    const more = all.subarray(file.read);
    file.read = all.length;
    file.hash = await digest(all);
    return more;
  }
}

async function digest(data) {
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', data)));
}
