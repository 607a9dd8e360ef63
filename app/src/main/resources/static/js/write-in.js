// The part of a ballot where one person who is no candidate is chosen from a list.
import { make, say } from '../booth/page.js';

/** How many names are offered at once. */
const OFFERED = 8;

/**
 * @param {string[]} people who can be written in @param {string} person who is; empty for nobody
 * @param {(person: string) => void} choose is told of a choice, or of its withdrawal
 * @returns {HTMLFieldSetElement}
 */
export function writeInPanel(people, person, choose) {
  const body = make('div', { class: 'write-in-body' });
  const show = (now) => body.replaceChildren(...(now ? chosen(now, set) : search(people, set)));
  const set = (now) => {
    choose(now);
    show(now);
    body.querySelector('button, input').focus({ preventScroll: true });
  };
  show(person);
  return make('fieldset', { class: 'candidate write-in', 'data-write-in': '' },
    make('legend', {}, make('span', { class: 'name' }, say('write-in')),
      make('span', { class: 'note' }, say('write-in-rule'))),
    body,
    make('details', { class: 'why' }, make('summary', {}, say('write-in-limits')),
      make('p', {}, say('write-in-limits-text'))));
}

function chosen(person, set) {
  const name = make('p', { class: 'chosen', role: 'status' }, say('write-in-chosen', person));
  const back = make('button', { class: 'button quiet', type: 'button' }, say('write-in-take-back', person));
  back.addEventListener('click', () => set(''));
  return [name, back];
}

function search(people, set) {
  const field = make('input', { id: 'write-in', type: 'search', autocomplete: 'off', spellcheck: 'false', maxlength: '40' });
  const list = make('div', { class: 'offered' });
  const hint = make('p', { class: 'cite', role: 'status' });
  const offer = () => {
    const asked = field.value.trim();
    const found = people.filter((name) => name.includes(asked));
    const few = asked !== '' || people.length <= OFFERED ? found.slice(0, OFFERED) : [];
    list.replaceChildren(...few.map((name) => {
      const button = make('button', { class: 'button quiet', type: 'button' }, name);
      button.addEventListener('click', () => set(name));
      return button;
    }));
    hint.textContent = found.length === 0 ? say('write-in-not-listed')
      : found.length > few.length ? say('write-in-more', found.length)
      : asked !== '' ? say('write-in-found', found.length) : '';
  };
  field.addEventListener('input', offer);
  // The ballot's form is sent by its own button.
  field.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
  offer();
  return [make('label', { for: 'write-in' }, say('write-in-search')), field, list, hint];
}
