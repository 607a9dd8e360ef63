/**
 * Reads a QR symbol with the camera: by the browser's own detector where it has one for QR symbols
 * (few do), else by jsQR, which is fetched when it is first needed.
 */

const PAUSE = 150; // milliseconds between two looks
const WIDEST = 800; // pixels that jsQR looks at across

/** @returns {Promise<boolean>} */
export async function canScan() {
  return Boolean(navigator.mediaDevices?.getUserMedia);
}

/**
 * @param {HTMLVideoElement} video shows what the camera sees @param {AbortSignal} signal ends it
 * @param {(text: string) => boolean} isWanted looks on where it is false
 * @returns {Promise<string|null>} the symbol's text; null if stopped
 */
export async function scan(video, signal, isWanted = () => true) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  video.srcObject = stream;
  try {
    const read = await reader();
    await video.play();
    while (!signal.aborted) {
      const text = await read(video);
      if (text && isWanted(text)) return text;
      await new Promise((resolve) => { setTimeout(resolve, PAUSE); });
    }
    return null;
  } finally {
    stream.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  }
}

/** @returns {Promise<(video: HTMLVideoElement) => Promise<string|undefined>>} */
async function reader() {
  const formats = 'BarcodeDetector' in window
    ? await window.BarcodeDetector.getSupportedFormats().catch(() => [])
    : [];
  if (formats.includes('qr_code')) {
    const detector = new window.BarcodeDetector({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video).catch(() => []))[0]?.rawValue;
  }
  const { default: jsQR } = await import('../lib/jsqr.js');
  const canvas = document.createElement('canvas');
  const paper = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    const scale = Math.min(1, WIDEST / (video.videoWidth || 1));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    if (canvas.width === 0 || canvas.height === 0) return undefined; // no picture yet
    paper.drawImage(video, 0, 0, canvas.width, canvas.height);
    const seen = paper.getImageData(0, 0, canvas.width, canvas.height);
    return jsQR(seen.data, seen.width, seen.height, { inversionAttempts: 'dontInvert' })?.data;
  };
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
