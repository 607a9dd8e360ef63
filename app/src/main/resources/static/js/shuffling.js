// Write-ins on a scrutineer's page: they lose their order before they are decrypted. Whose turn it
// is, the work in a worker, and what this device remembers of it.
import { hex } from '../booth/hash.js';
import { make, say } from '../booth/page.js';

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
 * @param {boolean} ready whether this device has verified what is to be shuffled
 * @param {() => object} button makes the one that starts
 */
export function shufflingParts(poll, { names, me }, ready, button) {
  const { places, needed } = poll.shuffles;
  const done = places.includes(me);
  const soFar = done ? say('shuffle-mine', places.length, needed)
    : places.length > 0 ? say('shuffle-by', named(places, names), needed) : say('shuffle-none', needed);
  const parts = [make('p', {}, say('shuffle-why')), make('p', { role: 'status' }, soFar)];
  if (done || !ready) return parts;
  if (!boxes.has(poll.uuid)) boxes.set(poll.uuid, box(poll.uuid, button));
  return [...parts, boxes.get(poll.uuid)];
}

/** What remains to be seen once enough have shuffled. */
export function shuffledParts({ shuffles }, { names }) {
  return shuffles ? [make('p', {}, say('shuffle-done', named(shuffles.places, names)))] : [];
}

const named = (places, names) => places.map((place) => names[place - 1]).join(say('comma'));

function box(uuid, button) {
  const id = 'shuffling-' + uuid;
  return make('div', {}, button(),
    make('div', { hidden: '' }, make('label', { for: id }, say('shuffling')),
      make('progress', { id, max: 1, value: 0 })));
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

const memory = (uuid) => `zhijia shuffle ${uuid}`;

/**
 * Shuffles what was verified and hands it in. Nothing is lost if this ends half way: what was not
 * taken is made anew.
 *
 * @param {object} watch which has verified the archive @param {string} uuid
 * @param {(sent: {base: string, text: string}) => Promise<any>} send
 */
export async function shuffleAndSend({ document, toShuffle }, uuid, send) {
  const text = await shuffled(uuid, document, toShuffle);
  localStorage.setItem(memory(uuid), `sent ${hex(text)}`);
  await send({ base: hex(toShuffle), text });
  localStorage.setItem(memory(uuid), `taken ${hex(text)}`);
}

/**
 * Looks, before anything is decrypted, whether enough different scrutineers have shuffled; and that
 * what this device has shuffled is among it, since the archive says who shuffled and cannot prove
 * it: a server that shuffled in the scrutineers' names would know the order.
 *
 * @param {{owner: number, hash: string}[]} shuffles of the verified archive
 * @throws {Stop}
 */
export function demandShuffled(shuffles, uuid, me, needed) {
  if (new Set(shuffles.map(({ owner }) => owner)).size < needed) throw new Stop(say('shuffle-few'));
  const [state, hash] = (localStorage.getItem(memory(uuid)) ?? '').split(' ');
  const mine = shuffles.find(({ owner }) => owner === me);
  const another = hash && mine && mine.hash !== hash;
  if (another || (state === 'taken' && !mine)) throw new Stop(say('shuffle-missing'));
}
