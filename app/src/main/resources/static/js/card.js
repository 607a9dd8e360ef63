// A card that is drawn anew while somebody reads it, or works in it by keyboard.

/**
 * Puts parts in the place of those that differ. What is the same stays, and with it the focus and
 * what was typed; a status whose text changes remains the same element, since a screen reader reads
 * out what changes in one, and would read out again what is put in anew.
 *
 * @param {Element} card with a heading, which can take the focus @param {Element[]} parts
 */
export function renew(card, parts) {
  const held = card.contains(document.activeElement) ? document.activeElement : null;
  parts.forEach((part, i) => {
    const old = card.children[i];
    if (!old) card.append(part);
    else if (isStatus(old) && isStatus(part)) update(old, part);
    else if (old !== part && (part.isConnected || !old.isEqualNode(part))) old.replaceWith(part);
  });
  while (card.children.length > parts.length) card.lastElementChild.remove();
  if (!held || held.contains(document.activeElement)) return;
  const same = [...card.querySelectorAll('[data-act]')].find((one) =>
    one.dataset.act === held.dataset.act);
  (same ?? card.querySelector('h2')).focus({ preventScroll: true });
}

const isStatus = (part) => part.matches('p[role=status]');

function update(old, part) {
  if (old.className !== part.className) old.className = part.className;
  if (old.textContent !== part.textContent) old.textContent = part.textContent;
}
