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

// A card that is held before the camera a little longer is not read twice.
function isAnother(card) {
  const last = JSON.parse(sessionStorage.getItem('card') || '{}');
  return card !== last.card || Date.now() - last.at > 10_000;
}

// A card before the camera fills the form and sends it. Without a camera the field is there.
document.querySelectorAll('form[data-scan]').forEach((form) => {
  const start = form.querySelector('[data-start-camera]');
  const video = form.querySelector('[data-camera]');
  if (!navigator.mediaDevices?.getUserMedia) return;
  start.hidden = false;
  async function look() {
    video.hidden = false;
    start.hidden = true;
    try {
      const { scan } = await import('../booth/scan.js');
      const card = await scan(video, new AbortController().signal, isAnother);
      sessionStorage.setItem('card', JSON.stringify({ card, at: Date.now() }));
      form.querySelector('[name=card]').value = card;
    } catch {
      video.hidden = true; // refused, or no camera
      start.hidden = false;
      return;
    }
    form.requestSubmit();
  }
  start.addEventListener('click', look);
  if (form.dataset.scan === 'start') look();
});

// On a narrow screen the rail shows where the congress is, not where it began.
document.querySelectorAll('.stages .now').forEach((now) => {
  const rail = now.parentElement;
  rail.scrollLeft = now.offsetLeft - rail.offsetLeft - rail.clientWidth / 2 + now.offsetWidth / 2;
});
