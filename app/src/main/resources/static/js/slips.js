// The credentials clerk's page: makes slips here, sends their public parts, prints the rest.
import { printedHash, BUNDLE_SHA256 } from '../booth/loader.js';
import { alertOf, askAsMyself, find, make, pause, Refused, say } from '../booth/page.js';
import { qrSymbol } from '../booth/qr.js';
import { makeSlips, publicPart } from '../booth/slip.js';

const root = find('[data-slips]');
const { assembly, title } = root.dataset;
const A_PAGE = 4;
const A_BATCH = 10;
let made = [];

async function load() {
  const state = await askAsMyself(`/credentials/${assembly}/state`);
  find('[data-wanted]').textContent = state.wanted;
  find('[data-made]').textContent = state.made;
  find('[data-rounds]').textContent = state.uuids.length;
  find('[data-make-form]').hidden = state.frozen || made.length > 0;
  find('[data-frozen]').hidden = !state.frozen;
  find('[data-roster]').hidden = state.frozen || state.made === 0 || made.length > 0;
  if (!find('#count').value) find('#count').value = Math.max(1, state.wanted - state.made);
  return state;
}

find('[data-make-form]').addEventListener('submit', async (event) => {
  event.preventDefault();
  const wanted = Number(find('#count').value);
  const bar = find('#making');
  const button = find('[data-make-form] button');
  button.disabled = true;
  bar.hidden = false;
  alertOf('');
  try {
    const { uuids } = await load();
    const slips = [];
    while (slips.length < wanted) {
      const taken = new Set(slips.map(({ code }) => code));
      slips.push(...makeSlips(Math.min(A_BATCH, wanted - slips.length), uuids, taken));
      bar.value = slips.length / wanted;
      await pause(0);
    }
    await askAsMyself(`/credentials/${assembly}/slips`, { slips: slips.map(publicPart) });
    made = slips;
    show();
  } catch (failure) {
    alertOf(say('lost', failure instanceof Refused ? failure.message : say('no-network')));
  } finally {
    button.disabled = false;
    bar.hidden = true;
    bar.value = 0;
    await load().catch(() => {});
  }
});

function show() {
  find('[data-ready]').hidden = false;
  find('[data-ready-text]').textContent = say('ready', made.length);
  const sheets = [];
  for (let i = 0; i < made.length; i += A_PAGE) {
    sheets.push(make('div', { class: 'sheet-a4' }, ...made.slice(i, i + A_PAGE).map(paper)));
  }
  find('[data-sheets]').replaceChildren(...sheets);
}

/** One slip: inside on the left, folded over the blank middle; only the strip on the right shows. */
function paper({ code, secret }) {
  const address = new URL(`/vote/${assembly}`, location.href);
  address.hash = `c=${secret}&p=${printedHash().replace(/ /g, '')}`;
  const inside = make('div', { class: 'slip-inside' },
    make('div', { class: 'slip-symbol' }, qrSymbol(address.href, say('qr'))),
    make('div', { class: 'slip-words' },
      make('p', { class: 'slip-title' }, `${title} · ${say('inside')}`),
      make('ol', {}, ...['scan', 'mark', 'keep'].map((key) => make('li', {}, say(key))))),
    make('p', { class: 'slip-code' }, make('code', {}, secret)),
    make('p', { class: 'slip-program' }, say('program') + ' ', make('code', {}, printedHash(BUNDLE_SHA256))));
  return make('div', { class: 'slip-paper' }, inside,
    make('div', { class: 'slip-cover' }, make('span', {}, say('fold'))),
    make('div', { class: 'slip-outside' }, make('small', {}, say('number')), make('strong', {}, code)));
}

find('[data-print-slips]').addEventListener('click', () => window.print());

function wipe() {
  made = [];
  find('[data-sheets]').replaceChildren();
  find('[data-ready]').hidden = true;
}
find('[data-wipe]').addEventListener('click', () => {
  wipe();
  load();
});
window.addEventListener('pagehide', wipe);
window.addEventListener('beforeunload', (event) => { if (made.length > 0) event.preventDefault(); });

load().catch((failure) => alertOf(failure.message));
