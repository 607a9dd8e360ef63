/**
 * What a threshold ceremony publishes, and everything that must hold of it: certificates,
 * signatures, coefficients and verification keys fit together (check 7), and so does the election's
 * key (check 8).
 *
 * Source: docs/spec/ballot.md, sections 6 and 8; Belenios specification 3.1, sections 4.5 to 4.7.
 */
import { decode, encode, mod, NEUTRAL, publicPower, same } from './group.js';
import { integer, items, Malformed, only, read, text, write } from './json.js';
import { holds, isSigned } from './schnorr.js';

const MOST_TRUSTEES = 64;

/** Reads a certificate; whether it is signed is for the caller to check. */
export function readCertificate(node) {
  only(node, 'message signature');
  const keys = only(read(text(node.message)), 'context verification encryption');
  const context = only(keys.context, 'group size threshold index');
  integer(context.size, 1, MOST_TRUSTEES);
  integer(context.threshold, 1, context.size);
  integer(context.index, 1, context.size);
  text(context.group);
  return {
    message: node.message,
    signature: node.signature,
    context,
    verification: decode(keys.verification),
    encryption: decode(keys.encryption),
  };
}

/** The powers A_ik of a signed message `{"coefexps":[…]}`. */
export function coefficientPowers(message, threshold) {
  return items(only(read(text(message)), 'coefexps').coefexps, threshold).map(decode);
}

/** g^(Σ_i f_i(index)) from the published powers of the polynomials f_i. */
export function publicShare(powers, index) {
  let product = NEUTRAL;
  for (const ofOne of powers) {
    let exponent = 1n;
    for (const coefficient of ofOne) {
      product = product.add(publicPower(coefficient, exponent));
      exponent = mod(exponent * BigInt(index));
    }
  }
  return product;
}

/** Throws unless everything holds of the published parameters. @returns its factor of the key */
export function demandThresholdKey(node) {
  only(node, 'threshold certs coefexps signatures verification_keys');
  const n = integer(items(node.certs).length, 1, MOST_TRUSTEES);
  const threshold = integer(node.threshold, 1, n);
  const certificates = node.certs.map(readCertificate);
  const messages = items(node.coefexps, n).map((one) => only(one, 'message signature'));
  const powers = messages.map(({ message }) => coefficientPowers(message, threshold));
  items(node.signatures, n);
  items(node.verification_keys, n);
  certificates.forEach((certificate, i) => {
    const fault = faultOf({ node, certificate, powers, threshold }, i);
    if (fault) throw new Malformed(`trustee ${i + 1} of the threshold: ${fault}`);
  });
  return powers.reduce((product, ofOne) => product.add(ofOne[0]), NEUTRAL);
}

function faultOf({ node, certificate, powers, threshold }, i) {
  const { verification, context } = certificate;
  const { group, size, threshold: t, index } = context;
  if (group !== 'Ed25519' || size !== powers.length || t !== threshold || index !== i + 1) {
    return 'the certificate is for another place or another ceremony';
  }
  if (!isSigned(verification, certificate.message, certificate.signature)) {
    return 'the certificate\'s signature does not hold';
  }
  if (!isSigned(verification, node.coefexps[i].message, node.coefexps[i].signature)) {
    return 'the signature over the coefficients does not hold';
  }
  const all = 'certs_sig|' + write({ certs: node.certs, coefexps: powers[i].map(encode) });
  if (!isSigned(verification, all, node.signatures[i])) {
    return 'the signature over all certificates does not hold';
  }
  const share = readPublicKey(node.verification_keys[i]);
  if (!share.signature || !isSigned(verification, encode(share.key), share.signature)) {
    return 'the share is not signed by its owner';
  }
  return same(share.key, publicShare(powers, i + 1))
    ? null : 'the share does not fit the published coefficients';
}

/** Reads a trustee's public key and checks the proof that its owner knows the secret. */
function readPublicKey(node) {
  only(node, 'pok public_key signature? name?');
  const key = decode(node.public_key);
  if (!holds(`pok|Ed25519|${node.public_key}|`, key, node.pok)) {
    throw new Malformed('the proof of knowledge of a trustee\'s key does not hold');
  }
  return { key, signature: node.signature };
}

/**
 * Reads an election's trustees and checks all that must hold of them.
 *
 * @param {string} document
 * @returns {{key: object, keys: object[], groups: {size: number, needed: number}[]}} y, each
 *     trustee's public key, and in order how many trustees stand together and how many of them are
 *     needed: 1 of 1 where a trustee is mandatory
 */
export function readTrustees(document) {
  const list = items(read(document)).map((item) => items(item, 2));
  if (list.length === 0) throw new Malformed('an election needs at least one trustee');
  let key = NEUTRAL;
  const keys = [];
  const groups = [];
  for (const [kind, node] of list) {
    if (kind === 'Single') {
      groups.push({ size: 1, needed: 1 });
      keys.push(readPublicKey(node).key);
      key = key.add(keys.at(-1));
    } else if (kind === 'Pedersen') {
      key = key.add(demandThresholdKey(node));
      groups.push({ size: node.certs.length, needed: node.threshold });
      node.verification_keys.forEach((one) => keys.push(decode(one.public_key)));
    } else {
      throw new Malformed('neither "Single" nor "Pedersen"');
    }
  }
  return { key, keys, groups };
}
