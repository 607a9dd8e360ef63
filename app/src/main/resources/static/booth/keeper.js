/**
 * What a scrutineer's device keeps for one meeting: the seed, and how far its owner has come. The
 * seed stays in this browser's storage until the meeting's keys are destroyed.
 */
export class Keeper {
  #prefix;

  constructor(storage, assembly) {
    this.storage = storage;
    this.#prefix = `zhijia scrutiny ${assembly} `;
  }

  get seed() {
    return this.storage.getItem(this.#prefix + 'seed');
  }

  set seed(seed) {
    this.storage.setItem(this.#prefix + 'seed', seed);
  }

  /** Whether the owner says that the backup is kept. */
  get backedUp() {
    return this.storage.getItem(this.#prefix + 'backed up') === 'yes';
  }

  set backedUp(yes) {
    this.storage.setItem(this.#prefix + 'backed up', yes ? 'yes' : 'no');
  }

  /** The comparison code that the scrutineers found equal. */
  get compared() {
    return this.storage.getItem(this.#prefix + 'compared');
  }

  set compared(code) {
    this.storage.setItem(this.#prefix + 'compared', code);
  }
}
