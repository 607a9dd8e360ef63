/**
 * What the pages of booth, scrutiny and slips share: their texts (which stand translated in a
 * template of the page), elements, and requests.
 */

const texts = new Map();

/** @param {string} key @param {...(string|number)} given for {0}, {1} … @returns {string} */
export function say(key, ...given) {
  if (texts.size === 0) {
    document.querySelectorAll('template[data-texts]').forEach((template) => {
      template.content.querySelectorAll('[data-key]').forEach((one) => {
        texts.set(one.dataset.key, one.textContent);
      });
    });
  }
  const text = texts.get(key) ?? key;
  return text.replace(/\{(\d)\}/g, (_, i) => String(given[Number(i)]));
}

/** @returns {any} */
export function find(selector, within = document) {
  return within.querySelector(selector);
}

/**
 * Makes an element: `make('p', {class: 'cite'}, 'text', child)`. Text is text, never markup.
 *
 * @returns {any}
 */
export function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined && value !== null) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** An election's fingerprint in groups of four letters, for comparing by eye; copied it is whole. */
export function printed(fingerprint) {
  const groups = fingerprint.match(/.{1,4}/g).map((letters) => make('span', {}, letters));
  return make('code', { class: 'print' }, ...groups);
}

/** Shows one of the page's steps and moves the reader there. */
export function showStep(name) {
  document.querySelectorAll('[data-step]').forEach((section) => {
    section.hidden = section.dataset.step !== name;
  });
  window.scrollTo(0, 0);
  find(`[data-step="${name}"] h1`)?.focus({ preventScroll: true });
}

/** Shows what went wrong, or takes it away. */
export function alertOf(text) {
  const box = find('[data-alert]');
  box.hidden = !text;
  find('p', box).textContent = text || '';
  if (text) box.scrollIntoView({ block: 'nearest' });
}

/** The server refused, for a reason that it names in the reader's language. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || String(status));
    this.status = status;
    this.key = problem.key;
  }
}

/**
 * @param {string} path @param {RequestInit} options
 * @returns {Promise<any>} the answer's JSON, or null @throws {Refused} or TypeError if there is no
 *     network
 */
export async function ask(path, options = {}) {
  const answer = await fetch(path, options);
  const isJson = (answer.headers.get('Content-Type') || '').includes('json');
  const body = isJson ? await answer.json() : null;
  if (!answer.ok) throw new Refused(answer.status, body || {});
  return body;
}

/** A request in the name of nobody: no cookie goes along. */
export function askAsNobody(path, given) {
  const options = { credentials: 'omit', cache: 'no-store' };
  return ask(path, given === undefined ? options : { ...options, ...posting(given) });
}

/** A request of the person who is signed in. */
export function askAsMyself(path, given) {
  const token = find('meta[name=csrf]')?.content;
  const options = { credentials: 'same-origin', cache: 'no-store' };
  if (given === undefined) return ask(path, options);
  const { headers, ...rest } = posting(given);
  return ask(path, { ...options, ...rest, headers: { ...headers, 'X-CSRF-TOKEN': token } });
}

function posting(given) {
  const headers = { 'Content-Type': 'application/json' };
  return { method: 'POST', headers, body: JSON.stringify(given) };
}

/** A link that saves a text as a file. */
export function saving(name, content, label) {
  const file = new Blob([content], { type: 'application/json' });
  return make('a', { class: 'button quiet', href: URL.createObjectURL(file), download: name }, label);
}

/** @param {number} milliseconds */
export function pause(milliseconds) {
  return new Promise((resolve) => { setTimeout(resolve, milliseconds); });
}
