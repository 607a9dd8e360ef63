// Countdowns, and the camera that reads cards; both pages work without.
'use strict';

// The server's clock counts: what it said when the part was made tells how far this one is off.
function showCountdowns() {
  document.querySelectorAll('[data-until]').forEach((part) => {
    if (!part.dataset.off) part.dataset.off = String(Number(part.dataset.now) - Date.now());
    const left = Math.round((Number(part.dataset.until) - Date.now() - Number(part.dataset.off)) / 1000);
    const seconds = Math.abs(left);
    const minutes = String(Math.floor(seconds / 60)).padStart(2, '0');
    part.textContent = (left < 0 ? '+' : '') + minutes + ':' + String(seconds % 60).padStart(2, '0');
    part.classList.toggle('over', left < 0);
  });
}
showCountdowns();
window.setInterval(showCountdowns, 1000);

// What somebody has opened stays open when the part around it is fetched anew.
let opened = [];
const titles = (part) => [...part.querySelectorAll('details[open] > summary')].map((each) => each.textContent.trim());
document.addEventListener('htmx:beforeSwap', (event) => { opened = titles(event.target); });
document.addEventListener('htmx:afterSwap', () => {
  document.querySelectorAll('details:not([open]) > summary').forEach((summary) => {
    if (opened.includes(summary.textContent.trim())) summary.parentElement.open = true;
  });
  opened = [];
  showCountdowns();
});

// A card before the camera fills the form and sends it. Browsers without a detector keep the field.
document.querySelectorAll('form[data-scan]').forEach((form) => {
  const start = form.querySelector('[data-start-camera]');
  const video = form.querySelector('[data-camera]');
  const field = form.querySelector('[name=card]');
  if (!('BarcodeDetector' in window) || !navigator.mediaDevices) return;
  start.hidden = false;
  async function look() {
    const detector = new window.BarcodeDetector({ formats: ['qr_code'] });
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    } catch {
      return; // refused, or no camera: the field is there
    }
    video.hidden = false;
    start.hidden = true;
    await video.play();
    const timer = window.setInterval(async () => {
      const found = await detector.detect(video).catch(() => []);
      if (found.length > 0) {
        window.clearInterval(timer);
        field.value = found[0].rawValue;
        video.srcObject.getTracks().forEach((track) => track.stop());
        form.requestSubmit();
      }
    }, 250);
  }
  start.addEventListener('click', look);
  if (form.dataset.scan === 'start') look();
});

// On a narrow screen the rail shows where the congress is, not where it began.
document.querySelectorAll('.stages .now').forEach((now) => {
  const rail = now.parentElement;
  rail.scrollLeft = now.offsetLeft - rail.offsetLeft - rail.clientWidth / 2 + now.offsetWidth / 2;
});
