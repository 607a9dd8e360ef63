/**
 * A worker that checks documents of one election for verify.js.
 *
 * In:  {election} once, then {id, method, given}: a method of `checksOf` and what it is given
 * Out: {id, accepted} or {id, fault: {check, where, message}}
 */
import { Fault } from './archive.js';
import { checksOf } from './checks.js';
import { readElection } from './election.js';

let checks = null;

self.onmessage = ({ data }) => {
  if (data.election) {
    checks = checksOf(readElection(data.election));
    return;
  }
  const { id, method, given } = data;
  try {
    self.postMessage({ id, accepted: checks[method](...given) });
  } catch (error) {
    const { check, where, message } =
      error instanceof Fault ? error : new Fault(0, method, String(error));
    self.postMessage({ id, fault: { check, where, message } });
  }
};
