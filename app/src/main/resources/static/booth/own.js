/**
 * The credential that a voter made on this device, for one meeting; it stays in this browser's
 * storage until a page of the meeting is opened after its end.
 */
export class OwnCredential {
  #key;

  constructor(storage, assembly) {
    this.storage = storage;
    this.#key = `zhijia credential ${assembly}`;
  }

  /** @returns {string|null} in the form of slips */
  get secret() {
    return this.storage.getItem(this.#key);
  }

  set secret(secret) {
    this.storage.setItem(this.#key, secret);
  }

  forget() {
    this.storage.removeItem(this.#key);
  }
}
