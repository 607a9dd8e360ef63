/**
 * Secret orders, every one with the same chance.
 *
 * Source: Belenios specification 3.1, table 2 (Fisher and Yates); Permutation in `ballot/`.
 */
const MOST = 2n ** 63n - 1n;

/**
 * @param {number} size @param {import('./group.js').Randomness} random
 * @returns {number[]} place i takes what was at the i-th of these places, from 0
 */
export function order(size, random) {
  const rest = Array.from({ length: size }, (_, i) => i);
  return rest.map((_, i) => {
    const k = i + below(size - i, random);
    const place = rest[k];
    rest[k] = rest[i];
    return place;
  });
}

/**
 * A uniform number below a bound: numbers beyond the last whole multiple of the bound are thrown
 * away, since their remainders would make the small ones likelier.
 */
function below(bound, random) {
  const bytes = new Uint8Array(8);
  const multiple = MOST - (MOST % BigInt(bound));
  for (;;) {
    random(bytes);
    const number = new DataView(bytes.buffer).getBigUint64(0) & MOST;
    if (number < multiple) return Number(number % BigInt(bound));
  }
}
