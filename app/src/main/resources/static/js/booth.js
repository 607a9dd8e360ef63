// The voter's page: slip, marks, review, encryption, tracker, then cast or open.
import { parseCredential } from '../booth/credential.js';
import { isListed } from '../booth/listed.js';
import { BundleChanged, encryptIn, printedHash, startEncryption } from '../booth/loader.js';
import { openingText } from '../booth/opening.js';
import { Outbox } from '../booth/outbox.js';
import { OwnCredential } from '../booth/own.js';
import { alertOf, askAsNobody, find, make, pause, printed, Refused, saving, say, showStep }
  from '../booth/page.js';
import { fetchPolls, obstacles, rowsOf } from '../booth/polls.js';
import { canScan, readSymbol, scan } from '../booth/scan.js';
import { showUnread } from './unread.js';
import { writeInPanel } from './write-in.js';

const root = find('[data-booth]');
const assembly = root.dataset.assembly;
const sharedBox = find('[data-shared]');
const MINE = `zhijia trackers ${assembly}`;

/** All that belongs to one voter; wiping is making a new one. */
const fresh = () => ({
  credential: null, program: undefined, polls: [], unread: [], marks: new Map(),
  persons: new Map(), at: 0, made: [], step: 'code',
});
let voter = fresh();
let outbox = null;

const shared = () => sharedBox.checked;

function go(step) {
  voter.step = step;
  alertOf('');
  showUnread(voter.unread, step);
  showStep(step);
  find('[data-mine]').hidden = !['code', 'none'].includes(step) || !mine().length;
}

// ---- 1. The slip

function start(text) {
  const { code, program } = readSymbol(text);
  const parsed = parseCredential(code);
  const problem = find('[data-code-problem]');
  const field = find('#code');
  field.value = '';
  if (parsed.wrong) {
    field.value = code;
    field.setAttribute('aria-invalid', 'true');
    problem.textContent = say('wrong-' + parsed.wrong);
    field.focus();
    return;
  }
  field.removeAttribute('aria-invalid');
  problem.textContent = '';
  voter = { ...fresh(), credential: parsed.credential, program };
  outbox = new Outbox(shared() ? null : localStorage, assembly);
  enter();
}

async function enter() {
  const mineNow = voter;
  let open = null;
  let lost = false;
  while (voter === mineNow && !open) {
    try {
      open = await fetchPolls(assembly);
    } catch {
      lost = true;
      alertOf(say('no-connection'));
      await pause(3000);
    }
  }
  if (voter !== mineNow) return;
  if (lost) alertOf('');
  Object.assign(voter, open);
  if (voter.polls.length === 0) {
    await waitForPolls();
    return;
  }
  voter.polls.forEach(({ uuid, candidates }) => {
    if (!voter.marks.has(uuid)) voter.marks.set(uuid, candidates.map(() => ''));
  });
  voter.at = 0;
  showPoll();
}

async function waitForPolls() {
  const mineNow = voter;
  const some = voter.unread.length > 0;
  find('[data-none-title]').textContent = say(some ? 'none-readable' : 'none');
  find('[data-none-lead]').hidden = some;
  // Each look finds the reader where the one before left her.
  if (voter.step !== 'none') go('none');
  else showUnread(voter.unread, 'none');
  await pause(5000);
  if (voter === mineNow && voter.step === 'none') enter();
}

find('[data-code-form]').addEventListener('submit', (event) => {
  event.preventDefault();
  start(find('#code').value);
});

const kept = new OwnCredential(localStorage, assembly);
if (root.dataset.ended === 'true') kept.forget();
const own = kept.secret;
find('[data-own-start]').hidden = !own;
find('[data-own-start]').addEventListener('click', () => start(own));

canScan().then((can) => { find('[data-scan-start]').hidden = !can; });
find('[data-scan-start]').addEventListener('click', async () => {
  const stop = new AbortController();
  find('[data-scan-stop]').onclick = () => stop.abort();
  find('[data-scan]').hidden = false;
  try {
    const text = await scan(find('[data-video]'), stop.signal);
    if (text) start(text);
  } catch {
    find('[data-code-problem]').textContent = say('no-camera');
  } finally {
    find('[data-scan]').hidden = true;
  }
});

// ---- 2. The marks

const marksOf = (poll) => voter.marks.get(poll.uuid);
const castable = (poll) => marksOf(poll).map((mark) => mark || 'abstain');
/** Who is written in; empty for nobody. */
const personOf = (poll) => voter.persons.get(poll.uuid) ?? '';

