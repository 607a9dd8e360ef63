/**
 * The worker that encrypts. It is told an election, a credential and a vote, and answers with the
 * ballot; it talks to nobody else. tools/bundle-booth makes one file of it, booth.bundle.js, whose
 * hash is printed on slips and notices.
 *
 * In:  {id, election, credential, vote}   exact text of election.json, credential, rows as in vote.js
 * Out: {id, done, of}                     progress
 *      {id, ballot, companion, tracker, openings} or {id, error}
 */
import { readElection } from './election.js';
import { makeBallot, stepsOf } from './encrypt.js';

/** Steps between two words of progress. */
const OFTEN = 16;

self.onmessage = ({ data: { id, election: document, credential, vote } }) => {
  try {
    const election = readElection(document);
    const of = stepsOf(election);
    let done = 0;
    let told = 0;
    const step = (steps) => {
      done += steps;
      if (done - told < OFTEN) return;
      told = done;
      self.postMessage({ id, done, of });
    };
    self.postMessage({ id, ...makeBallot(election, credential, vote, step) });
  } catch (error) {
    self.postMessage({ id, error: String(error.message) });
  }
};
