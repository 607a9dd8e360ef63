/** Reads a QR symbol with the camera, where the browser can. */

/** @returns {Promise<boolean>} */
export async function canScan() {
  if (!('BarcodeDetector' in window) || !navigator.mediaDevices?.getUserMedia) return false;
  const formats = await window.BarcodeDetector.getSupportedFormats().catch(() => []);
  return formats.includes('qr_code');
}

/**
 * @param {HTMLVideoElement} video shows what the camera sees @param {AbortSignal} signal ends it
 * @returns {Promise<string|null>} the symbol's text; null if stopped
 */
export async function scan(video, signal) {
  const detector = new window.BarcodeDetector({ formats: ['qr_code'] });
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  video.srcObject = stream;
  try {
    await video.play();
    while (!signal.aborted) {
      const [found] = await detector.detect(video).catch(() => []);
      if (found) return found.rawValue;
      await new Promise((resolve) => { setTimeout(resolve, 150); });
    }
    return null;
  } finally {
    stream.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  }
}

/**
 * What a slip's symbol or a typed line says: the credential's text, and digits of the encryption
 * program's hash if the symbol carried them. A symbol is an address of the booth whose fragment,
 * which browsers do not send, is `#c=CREDENTIAL-C&p=HASHDIGITS`.
 *
 * @param {string} text @returns {{code: string, program: string|undefined}}
 */
export function readSymbol(text) {
  const at = text.indexOf('#');
  if (at < 0) return { code: text, program: undefined };
  const fields = new URLSearchParams(text.slice(at + 1));
  const program = fields.get('p');
  return {
    code: fields.get('c') || '',
    program: /^[0-9a-f]{16,64}$/.test(program || '') ? program : undefined,
  };
}
