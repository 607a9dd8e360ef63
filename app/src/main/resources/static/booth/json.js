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

/** @param {string} text @returns {any} */
export function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Malformed('not JSON');
  }
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
