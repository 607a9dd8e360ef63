/**
 * Messages between trustees that only the addressee can read and only the sender can have sent, so
 * that anyone may carry them.
 *
 * The message and its addressee are signed, the signed text encrypted: α = g^r, β = ek^r·g^s,
 * AES-256-GCM under SHA-256(`key|g^s`) with initialization vector SHA-256(`iv|g^r`).
 *
 * Source: Belenios specification 3.1, sections 4.6.1 and 4.6.3.
 */
import { bytes, bytesOfHex, hash, hexOf } from './hash.js';
import { decode, encode, G, power, randomScalar, secure } from './group.js';
import { Malformed, only, read, text, write } from './json.js';
import { isSigned, sign } from './schnorr.js';

const ALGORITHM = 'AES-GCM';

/** @returns {Promise<string>} */
export async function send(signingKey, recipient, message, random = secure) {
  const addressed = write({ recipient: encode(recipient), message });
  const signed = write({ message: addressed, signature: sign(signingKey, addressed, random) });
  const r = randomScalar(random);
  const key = power(G, randomScalar(random));
  const alpha = power(G, r);
  const { cipher, parameters } = await aes(key, alpha);
  const data = await crypto.subtle.encrypt(parameters, cipher, bytes(signed));
  return write({
    algorithm: ALGORITHM,
    alpha: encode(alpha),
    beta: encode(power(recipient, r).add(key)),
    data: hexOf(new Uint8Array(data)),
  });
}

/**
 * Opens a message and checks that it is from this sender to this recipient.
 *
 * @returns {Promise<string>} the message @throws {Malformed} if it is not
 */
export async function receive(decryptionKey, sender, encrypted) {
  const signed = only(read(await decrypt(decryptionKey, encrypted)), 'message signature');
  if (!isSigned(sender, text(signed.message), signed.signature)) {
    throw new Malformed('the message is not signed by its sender');
  }
  const addressed = only(read(signed.message), 'recipient message');
  if (addressed.recipient !== encode(power(G, decryptionKey))) {
    throw new Malformed('the message is for another recipient');
  }
  return text(addressed.message);
}

async function decrypt(decryptionKey, encrypted) {
  const node = only(read(text(encrypted)), 'algorithm alpha beta data');
  if (node.algorithm !== ALGORITHM) throw new Malformed('encrypted by another algorithm');
  const alpha = decode(node.alpha);
  const key = decode(node.beta).subtract(power(alpha, decryptionKey));
  try {
    const { cipher, parameters } = await aes(key, alpha);
    const data = await crypto.subtle.decrypt(parameters, cipher, bytesOfHex(text(node.data)));
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    throw new Malformed('cannot be decrypted with this key');
  }
}

async function aes(key, alpha) {
  const usages = ['encrypt', 'decrypt'];
  const raw = hash('key|' + encode(key));
  return {
    cipher: await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, usages),
    parameters: { name: 'AES-GCM', iv: hash('iv|' + encode(alpha)), tagLength: 128 },
  };
}
