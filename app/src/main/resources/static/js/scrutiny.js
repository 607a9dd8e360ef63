// A scrutineer's page: key, backup, the others, the count, the signature.
import { makeBackup, openBackup } from '../booth/backup.js';
import { CeremonyFault, demandRule, makePolynomial, makeShare, openShare, readCertificates,
  thresholdKey } from '../booth/ceremony.js';
import { paperSheetFault, sheetFault, shownFault } from '../booth/check-sheet.js';
import { hasDecrypted, leastBallots, partialDecryption, rememberTally } from '../booth/decrypt.js';
import { G, power, same } from '../booth/group.js';
import { hex } from '../booth/hash.js';
import { read, write } from '../booth/json.js';
import { Keeper } from '../booth/keeper.js';
import { alertOf, askAsMyself, find, make, pause, printed, Refused, saving, say, showStep }
  from '../booth/page.js';
import { qrSymbol } from '../booth/qr.js';
import { certificate, decryptionKey, parseSeed, randomSeed, signingKey } from '../booth/seed.js';
import { resultMessage, signResult } from '../booth/sign.js';
import { readCertificate } from '../booth/threshold.js';
import { Watch } from '../booth/watch.js';
import { renew } from './card.js';
import { demandShuffled, isShuffling, shuffleAndSend, shuffledParts, shufflingParts, Stop,
  tellOfShuffling } from './shuffling.js';

const root = find('[data-scrutiny]');
const assembly = Number(root.dataset.assembly);
const home = `/scrutiny/${assembly}`;
const keeper = new Keeper(localStorage, assembly);
const watches = new Map();
/** States of a vote in which a key is needed still, whatever else is said. */
const GOING_ON = ['open', 'closed', 'counted'];
const STAGES = ['make', 'backup', 'others', 'count', 'sign'];
let state = null;
let step = '';
/** The key that was made, exact text, once this device has found that it holds; else empty. */
let keyMade = '';
/** How many open a box together, as the certificates say. */
let threshold = 0;
let stopped = false;

/** @param {string} stage the one that is gone through; none of them if all are behind */
function go(next, stage = next) {
  const at = STAGES.includes(stage) ? STAGES.indexOf(stage) : STAGES.length;
  STAGES.forEach((name, i) => {
    const item = find(`[data-stage="${name}"]`);
    const now = name === stage;
    item.className = now ? 'now' : i < at ? 'done' : '';
    if (now) item.setAttribute('aria-current', 'step');
    else item.removeAttribute('aria-current');
    if (now) item.parentElement.scrollLeft = item.offsetLeft - item.parentElement.offsetLeft - 24;
  });
  if (step === next) return;
  step = next;
  showStep(next);
}

const send = (path, text) => askAsMyself(home + path, { text });
const mine = (list) => list[state.me - 1];
/** Whether this seed is the secret behind a certificate. */
function owns(seed, text) {
  const { verification, encryption } = readCertificate(read(text));
  return same(power(G, signingKey(seed)), verification)
    && same(power(G, decryptionKey(seed)), encryption);
}

// ---- One look at the state, every two seconds

async function advance() {
  state = await askAsMyself(home + '/state');
  const { seed } = keeper;
  const certified = mine(state.certificates);
  if (state.ended && !state.polls.some((poll) => GOING_ON.includes(poll.state))) {
    showEnd();
    return;
  }
  find('[data-rule]').textContent = say('rule', state.size, state.threshold);
  if (!seed || (certified && !owns(seed, certified))) {
    go(certified ? 'restore' : 'make', 'make');
    return;
  }
  if (!keeper.backedUp) {
    showBackup();
    return;
  }
  if (state.key !== keyMade) await ceremony(seed);
  if (state.key === keyMade) await count();
}

find('[data-make]').addEventListener('click', () => {
  keeper.make(randomSeed());
  showBackup();
});

find('[data-restore-form]').addEventListener('submit', async (event) => {
  event.preventDefault();
  alertOf('');
  const [file] = find('#backup-file').files;
  let seed;
  try {
    seed = file ? (await openBackup(await file.text(), find('#restore-phrase').value)).seed
      : parseSeed(find('#letters').value);
  } catch {
    alertOf(say('wrong-passphrase'));
    return;
  }
  if (!seed || !owns(seed, mine(state.certificates))) {
    alertOf(say(seed ? 'wrong-seed' : 'wrong-letters'));
    return;
  }
  keeper.restore(seed);
  find('[data-restore-form]').reset();
  tick();
});

