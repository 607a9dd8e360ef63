/**
 * The ceremony in which trustees make a key that any `threshold` of them can use and nobody ever
 * holds whole.
 *
 * 1. Each makes a seed and a certificate (seed.js).
 * 2. When all certificates are there, each makes its polynomial.
 * 3. When all polynomials are there, each makes its share, checking what the others sent it.
 * 4. Anyone puts together the public key.
 *
 * Each step takes all messages of the step before and checks them, so that it does not matter who
 * carried them. All messages are exact texts, in the order of the trustees' indices.
 *
 * Source: Belenios specification 3.1, sections 3.1.1 and 4.6 (Pedersen 1991).
 */
import { receive, send } from './channel.js';
import { decode, encode, G, mod, power, randomScalar, same, scalar, secure } from './group.js';
import { items, Malformed, only, read, text, write } from './json.js';
import { isSigned, prove, sign } from './schnorr.js';
import { decryptionKey, signingKey } from './seed.js';
import { coefficientPowers, demandThresholdKey, publicShare, readCertificate } from './threshold.js';

const GROUP = 'Ed25519';

/** The ceremony cannot go on: by whom (index from 1, or 0), and why. A disturbed key is not used. */
export class CeremonyFault extends Error {
  constructor(trustee, reason) {
    super(reason);
    this.trustee = trustee;
  }
}

/** Runs a check; what it refuses is trustee i's fault. */
function of(trustee, check) {
  try {
    return check();
  } catch (refused) {
    throw refused instanceof Malformed ? new CeremonyFault(trustee, refused.message) : refused;
  }
}

/**
 * Checks that the certificates are those of one ceremony.
 *
 * @param {string[]} texts of all trustees @returns {object[]} read certificates
 */
export function readCertificates(texts) {
  if (texts.length === 0) throw new CeremonyFault(0, 'there are no certificates');
  const certificates = texts.map((one, i) => of(i + 1, () => readCertificate(read(one))));
  const { threshold } = certificates[0].context;
  certificates.forEach((certificate, i) => {
    const { group, size, threshold: t, index } = certificate.context;
    if (group !== GROUP || size !== texts.length || t !== threshold || index !== i + 1) {
      throw new CeremonyFault(i + 1, 'the certificate is for another place or another ceremony');
    }
    if (!isSigned(certificate.verification, certificate.message, certificate.signature)) {
      throw new CeremonyFault(i + 1, 'the certificate\'s signature does not hold');
    }
  });
  const keys = new Set(certificates.map(({ verification }) => encode(verification)));
  if (keys.size !== texts.length) throw new CeremonyFault(0, 'two certificates have the same key');
  return certificates;
}

/**
 * Demands that the certificates say what people read on their screens: how many of them open a box
 * together. The server asks for certificates and could ask for another number than it shows.
 *
 * @param {object[]} certificates read @param {{size: number, threshold: number}} shown
 */
export function demandRule(certificates, { size, threshold }) {
  const { size: of, threshold: needed } = certificates[0].context;
  if (of !== size || needed !== threshold) {
    throw new CeremonyFault(0, `the certificates say that ${needed} of ${of} open a box`);
  }
}

/** The index of this seed's certificate, from 1. */
function indexOf(seed, certificates) {
  const verification = power(G, signingKey(seed));
  const encryption = power(G, decryptionKey(seed));
  const at = certificates.findIndex(
    (one) => same(one.verification, verification) && same(one.encryption, encryption));
  if (at < 0) throw new CeremonyFault(0, 'this trustee\'s certificate is not among them');
  return at + 1;
}

function certificatesMessage(certificates, powers) {
  const certs = certificates.map(({ message, signature }) => ({ message, signature }));
  return 'certs_sig|' + write({ certs, coefexps: powers.map(encode) });
}

/** This trustee's message of the second round. @returns {Promise<string>} exact text */
export async function makePolynomial(seed, certificateTexts, random = secure) {
  const certificates = readCertificates(certificateTexts);
  const me = indexOf(seed, certificates);
  const key = signingKey(seed);
  const { threshold } = certificates[0].context;
  const coefficients = Array.from({ length: threshold }, () => randomScalar(random));
  const powers = coefficients.map((coefficient) => power(G, coefficient));
  const secrets = [];
  for (const { context, encryption } of certificates) {
    const secret = evaluate(coefficients, BigInt(context.index)).toString();
    secrets.push(await send(key, encryption, write({ secret }), random));
  }
  const own = write({ polynomial: coefficients.map(String) });
  const polynomial = await send(key, certificates[me - 1].encryption, own, random);
  const message = write({ coefexps: powers.map(encode) });
  return write({
    polynomial,
    secrets,
    coefexps: { message, signature: sign(key, message, random) },
    signature: sign(key, certificatesMessage(certificates, powers), random),
  });
}

