/** A QR symbol as an SVG element. */
import qrcode from '../lib/qrcode.js';

const SVG = 'http://www.w3.org/2000/svg';
const QUIET = 4;

/** @param {string} text @param {string} label for those who do not see it @returns {SVGElement} */
export function qrSymbol(text, label) {
  const symbol = qrcode(0, 'M');
  symbol.addData(text, 'Byte');
  symbol.make();
  const n = symbol.getModuleCount();
  let path = '';
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      if (symbol.isDark(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  const size = n + 2 * QUIET;
  const drawn = element('svg', { viewBox: `0 0 ${size} ${size}`, class: 'qr', role: 'img', 'aria-label': label });
  drawn.append(
    element('rect', { width: size, height: size, class: 'qr-paper' }),
    element('path', { d: path, class: 'qr-ink' }));
  return drawn;
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