// ---- 2. Backup

function showBackup() {
  if (step === 'backup') return;
  go('backup');
  const { seed } = keeper;
  find('[data-seed]').textContent = seed.match(/.{1,6}/g).join(' ');
  find('[data-seed-qr]').replaceChildren(qrSymbol(seed, say('qr')));
}

find('[data-backup-form]').addEventListener('submit', async (event) => {
  event.preventDefault();
  const phrase = find('#phrase').value;
  if (phrase !== find('#phrase-again').value) {
    alertOf(say('phrases-differ'));
    return;
  }
  alertOf('');
  const file = await makeBackup(keeper.seed, phrase, { assembly, trustee: state.me });
  saving(`scrutineer-${assembly}-${state.me}.json`, file, '').click();
  find('[data-saved]').textContent = say('saved');
});
find('[data-backed-up]').addEventListener('change', ({ target }) => {
  find('[data-backup-next]').disabled = !target.checked;
});
find('[data-backup-next]').addEventListener('click', () => {
  keeper.backedUp = true;
  find('[data-seed]').textContent = '';
  find('[data-seed-qr]').replaceChildren();
  find('[data-backup-form]').reset();
  tick();
});

// ---- 3. The ceremony with the others

async function ceremony(seed) {
  go('others');
  showOthers();
  const { certificates, polynomials, shares, size, me } = state;
  if (!mine(certificates)) {
    const context = { group: 'Ed25519', size, threshold: state.threshold, index: me };
    await send('/certificate', certificate(seed, context));
    return;
  }
  if (certificates.includes(null)) return;
  const certified = readCertificates(certificates);
  demandRule(certified, state);
  ({ threshold } = certified[0].context);
  if (keeper.compared !== comparison()) return;
  if (!mine(polynomials)) await send('/polynomial', await makePolynomial(seed, certificates));
  if (polynomials.includes(null)) return;
  if (!mine(shares)) await send('/share', await makeShare(seed, certificates, polynomials));
  if (shares.includes(null) || !state.key) return;
  const key = thresholdKey(certificates, polynomials, shares);
  await openShare(seed, mine(shares));
  if (state.key !== `[["Pedersen",${key}]]`) throw new CeremonyFault(0, 'another key is announced');
  keyMade = state.key;
}

/**
 * Digits of a hash over all certificates, for reading aloud: 32, since who carries the certificates
 * can try out two different lists for the same code, which takes the square root of its numbers.
 */
function comparison() {
  return hex(write(state.certificates)).slice(0, 32).match(/.{4}/g).join(' ');
}

function showOthers() {
  const { certificates, names } = state;
  const body = find('[data-others]');
  const rounds = ['certificates', 'polynomials', 'shares'];
  body.replaceChildren(...names.map((name, i) => {
    const who = make('th', { scope: 'row' }, name + ' ');
    if (i === 0) who.append(make('span', { class: 'tag' }, say('chief')), ' ');
    if (i + 1 === state.me) who.append(make('span', { class: 'tag' }, say('myself')));
    return make('tr', {}, who, ...rounds.map((round, r) => {
      const done = state[round][i] !== null;
      const tag = make('span', { class: done ? 'tag good' : 'tag warn' }, say(done ? 'yes' : 'no'));
      return make('td', { 'data-label': body.getAttribute(`data-round-${r + 1}`) }, tag);
    }));
  }));
  const all = !certificates.includes(null);
  const compared = all && keeper.compared === comparison();
  find('[data-others-lead]').textContent =
    say(!all ? 'wait-certificates' : compared ? 'wait-rest' : 'wait-compare');
  find('[data-compare]').hidden = !all || compared;
  if (all) find('[data-compare-code]').textContent = comparison();
}
find('[data-compared]').addEventListener('click', () => {
  keeper.compared = comparison();
  tick();
});

// ---- 4. The count, 5. the signature

/** What there is to watch where no ballot is electronic. */
const ON_PAPER = Object.freeze({ paper: true, checked: 0, waiting: 0, tally: null, fault: null, election: null });

