/**
 * Sends encrypted ballots until the server answers. A ballot that waits for the network is kept on
 * the device (unless others use it too), so that closing the page does not lose it; it is encrypted
 * and says nothing of the vote. Sending the same ballot twice counts once.
 */
import { askAsNobody, pause, Refused } from './page.js';

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 20_000;

export class Outbox {
  #key;
  #storage;
  #kept;

  /** @param {Storage|null} storage null on a shared device: nothing is written down */
  constructor(storage, assembly) {
    this.#storage = storage;
    this.#key = `zhijia outbox ${assembly}`;
    this.#kept = JSON.parse(storage?.getItem(this.#key) || '[]');
  }

  /** Ballots of an earlier visit that wait. @returns {{uuid, title, ballot, companion, tracker}[]} */
  get waiting() {
    return this.#kept;
  }

  /**
   * @param {{uuid: string, title: string, ballot: string, companion?: string, tracker: string}} one
   * @param {() => void} offline is called each time the network fails
   * @returns {Promise<{replaced?: boolean, again?: boolean}>} @throws {Refused}
   */
  async send(one, offline) {
    this.#keep([...this.#kept.filter(({ tracker }) => tracker !== one.tracker), one]);
    const { uuid, ballot, companion } = one;
    for (let wait = FIRST_WAIT; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
      try {
        const answer = await askAsNobody(`/api/polls/${uuid}/ballots`, { ballot, companion });
        this.#drop(one);
        return answer || {};
      } catch (failure) {
        // What the server understood and refused stays refused; anything else may pass later.
        const final = failure instanceof Refused && failure.status >= 400 && failure.status < 500
          && failure.status !== 408 && failure.status !== 429;
        if (final) {
          this.#drop(one);
          throw failure;
        }
        offline();
        await pause(wait);
      }
    }
  }

  #drop(one) {
    this.#keep(this.#kept.filter(({ tracker }) => tracker !== one.tracker));
  }

  #keep(list) {
    this.#kept = list;
    if (!this.#storage) return;
    if (list.length === 0) this.#storage.removeItem(this.#key);
    else this.#storage.setItem(this.#key, JSON.stringify(list));
  }

  /** Forgets everything. */
  wipe() {
    this.#kept = [];
    this.#storage?.removeItem(this.#key);
  }
}