function showPoll() {
  go('vote');
  const poll = voter.polls[voter.at];
  const n = voter.polls.length;
  showCount();
  find('[data-poll-title]').textContent = poll.title;
  const rule = !poll.isSlate ? 'rule-resolution' : poll.people.length ? 'rule-write-in' : 'rule-slate';
  find('[data-poll-rule]').textContent = say(rule, poll.seats);
  find('[data-candidates]').replaceChildren(
    ...poll.candidates.map((_, i) => candidate(poll, i)), ...writeIn(poll));
  find('[data-next]').textContent = say(voter.at + 1 < n ? 'next' : 'to-review');
  running();
}

/** Which vote of how many, and, once a vote is closing, how long there still is. */
function showCount() {
  const n = voter.polls.length;
  const { closesAt } = voter.polls[voter.at];
  const seconds = closesAt ? Math.max(0, Math.round((closesAt - Date.now()) / 1000)) : null;
  find('[data-poll-count]').textContent = [
    n > 1 ? say('count', voter.at + 1, n) : '',
    seconds === null ? '' : say('closing', seconds),
  ].join(' ');
}
setInterval(() => { if (voter.step === 'vote') showCount(); }, 1000);

function candidate(poll, i) {
  const { name, note, photo } = poll.candidates[i];
  const targets = ['approve', 'against', 'abstain'].map((mark) => {
    const chosen = marksOf(poll)[i] === mark;
    const input = make('input', { type: 'radio', name: 'c' + i, value: mark });
    input.checked = chosen;
    input.addEventListener('change', () => {
      marksOf(poll)[i] = mark;
      running();
    });
    return make('label', { class: 'mark ' + mark }, input, make('span', {}, say(mark)));
  });
  const legend = make('legend', {}, make('span', { class: 'name' }, name || poll.title));
  if (photo) {
    legend.prepend(make('img', { src: photo, alt: '', width: 48, height: 64, loading: 'lazy', class: 'portrait' }));
  }
  if (note) legend.append(make('span', { class: 'note' }, note));
  if (!name) legend.className = 'hidden';
  return make('fieldset', { class: 'candidate' }, legend, make('div', { class: 'marks' }, ...targets));
}

function writeIn(poll) {
  return poll.people.length === 0 ? [] : [writeInPanel(poll.people, personOf(poll), (person) => {
    voter.persons.set(poll.uuid, person);
    running();
  })];
}

function running() {
  const poll = voter.polls[voter.at];
  const marks = marksOf(poll);
  const bar = find('[data-running]');
  const count = (mark) => marks.filter((one) => one === mark).length;
  const hindered = obstacles(poll, castable(poll), personOf(poll));
  if (!poll.isSlate) {
    bar.textContent = marks[0] ? say('running-resolution', say(marks[0])) : say('running-none');
  } else {
    const used = count('approve') + Number(personOf(poll) !== '');
    const over = used - poll.seats;
    const chosen = over > 0 ? say('running-too-many', used, poll.seats, over)
      : say('running', used, poll.seats);
    const rest = hindered.includes('unopposed') ? say('write-in-unopposed')
      : say('running-rest', count('against'), marks.length - count('approve') - count('against'));
    bar.replaceChildren(make('strong', {}, chosen), make('span', { class: 'rest' }, rest));
    bar.classList.toggle('over', over > 0);
    bar.classList.toggle('lacking', hindered.includes('unopposed'));
  }
  find('[data-next]').disabled = hindered.length > 0;
}

find('[data-vote-form]').addEventListener('submit', (event) => {
  event.preventDefault();
  if (voter.at + 1 < voter.polls.length) {
    voter.at++;
    showPoll();
  } else {
    review();
  }
});
document.querySelectorAll('[data-back]').forEach((button) => button.addEventListener('click', () => {
  if (voter.step === 'review') {
    voter.at = 0;
    showPoll();
  } else if (voter.at > 0) {
    voter.at--;
    showPoll();
  } else {
    wipe();
  }
}));

// ---- 3. The review sheet