async function count() {
  const polls = state.polls.filter((poll) => !poll.archive || poll.fingerprint);
  const signing = polls.some((poll) => poll.state === 'counted') && state.chief;
  go('count', signing ? 'sign' : 'count');
  find('[data-key-made]').textContent = say('key-made', state.size, state.threshold);
  find('[data-no-polls]').hidden = polls.length > 0;
  for (const poll of polls) {
    if (!watches.has(poll.uuid)) {
      const watch = poll.archive ? new Watch(poll, keyMade) : ON_PAPER;
      watches.set(poll.uuid, { watch, card: null, busy: '' });
    }
    const kept = watches.get(poll.uuid);
    kept.poll = poll;
    const { watch } = kept;
    const due = poll.archive && (poll.ballots !== watch.seen || !knows(kept, poll.tallyHash)
      || (poll.state === 'counted' && !watch.result));
    if (['open', 'closed', 'counted'].includes(poll.state) && due) {
      watch.seen = poll.ballots;
      watch.look();
    }
    draw(kept);
  }
}

/** Whether this device has verified the tally that the server has now. */
function knows(kept, tallyHash) {
  const text = kept.watch.tally ?? kept.watch.toShuffle;
  if (kept.text !== text) Object.assign(kept, { text, hash: text ? hex(text) : null });
  return !tallyHash || kept.hash === tallyHash;
}

/** Draws a vote's card anew if what it shows has changed. */
function draw(kept) {
  const { watch, poll } = kept;
  const shown = write([poll.state, poll.decryptedByMe, poll.decryptions ?? 0, watch.checked,
    watch.waiting, kept.hash ?? '', Boolean(watch.result), poll.shuffles?.places ?? [], watch.fault?.message ?? '',
    poll.resultHash ?? '', watch.election?.fingerprint ?? '']);
  if (kept.shown === shown) return;
  kept.shown = shown;
  if (!kept.card) {
    kept.card = make('section', { class: 'panel poll-card' });
    find('[data-polls]').append(kept.card);
  }
  const title = poll.round > 1 ? `${poll.title} · ${say('round-n', poll.round)}` : poll.title;
  renew(kept.card, [
    make('h2', { tabindex: '-1' }, title),
    make('p', {}, make('span', { class: 'tag' }, say('state-' + poll.state))),
    ...identity(watch),
    verification(watch),
    ...act(kept)]);
}

/** What the voters compare: the fingerprint, and how many can vote. */
function identity({ election, listed, fault }) {
  if (!election || fault) return [];
  return [make('dl', { class: 'facts' },
    make('dt', {}, say('fingerprint')), make('dd', {}, printed(election.fingerprint)),
    make('dt', {}, say('listed')), make('dd', {}, say('credentials', listed)))];
}

function verification({ fault, tally, toShuffle, checked, counted, waiting, paper }) {
  if (paper) return make('p', {}, say('on-paper'));
  if (fault) {
    const text = say('fails', fault.check ?? '?', `${fault.where ?? ''} ${fault.message}`);
    return make('div', { class: 'notice bad', role: 'alert' }, make('p', {}, text));
  }
  const closed = Boolean(tally || toShuffle);
  const text = closed ? say('tally-holds', counted)
    : waiting > 0 ? say('verifying', checked, waiting) : say('verified', checked);
  return make('p', { role: 'status', class: closed ? 'good-text' : '' }, text);
}

/** What this scrutineer can do now for a vote. */
function act(kept) {
  const { watch, poll } = kept;
  if (poll.state === 'closed' && poll.decryptedByMe) {
    return [make('p', {}, say('decrypted', poll.decryptions ?? 1, state.threshold))];
  }
  const closed = poll.state === 'closed' && (watch.tally || watch.toShuffle);
  const least = leastBallots(poll.minimum);
  if (closed && watch.counted < least) {
    return [make('div', { class: 'notice bad' }, make('p', {}, say('too-few', watch.counted, least)))];
  }
  if (isShuffling(poll)) {
    const ready = Boolean(closed) && knows(kept, poll.tallyHash);
    return shufflingParts(poll, state, ready, () => button(kept, 'shuffle', () => shuffle(kept)));
  }
  if (closed && watch.tally) {
    return [...shuffledParts(watch.shuffles, state), button(kept, 'decrypt', () => decrypt(kept))];
  }
  if (poll.result && ['counted', 'signed', 'announced'].includes(poll.state)) {
    const shown = result(poll);
    kept.shownResult = poll.result;
    if (poll.state !== 'counted') return shown;
    return [...shown, ...(poll.acceptable && state.chief ? [acceptance(kept)] : []), signing(kept)];
  }
  return [];
}