function evaluate(coefficients, x) {
  return coefficients.reduceRight((value, coefficient) => mod(value * x + coefficient), 0n);
}

/** Reads the second round's messages and checks what can be seen of them from outside. */
function readPolynomials(certificates, texts) {
  if (texts.length !== certificates.length) {
    throw new CeremonyFault(0, 'a polynomial of every trustee is needed');
  }
  return texts.map((one, i) => of(i + 1, () => {
    const node = only(read(one), 'polynomial secrets coefexps signature');
    const { verification, context } = certificates[i];
    only(node.coefexps, 'message signature');
    const powers = coefficientPowers(node.coefexps.message, context.threshold);
    const secrets = items(node.secrets, certificates.length);
    const all = certificatesMessage(certificates, powers);
    if (!isSigned(verification, node.coefexps.message, node.coefexps.signature)
        || !isSigned(verification, all, node.signature)) {
      throw new Malformed('the polynomial is not signed for this ceremony');
    }
    return { coefexps: node.coefexps, signature: node.signature, secrets, powers };
  }));
}

/**
 * This trustee's message of the third round, made after checking all of the second.
 *
 * @returns {Promise<string>} exact text
 */
export async function makeShare(seed, certificateTexts, polynomialTexts, random = secure) {
  const certificates = readCertificates(certificateTexts);
  const me = indexOf(seed, certificates);
  const polynomials = readPolynomials(certificates, polynomialTexts);
  let share = 0n;
  for (let i = 0; i < polynomials.length; i++) {
    share = mod(share + await secretFrom(seed, me, certificates[i], polynomials[i]));
  }
  const key = power(G, share);
  const pok = prove(`pok|${GROUP}|${encode(key)}|`, share, random);
  const signature = sign(signingKey(seed), encode(key), random);
  const { encryption } = certificates[me - 1];
  const message = write({ decryption_key: share.toString() });
  return write({
    private_key: await send(signingKey(seed), encryption, message, random),
    public_key: { pok, public_key: encode(key), signature },
  });
}

/** What a trustee sent to me, checked against its published powers. */
async function secretFrom(seed, me, { context, verification }, { secrets, powers }) {
  let value;
  try {
    const message = await receive(decryptionKey(seed), verification, secrets[me - 1]);
    value = scalar(only(read(message), 'secret').secret);
  } catch (refused) {
    if (!(refused instanceof Malformed)) throw refused;
    throw new CeremonyFault(context.index, 'the secret sent to me: ' + refused.message);
  }
  if (!same(power(G, value), publicShare([powers], me))) {
    throw new CeremonyFault(context.index, 'the secret sent to me does not fit its coefficients');
  }
  return value;
}

/** The public parameters, checked as any verifier will check them. @returns {string} exact text */
export function thresholdKey(certificateTexts, polynomialTexts, shareTexts) {
  const certificates = readCertificates(certificateTexts);
  const polynomials = readPolynomials(certificates, polynomialTexts);
  if (shareTexts.length !== certificates.length) {
    throw new CeremonyFault(0, 'a share of every trustee is needed');
  }
  const key = {
    threshold: certificates[0].context.threshold,
    certs: certificates.map(({ message, signature }) => ({ message, signature })),
    coefexps: polynomials.map(({ coefexps }) => coefexps),
    signatures: polynomials.map(({ signature }) => signature),
    verification_keys: shareTexts.map((one, i) =>
      of(i + 1, () => only(read(one), 'private_key public_key').public_key)),
  };
  of(0, () => demandThresholdKey(key));
  return write(key);
}

/** Opens this trustee's share of the key, for decryption. @returns {Promise<bigint>} a secret */
export async function openShare(seed, shareText) {
  const share = only(read(shareText), 'private_key public_key');
  const me = power(G, signingKey(seed));
  const message = await receive(decryptionKey(seed), me, text(share.private_key));
  const key = scalar(only(read(message), 'decryption_key').decryption_key);
  if (!same(power(G, key), decode(share.public_key.public_key))) {
    throw new Malformed('the opened share is not that of its public key');
  }
  return key;
}