function review() {
  go('review');
  find('[data-review]').replaceChildren(...voter.polls.map((poll) => {
    const marks = castable(poll);
    const sheet = make('section', { class: 'sheet' }, make('h2', {}, poll.title));
    if (!poll.isSlate) {
      sheet.append(make('p', { class: 'sheet-mark ' + marks[0] }, say(marks[0])));
      return sheet;
    }
    const list = make('dl');
    for (const mark of ['approve', 'against', 'abstain']) {
      const names = poll.candidates.filter((_, i) => marks[i] === mark).map(({ name }) => name);
      const title = make('dt', { class: mark }, say(mark) + ' ', make('small', {}, say('people', names.length)));
      const people = names.map((name) => make('span', { class: 'person' }, name));
      list.append(title, make('dd', {}, ...(people.length ? people : [say('nobody')])));
    }
    const person = personOf(poll);
    if (person) {
      list.append(make('dt', {}, say('write-in')), make('dd', {}, make('span', { class: 'person' }, person)));
    }
    sheet.append(list);
    if (marks.every((mark) => mark === 'abstain')) sheet.append(make('p', {}, say('blank')));
    return sheet;
  }));
}

// ---- 4. The encryption

/** The voter is not on the list of this vote. */
class NotListed extends Error {}

async function demandListed({ uuid, title, election }, credential) {
  const list = await askAsNobody(`/api/polls/${uuid}/credentials`);
  if (!isListed(election, list, credential)) throw new NotListed(title);
}

function whyNotEncrypted(failure) {
  if (failure instanceof NotListed) return say('not-listed', failure.message);
  return say(failure instanceof BundleChanged ? 'program-changed' : 'program-missing');
}

find('[data-encrypt]').addEventListener('click', async () => {
  const mineNow = voter;
  go('encrypt');
  const bar = find('[data-progress]');
  let worker = null;
  try {
    for (const poll of voter.polls) await demandListed(poll, voter.credential);
    worker = await startEncryption(voter.program);
    voter.made = [];
    for (const [i, poll] of voter.polls.entries()) {
      find('[data-encrypting]').textContent = say('encrypting', poll.title);
      const vote = rowsOf(poll, castable(poll), personOf(poll));
      const what = { election: poll.document, credential: voter.credential, vote };
      const made = await encryptIn(worker, what, (share) => {
        bar.value = (i + share) / mineNow.polls.length;
      });
      mineNow.made.push({ ...made, poll });
    }
    if (voter === mineNow) showFixed();
  } catch (failure) {
    review();
    alertOf(whyNotEncrypted(failure));
  } finally {
    worker?.terminate();
    bar.value = 0;
  }
});

// ---- 5. The tracker is fixed: cast or open

function trackerItem({ poll, tracker }, ...more) {
  return make('li', {}, make('span', { class: 'of' }, poll.title), make('code', { class: 'tracker' }, tracker), ...more);
}

function showFixed() {
  go('fixed');
  find('[data-fixed]').replaceChildren(...voter.made.map((one) => trackerItem(one,
    make('p', { class: 'fingerprint' }, say('fingerprint') + ' ',
      printed(one.poll.election.fingerprint)))));
}

find('[data-open]').addEventListener('click', async () => {
  const made = voter.made;
  try {
    for (const { poll, tracker } of made) {
      await askAsNobody(`/api/polls/${poll.uuid}/openings`, { tracker });
    }
  } catch (failure) {
    alertOf(failure instanceof Refused ? failure.message : say('open-failed'));
    return;
  }
  go('opened');
  find('[data-opened]').replaceChildren(...made.map((one) => {
    const file = openingText(one.poll.document, one);
    const link = saving(`opening-${one.poll.uuid}.json`, file, say('download'));
    return trackerItem(one, make('span', { class: 'tag warn' }, say('spoiled')), link);
  }));
  voter.made = [];
});

document.querySelectorAll('[data-again]').forEach((button) => button.addEventListener('click', () => {
  voter.made = [];
  enter();
}));

// ---- 6. Sending

find('[data-cast]').addEventListener('click', () => {
  const ballots = voter.made.map(({ poll, ballot, companion, tracker }) =>
    ({ uuid: poll.uuid, title: poll.title, ballot, companion, tracker }));
  voter.made = [];
  send(ballots);
});