/**
 * What it does takes the vote as it then is: the button outlives the drawing in which it was made.
 * While it works it is not `disabled`, which would take the focus from it.
 */
function button(kept, key, work, look = 'button') {
  const busy = kept.busy === key && 'true';
  const made = make('button', { class: look, type: 'button', 'data-act': key, 'aria-disabled': busy },
    say(key));
  made.addEventListener('click', async () => {
    if (kept.busy) return;
    kept.busy = key;
    made.setAttribute('aria-disabled', 'true');
    alertOf('');
    try {
      await work();
      await tick();
    } catch (failure) {
      alertOf(failure instanceof Refused || failure instanceof Stop ? failure.message : say('offline'));
      await tick(); // whatever was in the way is shown before the button can be pressed again
      kept.card.querySelector(`[data-act=${key}]`)?.removeAttribute('aria-disabled');
    } finally {
      kept.busy = '';
    }
  });
  return make('div', { class: 'actions' }, made);
}

/**
 * Shuffles once this device has verified what is shuffled next. If another scrutineer is faster, it
 * is done again over hers, as long as more are needed: nobody has to press twice.
 */
async function shuffle(kept) {
  tellOfShuffling(kept.poll.uuid, '');
  await tick(); // what others did since the last look would make this shuffle late
  while (isShuffling(kept.poll) && !kept.poll.shuffles.places.includes(state.me)) {
    const { watch, poll: { uuid, tallyHash } } = kept;
    if (watch.fault) throw new Stop(say('fails', watch.fault.check ?? '?', watch.fault.message));
    if (watch.toShuffle && knows(kept, tallyHash)) {
      try {
        await shuffleAndSend(watch, uuid, (sent) => askAsMyself(`${home}/polls/${uuid}/shuffle`, sent));
        return;
      } catch (failure) {
        await goOn(kept, failure);
      }
    }
    await pause(500);
    await tick();
  }
}

/** Whether somebody else was faster, which the state then shows; everything else is thrown on. */
async function goOn(kept, failure) {
  tellOfShuffling(kept.poll.uuid, failure.key === 'SHUFFLE_STALE' ? say('shuffle-again') : '');
  if (failure instanceof Refused) await tick();
  if (failure.key !== 'SHUFFLE_STALE' && isShuffling(kept.poll)) throw failure;
}

async function decrypt(kept) {
  const { poll } = kept;
  const { tally, fault, counted, trustees, shuffles, election } = kept.watch;
  if (fault || !tally || !knows(kept, poll.tallyHash)) throw new Stop(say('fails', 20, poll.title));
  const least = leastBallots(poll.minimum);
  if (counted < least) throw new Stop(say('too-few', counted, least));
  const share = await openShare(keeper.seed, mine(state.shares));
  const me = power(G, share);
  if (!trustees.keys.some((key) => same(key, me))) throw new Stop(say('not-my-key'));
  if (kept.watch.isShuffled) {
    demandShuffled(shuffles, poll.uuid, state.me, threshold, () => window.confirm(say('shuffle-elsewhere')));
  }
  const known = !keeper.restored || hasDecrypted(localStorage, election.uuid);
  if (!known && !window.confirm(say('decrypt-elsewhere', poll.title))) throw new Stop(say('not-decrypted'));
  if (!rememberTally(localStorage, election.uuid, tally)) throw new Stop(say('another-tally'));
  await pause(30);
  await send(`/polls/${poll.uuid}/decryption`, partialDecryption(election.fingerprint, share, tally));
}

/** The chief signs what this device has found to be the count. */
function signing(kept) {
  const { poll } = kept;
  if (!state.chief) return make('p', {}, say('wait-sign'));
  const ready = kept.watch.paper || kept.watch.result || kept.watch.fault;
  return ready ? button(kept, 'sign', () => signIt(kept))
    : make('p', { role: 'status' }, say('checking-result'));
}

