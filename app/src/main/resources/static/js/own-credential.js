// A delegate's own credential: made here, kept here; the server gets its public parts.
import { printedHash } from '../booth/loader.js';
import { OwnCredential } from '../booth/own.js';
import { alertOf, askAsMyself, find, pause, Refused, say } from '../booth/page.js';
import { makeSlips, publicPart } from '../booth/slip.js';

const { assembly, address, uuids, state, ended } = find('[data-own]').dataset;
const kept = new OwnCredential(localStorage, assembly);

if (ended === 'true') kept.forget();

let made = false;
let slip = null;

function show() {
  const mine = kept.secret;
  const isThere = state === 'OWN' || made;
  find('[data-make]').hidden = state !== 'FREE' || made || ended === 'true';
  find('[data-have]').hidden = !(isThere && mine);
  find('[data-elsewhere]').hidden = !(isThere && !mine) || ended === 'true';
  if (!mine) return;
  find('[data-secret]').textContent = mine;
  find('[data-vote]').href = `/vote/${assembly}#c=${mine}&p=${printedHash().replace(/ /g, '')}`;
}

find('[data-make] button').addEventListener('click', async (event) => {
  event.target.disabled = true;
  find('[data-making]').hidden = false;
  alertOf('');
  try {
    await pause(0);
    // The same is sent again if an answer was lost; it is kept before it is sent.
    if (!slip) [slip] = makeSlips(1, uuids.split(','));
    kept.secret = slip.secret;
    await askAsMyself(address, publicPart(slip));
    made = true;
  } catch (failure) {
    if (failure instanceof Refused) {
      kept.forget();
      slip = null;
    }
    alertOf(failure instanceof Refused ? failure.message : say('no-network'));
  } finally {
    event.target.disabled = false;
    find('[data-making]').hidden = true;
    show();
  }
});

show();
