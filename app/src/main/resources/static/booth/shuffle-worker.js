/**
 * A module worker that shuffles for a trustee's page, so that the page stays alive: some 10 ms an
 * answer. It talks to nobody else.
 *
 * In:  {election, tally}   exact texts: election.json, and `verification.toShuffle` of verify.js
 * Out: {done, of}          progress, several times
 *      {shuffle}           exact text, to be handed in; or {error}
 *
 *     const worker = new Worker('/static/booth/shuffle-worker.js', { type: 'module' });
 *     worker.onmessage = ({ data }) => …;
 *     worker.postMessage({ election: poll.document, tally: verification.toShuffle });
 */
import { readElection } from './election.js';
import { shuffle, stepsOfShuffle } from './shuffle.js';
import { secure } from './group.js';

/** Steps between two words of progress. */
const OFTEN = 8;

self.onmessage = ({ data: { election: document, tally } }) => {
  try {
    const election = readElection(document);
    const of = stepsOfShuffle(election, tally);
    let done = 0;
    const step = (steps) => {
      done += steps;
      if (done % OFTEN === 0) self.postMessage({ done, of });
    };
    self.postMessage({ shuffle: shuffle(election, tally, secure, step) });
  } catch (error) {
    self.postMessage({ error: String(error.message) });
  }
};
