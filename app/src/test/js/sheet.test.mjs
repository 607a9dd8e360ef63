import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paperSheetFault, sheetFault, shownFault }
  from '../../main/resources/static/booth/check-sheet.js';

const ANSWERS = ['甲', '乙', '另选他人'];
const SLATE = {
  uuid: 'u', fingerprint: 'f',
  questions: [{ answers: ANSWERS }, { answers: ANSWERS }, { answers: ['1'] }],
  slates: [{ approve: 0, against: 1, writeIn: { question: 2, people: ['丙', '丁'] } }],
};
const DECRYPTED = JSON.stringify({ result: [[4, 1, 2], [0, 3, 0], [[0], [2], [2], [0], [0]]] });

function sheet(change = () => {}) {
  const made = {
    uuid: 'u', fingerprint: 'f',
    channels: [{ name: 'electronic', returned: 5, invalid: 0 },
      { name: 'paper', returned: 3, invalid: 1 }],
    candidates: [{ name: '甲', approve: 6, against: 0 }, { name: '乙', approve: 1, against: 4 }],
    writeIns: [{ name: '丁', votes: 2 }, { name: '戊', votes: 1 }],
  };
  change(made);
  return JSON.stringify(made);
}

test('a sheet may say more than the archive by the valid ballots on paper, and no less', () => {
  const fault = (change) => sheetFault(SLATE, DECRYPTED, 5, sheet(change));
  assert.equal(fault(), '');
  for (const [change, what] of [
    [(s) => { s.uuid = 'v'; }, 'fingerprint'],
    [(s) => { s.fingerprint = 'g'; }, 'fingerprint'],
    [(s) => { s.channels[0].returned = 6; }, 'electronic'],
    [(s) => { s.channels.shift(); }, 'electronic'],
    [(s) => { s.channels.pop(); }, '甲'],
    [(s) => { s.channels[1].invalid = 2; }, '甲'],
    [(s) => { s.candidates[0].approve = 7; }, '甲'],
    [(s) => { s.candidates[0].approve = 3; }, '甲'],
    [(s) => { s.candidates[1].against = 2; }, '乙'],
    [(s) => { s.candidates.reverse(); }, '甲'],
    [(s) => { s.candidates.pop(); }, 'candidates'],
    [(s) => { s.writeIns[0].votes = 1; }, '丁'],
    [(s) => { s.writeIns[0].votes = 5; }, '丁'],
    [(s) => { s.writeIns[1].votes = 3; }, '戊'],
    [(s) => { s.writeIns.shift(); }, '丁'],
    [(s) => { s.writeIns.push({ name: '丁', votes: 99 }); }, 'form'],
    [(s) => { s.writeIns.push({ name: '甲', votes: 1 }); }, 'form'],
    [(s) => { s.channels.push({ name: 'paper', returned: 50, invalid: 0 }); }, 'form'],
    [(s) => { s.channels[1] = { name: 'paper', returned: 0, invalid: -50 }; }, 'form'],
    [(s) => { s.channels[1].invalid = 4; }, 'form'],
    [(s) => { s.candidates[0].approve = 6.5; }, 'form'],
    [(s) => { delete s.writeIns; }, 'form'],
    [(s) => { s.candidates[0] = null; }, 'form'],
  ]) {
    assert.equal(fault(change), what);
  }
});

test('a resolution has one line, with its approvals and oppositions', () => {
  const resolution = { uuid: 'u', fingerprint: 'f', questions: [{}], slates: [] };
  const decrypted = JSON.stringify({ result: [[1, 3, 1]] });
  const fault = (approve, against) => sheetFault(resolution, decrypted, 5, sheet((s) => {
    s.channels.pop();
    s.candidates = [{ name: '决议', approve, against }];
    s.writeIns = [];
  }));
  assert.equal(fault(3, 1), '');
  assert.equal(fault(4, 1), '决议');
  assert.equal(fault(3, 0), '决议');
});

test('a sheet that says two things is not signed', () => {
  const twice = sheet().replace('"candidates":', '"candidates":[],"candidates":');
  assert.equal(sheetFault(SLATE, DECRYPTED, 5, twice), 'form');
  assert.equal(sheetFault(SLATE, DECRYPTED, 5, '{'), 'form');
});

test('whoever says that a vote was on paper gets no electronic figures signed', () => {
  const fault = (change) => paperSheetFault('u', sheet((s) => {
    s.fingerprint = null;
    s.channels.shift();
    change(s);
  }));
  assert.equal(fault(() => {}), '');
  const electronic = (returned) =>
    fault((s) => { s.channels.push({ name: 'electronic', returned, invalid: 0 }); });
  assert.equal(electronic(0), '');
  assert.equal(electronic(1), 'electronic');
  assert.equal(fault((s) => { s.fingerprint = 'f'; }), 'fingerprint');
  assert.equal(fault((s) => { s.uuid = 'v'; }), 'fingerprint');
  assert.equal(fault((s) => { s.channels[0].invalid = 9; }), 'form');
});

test('what is signed is what stands on the screen', () => {
  const totals = { due: 9, present: 8, issued: 8, returned: 8, valid: 7, majority: 5 };
  const text = sheet((s) => {
    Object.assign(s, totals, { validity: 'valid', electedNames: ['甲'] });
    s.candidates.forEach((one) => { one.abstain = 1; });
  });
  const shown = (change = () => {}) => {
    const lines = [['乙', 1, 4, 1, false], ['甲', 6, 0, 1, true], ['丁', 2, 0, 0, false],
      ['戊', 1, 0, 0, false]].map(([name, approve, against, abstain, elected]) =>
      ({ name, approve, against, abstain, elected }));
    const made = { ...totals, stands: true, lines };
    change(made);
    return shownFault(made, text);
  };
  assert.equal(shown(), '');
  for (const total of Object.keys(totals)) {
    assert.equal(shown((s) => { s[total]++; }), total);
  }
  for (const [change, what] of [
    [(s) => { s.stands = false; }, 'validity'],
    [(s) => { s.lines[0].approve = 2; }, '乙'],
    [(s) => { s.lines[1].against = 1; }, '甲'],
    [(s) => { s.lines[1].abstain = 0; }, '甲'],
    [(s) => { s.lines[1].elected = false; }, '甲'],
    [(s) => { s.lines[0].elected = true; }, '乙'],
    [(s) => { s.lines[3].approve = 0; }, '戊'],
    [(s) => { s.lines.pop(); }, 'candidates'],
    [(s) => { s.lines[3] = s.lines[2]; }, '丁'],
    [(s) => { s.lines[3].name = '己'; }, '己'],
    [(s) => { delete s.lines; }, 'form'],
  ]) {
    assert.equal(shown(change), what);
  }
  assert.equal(shownFault(undefined, text), 'form');
});
