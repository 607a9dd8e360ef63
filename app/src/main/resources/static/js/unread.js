// Votes that this device cannot read, each on a card that says what to do.
import { find, make, say } from '../booth/page.js';

/** Where they are in nobody's way, and their voter can still do something about it. */
const STEPS = ['vote', 'review', 'sent', 'none'];

let shown = '[]';

/** @param {import('../booth/polls.js').Unread[]} unread @param {string} step of the page */
export function showUnread(unread, step) {
  const box = find('[data-unread]');
  box.hidden = unread.length === 0 || !STEPS.includes(step);
  // Drawn only when they are others, for a screen reader reads out what is drawn.
  if (shown === JSON.stringify(unread)) return;
  shown = JSON.stringify(unread);
  box.replaceChildren(...unread.map(({ title, why }) =>
    make('div', { class: why === 'changed' ? 'notice bad' : 'notice warn' },
      make('p', {}, make('strong', {}, title)), make('p', {}, say('unread-' + why)))));
}
