// Write-ins on a scrutineer's page: they lose their order before they are decrypted. Whose turn it
// is, the work in a worker, and what this device remembers of it.
import { hex } from '../booth/hash.js';
import { find, make, say } from '../booth/page.js';

/** By vote, the element with the button and the progress: it outlives the drawing of its card. */
const boxes = new Map();

/** A scrutineer's device refuses to go on. */
export class Stop extends Error {}

/** Whether this vote is shuffled and waits for it. */
export function isShuffling(poll) {
  return poll.state === 'closed' && Boolean(poll.shuffles)
    && poll.shuffles.places.length < poll.shuffles.needed;
}

/**
 * What a scrutineer sees and can do meanwhile.
 *
 * @param {object} poll a vote of the state @param {{names: string[], me: number}} who
 * @param {boolean} ready whether this device has verified what is to be shuffled; what was offered
 *     once stays meanwhile
 * @param {() => object} button makes the one that starts
 */
export function shufflingParts(poll, { names, me }, ready, button) {
  const { places, needed } = poll.shuffles;
  const done = places.includes(me);
  const made = new Memory(poll.uuid).sent.length > 0;
  const soFar = done ? say(made ? 'shuffle-mine' : 'shuffle-claimed', places.length, needed)
    : places.length > 0 ? say('shuffle-by', named(places, names), needed) : say('shuffle-none', needed);
  const parts = [make('p', {}, say('shuffle-why')), make('p', { role: 'status' }, soFar)];
  if (done) return parts;
  if (ready && !boxes.has(poll.uuid)) boxes.set(poll.uuid, box(poll.uuid, button));
  return boxes.has(poll.uuid) ? [...parts, boxes.get(poll.uuid)] : parts;
}

/**
 * What remains to be seen once enough have shuffled.
 *
 * @param {{owner: number}[]} shuffles of the verified archive
 */
export function shuffledParts(shuffles, { names }) {
  const owners = shuffles.map(({ owner }) => owner);
  return owners.length > 0 ? [make('p', {}, say('shuffle-done', named(owners, names)))] : [];
}

const named = (places, names) => places.map((place) => names[place - 1]).join(say('comma'));

function box(uuid, button) {
  const id = 'shuffling-' + uuid;
  return make('div', {}, button(), make('p', { role: 'status' }),
    make('div', { hidden: '' }, make('label', { for: id }, say('shuffling')),
      make('progress', { id, max: 1, value: 0 })));
}

/** Says beside the button how the shuffle goes. */
export function tellOfShuffling(uuid, text) {
  find('[role=status]', boxes.get(uuid)).textContent = text;
}

/**
 * Shuffles in a worker and shows how far it is.
 *
 * @param {string} election exact text @param {string} tally exact text
 * @returns {Promise<string>} exact text of the shuffle
 */
function shuffled(uuid, election, tally) {
  const { lastElementChild: shown } = boxes.get(uuid);
  const bar = shown.querySelector('progress');
  bar.value = 0;
  shown.hidden = false;
  const address = new URL('../booth/shuffle-worker.js', import.meta.url);
  const worker = new Worker(address, { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data: { done, of, shuffle, error } }) => {
      if (shuffle) resolve(shuffle);
      else if (error) reject(new Stop(error));
      else bar.value = done / of;
    };
    worker.onerror = () => reject(new Stop(say('shuffle-crashed')));
    worker.postMessage({ election, tally });
  }).finally(() => {
    worker.terminate();
    shown.hidden = true;
  });
}

/**
 * What this device has shuffled of a vote: the hash of each, of which the server took one at most,
 * and whether it is known to have taken one.
 */
class Memory {
  #key;

  constructor(uuid) {
    this.#key = `zhijia shuffle ${uuid}`;
  }

  #read() {
    return JSON.parse(localStorage.getItem(this.#key) ?? '{"sent":[],"taken":false}');
  }

  get sent() {
    return this.#read().sent;
  }

  get taken() {
    return this.#read().taken;
  }

  send(hash) {
    const { sent, taken } = this.#read();
    localStorage.setItem(this.#key, JSON.stringify({ sent: [...sent, hash], taken }));
  }

  take() {
    localStorage.setItem(this.#key, JSON.stringify({ sent: this.sent, taken: true }));
  }
}

/**
 * Shuffles what was verified and hands it in. If this ends half way it is made anew; whichever the
 * server took, this device knows its hash.
 *
 * @param {object} watch which has verified the archive @param {string} uuid
 * @param {(sent: {base: string, text: string}) => Promise<any>} send
 */
export async function shuffleAndSend({ document, toShuffle }, uuid, send) {
  const memory = new Memory(uuid);
  if (memory.taken) throw new Stop(say('shuffle-missing'));
  const text = await shuffled(uuid, document, toShuffle);
  memory.send(hex(text));
  await send({ base: hex(toShuffle), text });
  memory.take();
}

/**
 * Looks, before anything is decrypted, whether enough different scrutineers have shuffled; and that
 * what stands under this scrutineer's number was made by this scrutineer. The archive says who
 * shuffled and cannot prove it, and a server that shuffled in the scrutineers' names would know the
 * order: so nobody decrypts over a shuffle of her own that she has not made.
 *
 * @param {{owner: number, hash: string}[]} shuffles of the verified archive
 * @param {() => boolean} elsewhere asks whether it was made on another device
 * @throws {Stop}
 */
export function demandShuffled(shuffles, uuid, me, needed, elsewhere) {
  if (new Set(shuffles.map(({ owner }) => owner)).size < needed) throw new Stop(say('shuffle-few'));
  const { sent, taken } = new Memory(uuid);
  const mine = shuffles.find(({ owner }) => owner === me);
  const another = mine && sent.length > 0 && !sent.includes(mine.hash);
  if (another || (taken && !mine)) throw new Stop(say('shuffle-missing'));
  if (mine && sent.length === 0 && !elsewhere()) throw new Stop(say('shuffle-not-mine'));
}
