/**
 * JSON in the one form that hashes depend on: no space, fields in the order in which they were put
 * into the object, raw UTF-8, only `"`, `\` and control characters (with U+007F) escaped.
 *
 * Source: docs/spec/ballot.md, section 2.
 */

/** A text that is not what it should be. Not an accident: refuse it and say so. */
export class Malformed extends Error {}

/** @returns {string} canonical form of plain objects, lists, texts, numbers and booleans */
export function write(value) {
  return JSON.stringify(value).replace(/\x7f/g, '\\u007f');
}

/** Limits of docs/spec/ballot.md, section 9; as many values as organisers' documents may have. */
const DEEPEST = 16;
const LONGEST_TEXT = 1 << 20;
const MOST_VALUES = 1 << 22;

const HALF_A_LETTER = /\p{Surrogate}/u;
const BARE = /[^\s,:[\]{}"]+/y;
const BLANKS = /[ \t\n\r]*/y;

/**
 * Reads a document that other programs read too, as strictly as they do: no field twice, whole
 * numbers without point or exponent, no `null`, no half letters, not too deep. What one program
 * takes and another refuses, or reads in another way, would let the two see different elections
 * behind one hash.
 *
 * @param {string} text @returns {any} @throws {Malformed}
 */
export function read(text) {
  const isWanted = (bare) => /^(?:true|false|-?(?:0|[1-9][0-9]*))$/.test(bare);
  return parse(text, { isWanted, longest: LONGEST_TEXT });
}

/**
 * Reads a text that only people and this page look at, perhaps with whole documents in it: any JSON,
 * but no field twice.
 */
export function readLoosely(text) {
  return parse(text, { isWanted: () => true, longest: Infinity });
}

/** @param {{isWanted: (bare: string) => boolean, longest: number}} rules */
function parse(text, rules) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Malformed('not JSON');
  }
  demandStrict(text, rules);
  return value;
}

/** Walks over a text that is JSON and refuses what `JSON.parse` passes over in silence. */
function demandStrict(text, { isWanted, longest }) {
  if (HALF_A_LETTER.test(text)) throw new Malformed('half a letter (a lone surrogate)');
  const open = []; // for each object that is not closed its fields so far, for each list null
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '}' || sign === ']') {
      open.pop();
      continue;
    }
    if (sign === ',' || sign === ':' || /\s/.test(sign)) continue;
    if (++values > MOST_VALUES) throw new Malformed('too many values');
    if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : null);
      if (open.length > DEEPEST) throw new Malformed('nested too deep');
    } else if (sign === '"') {
      const end = endOfText(text, at);
      const said = wordOf(text.slice(at, end), longest);
      at = end - 1;
      if (text[end + lengthOf(BLANKS, text, end)] === ':') {
        values--;
        demandNew(open.at(-1), said);
      }
    } else {
      const length = lengthOf(BARE, text, at);
      const bare = text.slice(at, at + length);
      if (!isWanted(bare)) throw new Malformed('neither null nor fractions are expected here');
      at += length - 1;
    }
  }
}

function lengthOf(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text)[0].length;
}

/** Where the text that begins here has ended: behind the first quote with no odd `\` before it. */
function endOfText(text, from) {
  for (let at = from + 1; ; at++) {
    at = text.indexOf('"', at);
    let escapes = 0;
    while (text[at - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 0) return at + 1;
  }
}

function wordOf(quoted, longest) {
  const word = quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1);
  if (word.length > longest) throw new Malformed('a text is too long');
  if (HALF_A_LETTER.test(word)) throw new Malformed('half a letter (a lone surrogate)');
  return word;
}

function demandNew(fields, name) {
  if (fields.has(name)) throw new Malformed('the field ' + name + ' comes twice');
  fields.add(name);
}

/**
 * An object with exactly these fields, each there unless it ends in `?`.
 *
 * @param {any} node @param {string} names separated by spaces @returns {any} the node
 */
export function only(node, names) {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) {
    throw new Malformed('an object is expected');
  }
  const allowed = new Map(names.split(' ').map((n) => [n.replace('?', ''), n.endsWith('?')]));
  for (const name of Object.keys(node)) {
    if (!allowed.has(name)) throw new Malformed('unknown field ' + name);
  }
  for (const [name, optional] of allowed) {
    if (!optional && !Object.hasOwn(node, name)) throw new Malformed('no field ' + name);
  }
  return node;
}

/** A list of exactly this many items (any number if not given). @returns {any[]} */
export function items(node, count) {
  if (!Array.isArray(node)) throw new Malformed('a list is expected');
  if (count !== undefined && node.length !== count) {
    throw new Malformed(`${count} items are expected, not ${node.length}`);
  }
  return node;
}

/** @returns {string} */
export function text(node) {
  if (typeof node !== 'string') throw new Malformed('a text is expected');
  return node;
}

/** @returns {number} a whole number within bounds */
export function integer(node, min, max) {
  if (!Number.isInteger(node) || node < min || node > max) {
    throw new Malformed(`a number from ${min} to ${max} is expected`);
  }
  return node;
}
