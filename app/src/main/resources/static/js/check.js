// Opens an encrypted ballot that its voter chose to look into instead of casting it.
import { checkOpening } from '../booth/opening.js';
import { alertOf, find, make, say } from '../booth/page.js';
import { meaning } from '../booth/polls.js';

function show(text) {
  find('[data-answer]').hidden = true;
  alertOf('');
  let opened;
  try {
    opened = checkOpening(text.trim());
  } catch {
    alertOf(say('fails'));
    return;
  }
  find('[data-name]').textContent = opened.name;
  find('[data-tracker]').textContent = opened.tracker;
  find('[data-fingerprint]').textContent = opened.fingerprint;
  const marks = meaning(opened.election, opened.rows);
  find('[data-marks]').replaceChildren(...marks.map(({ name, mark }) =>
    make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, say(mark)))));
  find('[data-answer]').hidden = false;
}

find('[data-check-form]').addEventListener('submit', async (event) => {
  event.preventDefault();
  const [file] = find('#file').files;
  show(file ? await file.text() : find('#text').value);
});
find('#file').addEventListener('change', async ({ target }) => {
  if (target.files[0]) show(await target.files[0].text());
});
