import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sheetFault } from '../../main/resources/static/booth/check-sheet.js';

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
