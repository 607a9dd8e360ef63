/**
 * A worker that checks ballots and shuffles of one election for verify.js.
 *
 * In:  {election} once, then {id, ballot, companion, where} or {id, tally, shuffle, where}
 * Out: {id, accepted} or {id, fault: {check, where, message}}; of a shuffle accepted is the tally
 *      that it makes of the one before
 */
import { Fault } from './archive.js';
import { checkBallot } from './check-ballot.js';
import { shuffledTally } from './check-shuffle.js';
import { readElection } from './election.js';

let election = null;

self.onmessage = ({ data }) => {
  if (data.election) {
    election = readElection(data.election);
    return;
  }
  const { id, where } = data;
  try {
    const accepted = data.shuffle === undefined
      ? checkBallot(election, data.ballot, data.companion, where)
      : shuffledTally(election, data.tally, data.shuffle, where);
    self.postMessage({ id, accepted });
  } catch (error) {
    const { check, message } = error instanceof Fault ? error : new Fault(0, where, String(error));
    self.postMessage({ id, fault: { check, where: error.where || where, message } });
  }
};
