// What every page does with scripts on; each page works without them too.
'use strict';

// Ctrl-K goes to the search, as the placeholder says.
document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    const search = document.querySelector('[data-search]');
    if (search) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  }
});

// An open menu closes on Escape and on a click elsewhere.
function closeMenus(except) {
  document.querySelectorAll('details.menu[open]').forEach((menu) => {
    if (menu !== except) menu.removeAttribute('open');
  });
}
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closeMenus(null);
});
document.addEventListener('click', (event) => closeMenus(event.target.closest('details.menu')));

// An act that cannot be taken back asks once, in its own words.
document.addEventListener('submit', (event) => {
  const question = event.target.getAttribute('data-confirm');
  if (question && !window.confirm(question)) event.preventDefault();
});

// What was typed into a marked form stays until it is sent, even if the page is left.
document.querySelectorAll('form[data-draft]').forEach((form) => {
  const key = 'draft ' + form.getAttribute('data-draft');
  const fields = () => [...form.elements].filter((field) => field.name && field.type !== 'hidden');
  const kept = JSON.parse(window.sessionStorage.getItem(key) || '{}');
  fields().forEach((field) => {
    if (!field.value && kept[field.name]) field.value = kept[field.name];
  });
  form.addEventListener('input', () => {
    const values = Object.fromEntries(fields().map((field) => [field.name, field.value]));
    window.sessionStorage.setItem(key, JSON.stringify(values));
  });
  form.addEventListener('submit', () => window.sessionStorage.removeItem(key));
});

document.querySelectorAll('[data-print]').forEach((button) => {
  button.addEventListener('click', () => window.print());
});

// While a live part has lost its connection a quiet badge says so; htmx connects again by itself.
const badge = document.querySelector('[data-lost]');
document.addEventListener('htmx:sseError', () => { if (badge) badge.hidden = false; });
document.addEventListener('htmx:sseOpen', () => { if (badge) badge.hidden = true; });
