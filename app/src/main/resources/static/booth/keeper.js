/**
 * What a scrutineer's device keeps for one meeting: the seed, and how far its owner has come. The
 * seed stays in this browser's storage until the meeting has ended and its owner removes it.
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

  /**
   * Whether the seed was made elsewhere, as far as is known: then this device does not know all that
   * it was used for.
   */
  get restored() {
    return this.storage.getItem(this.#prefix + 'restored') !== 'no';
  }

  make(seed) {
    this.storage.setItem(this.#prefix + 'restored', 'no');
    this.seed = seed;
    this.backedUp = false;
  }

  restore(seed) {
    this.storage.setItem(this.#prefix + 'restored', 'yes');
    this.seed = seed;
    this.backedUp = true;
  }

  /** Removes all of this; what was shuffled and decrypted is remembered elsewhere, as hashes. */
  forget() {
    for (const name of ['seed', 'backed up', 'restored', 'compared']) {
      this.storage.removeItem(this.#prefix + name);
    }
  }

  /** The comparison code that the scrutineers found equal. */
  get compared() {
    return this.storage.getItem(this.#prefix + 'compared');
  }

  set compared(code) {
    this.storage.setItem(this.#prefix + 'compared', code);
  }
}
