/**
 * A worker that checks ballots of one election for verify.js.
 *
 * In:  {election} once, then {id, ballot, companion, where}
 * Out: {id, accepted} or {id, fault: {check, where, message}}
 */
import { Fault } from './archive.js';
import { checkBallot } from './check-ballot.js';
import { readElection } from './election.js';

let election = null;

self.onmessage = ({ data }) => {
  if (data.election) {
    election = readElection(data.election);
    return;
  }
  const { id, ballot, companion, where } = data;
  try {
    self.postMessage({ id, accepted: checkBallot(election, ballot, companion, where) });
  } catch (error) {
    const { check, message } = error instanceof Fault ? error : new Fault(0, where, String(error));
    self.postMessage({ id, fault: { check, where: error.where || where, message } });
  }
};