async function send(ballots) {
  const mineNow = voter;
  go('sent');
  const states = new Map(ballots.map((one) => [one.tracker, { text: say('sending'), kind: '' }]));
  const show = () => {
    if (voter !== mineNow) return;
    const kinds = [...states.values()].map(({ kind }) => kind);
    const done = kinds.every((kind) => kind === 'good' || kind === 'bad');
    const title = !done ? 'sending-title' : kinds.includes('bad') ? 'refused-title' : 'sent-title';
    find('[data-sent-title]').textContent = say(title);
    find('[data-sent]').replaceChildren(...ballots.map((one) => {
      const { text, kind } = states.get(one.tracker);
      return trackerItem({ poll: { title: one.title }, tracker: one.tracker },
        make('span', { class: 'tag ' + kind }, text));
    }));
    const offline = kinds.includes('warn');
    find('[data-waiting]').hidden = !offline;
    find('[data-waiting]').textContent = offline ? say(shared() ? 'offline-shared' : 'offline') : '';
    find('[data-finish]').textContent = say(shared() ? 'next-voter' : 'finish');
    find('[data-finish]').disabled = !done && shared();
    find('[data-change]').hidden = !done || !voter.credential;
    find('[data-leave]').hidden = !done || shared();
  };
  show();
  await Promise.all(ballots.map(async (one) => {
    const offline = () => {
      states.set(one.tracker, { text: say('waits'), kind: 'warn' });
      show();
    };
    try {
      const { replaced } = await outbox.send(one, offline);
      states.set(one.tracker, { text: say(replaced ? 'replaced' : 'sent'), kind: 'good' });
      if (!shared()) remember(one);
    } catch (refused) {
      states.set(one.tracker, { text: say('refused', refused.message), kind: 'bad' });
    }
    show();
  }));
}

find('[data-finish]').addEventListener('click', () => wipe());

/** Nothing of this voter stays in the page; on a shared device nothing anywhere. */
function wipe() {
  if (shared()) outbox?.wipe();
  voter = fresh();
  outbox = null;
  for (const part of ['[data-candidates]', '[data-review]', '[data-fixed]', '[data-opened]',
    '[data-sent]', '[data-running]']) {
    find(part).replaceChildren();
  }
  showMine();
  go('code');
}
window.addEventListener('pagehide', () => { voter = fresh(); });

// ---- Trackers that this device remembers

function mine() {
  return shared() ? [] : JSON.parse(localStorage.getItem(MINE) || '[]');
}

function remember({ uuid, title, tracker }) {
  const others = mine().filter((one) => one.tracker !== tracker);
  localStorage.setItem(MINE, JSON.stringify([{ uuid, title, tracker }, ...others].slice(0, 40)));
}

async function showMine() {
  const list = mine();
  find('[data-mine]').hidden = list.length === 0;
  find('[data-mine-list]').replaceChildren(...list.map((one) => {
    const state = make('span', { class: 'tag' }, '…');
    // Addresses hold no slashes.
    const inAddress = one.tracker.replace(/\+/g, '-').replace(/\//g, '_');
    const path = `/api/polls/${one.uuid}/trackers/${inAddress}`;
    askAsNobody(path).then(
      ({ found, counted }) => {
        state.textContent = say(!found ? 'not-found' : counted ? 'counted' : 'superseded');
        if (found && counted) state.classList.add('good');
      },
      () => { state.textContent = say('not-found'); });
    return trackerItem({ poll: { title: one.title }, tracker: one.tracker }, state);
  }));
}

// ---- A vote that closes under the voter is said at once

setInterval(async () => {
  if (!['vote', 'review'].includes(voter.step)) return;
  const mineNow = voter;
  const open = await fetchPolls(assembly).catch(() => null);
  if (!open || voter !== mineNow || !['vote', 'review'].includes(voter.step)) return;
  const now = new Map([...open.polls, ...open.unread].map((poll) => [poll.uuid, poll]));
  const closed = voter.polls.filter(({ uuid }) => !now.has(uuid));
  voter.polls.forEach((poll) => { poll.closesAt = now.get(poll.uuid)?.closesAt ?? null; });
  voter.unread = open.unread;
  showUnread(voter.unread, voter.step);
  if (closed.length === 0) return;
  const current = voter.polls[voter.at];
  voter.polls = voter.polls.filter((poll) => !closed.includes(poll));
  if (voter.polls.length === 0) {
    waitForPolls();
  } else if (voter.step === 'review') {
    review();
  } else {
    voter.at = Math.max(0, voter.polls.indexOf(current));
    showPoll();
  }
  alertOf(closed.map(({ title }) => say('closed-under', title)).join(' '));
}, Number(root.dataset.every) || 5000);

// ---- Beginning

find('[data-program]').textContent = printedHash();
sharedBox.checked = new URLSearchParams(location.search).has('shared');
sharedBox.addEventListener('change', () => { find('[data-mine]').hidden = mine().length === 0; });
const symbol = location.hash;
if (symbol) history.replaceState(null, '', location.pathname + location.search);
showMine();
go('code');
const left = new Outbox(localStorage, assembly);
if (symbol.includes('c=')) {
  start(symbol);
} else if (left.waiting.length > 0 && !shared()) {
  outbox = left;
  send(left.waiting);
}