async function signIt({ watch, poll, shownResult }) {
  if (watch.fault || hex(poll.resultText) !== poll.resultHash) throw new Stop(say('hash-differs'));
  const wrong = (watch.paper ? paperSheetFault(poll.uuid, poll.resultText)
    : sheetFault(watch.election, watch.result, watch.counted, poll.resultText))
    || shownFault(shownResult, poll.resultText);
  if (wrong) throw new Stop(say('sheet-differs', wrong));
  const message = resultMessage(poll.uuid, poll.resultHash);
  if (poll.message && poll.message !== message) throw new Stop(say('hash-differs'));
  await send(`/polls/${poll.uuid}/signature`, signResult(keeper.seed, poll.uuid, poll.resultHash));
}

/** The chief lets a surplus of one way of voting count, and says why. */
function acceptance(kept) {
  const { poll } = kept;
  const id = 'reason-' + poll.uuid;
  const reason = make('textarea', { id, class: 'short', maxlength: '500', required: '' });
  return make('div', { class: 'panel' }, make('p', {}, say('accept-lead')),
    make('div', { class: 'field wide' }, make('label', { for: id }, say('accept-reason')), reason),
    button(kept, 'accept', () => send(`/polls/${poll.uuid}/acceptance`, reason.value), 'button quiet'));
}

function accepted({ channel, issued, returned, reason, by }) {
  return make('div', { class: 'notice warn' },
    make('p', {}, say('accepted', say('channel-' + channel), returned, issued, by)),
    make('p', {}, reason));
}

function result({ result: sheet, resultHash }) {
  const figures = say(sheet.majority ? 'result-figures' : 'result-runoff', sheet.due,
    sheet.present, sheet.issued, sheet.returned, sheet.valid, sheet.majority);
  const columns = ['approve', 'against', 'abstain'];
  const rows = sheet.lines.map((line) => {
    const name = make('th', { scope: 'row' }, line.name + ' ');
    if (line.elected) name.append(make('span', { class: 'tag good' }, say('elected')));
    return make('tr', {}, name, ...columns.map((column) =>
      make('td', { class: 'n' }, String(line[column]))));
  });
  const head = make('tr', {}, make('th', { scope: 'col' }, say('candidate')),
    ...columns.map((column) => make('th', { scope: 'col', class: 'n' }, say(column))));
  const table = make('table', { class: 'count-sheet' }, make('thead', {}, head), make('tbody', {}, ...rows));
  return [...(sheet.stands ? [] : [doubt(sheet)]), ...sheet.accepted.map(accepted), make('p', {}, figures), table,
    make('p', { class: 'cite' }, say('hash') + ' ', make('code', { class: 'wrap' }, resultHash))];
}

/** Too many ballots: the scrutineers look into it before the chief signs. */
function doubt({ reasons }) {
  return make('div', { class: 'notice bad', role: 'alert' }, make('p', {}, say('result-doubt')),
    make('ul', {}, ...reasons.map((reason) => make('li', {}, reason))));
}

// ---- The end: the key is needed no more

function showEnd() {
  go('ended');
  find('[data-end-keys]').hidden = !keeper.seed;
  find('[data-end-none]').hidden = Boolean(keeper.seed);
}
find('[data-forget]').addEventListener('click', () => {
  keeper.forget();
  find('[data-seed]').textContent = '';
  find('[data-seed-qr]').replaceChildren();
  showEnd();
  find('[data-end-none]').focus();
});

// ---- The clock

let running = Promise.resolve();
function tick() {
  running = running.then(async () => {
    if (stopped) return;
    try {
      await advance();
      find('[data-lost]')?.setAttribute('hidden', '');
    } catch (failure) {
      if (failure instanceof CeremonyFault) {
        stopped = true;
        alertOf(failure.trustee ? say('fault', failure.trustee, failure.message)
          : say('fault-0', failure.message));
      } else if (failure instanceof Refused) {
        alertOf(failure.message);
      } else {
        find('[data-lost]')?.removeAttribute('hidden');
      }
    }
  });
  return running;
}
tick();
setInterval(tick, 2000);
