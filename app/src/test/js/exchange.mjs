// Does in JavaScript what a Java test asks for: one JSON command on standard input, one answer on
// standard output. So each of the two makes and the other checks.
import './booth.mjs';
import { readFileSync } from 'node:fs';
import { checkDigit, exponent, parseCredential, publicCredential }
  from '../../main/resources/static/booth/credential.js';
import { makePolynomial, makeShare, openShare, thresholdKey }
  from '../../main/resources/static/booth/ceremony.js';
import { partialDecryption } from '../../main/resources/static/booth/decrypt.js';
import { readElection } from '../../main/resources/static/booth/election.js';
import { embed, generator, numbersOf }
  from '../../main/resources/static/booth/embedding.js';
import { decode, encode } from '../../main/resources/static/booth/group.js';
import { shuffle } from '../../main/resources/static/booth/shuffle.js';
import { makeBallot } from '../../main/resources/static/booth/encrypt.js';
import { certificate } from '../../main/resources/static/booth/seed.js';
import { signResult } from '../../main/resources/static/booth/sign.js';
import { Verification } from '../../main/resources/static/booth/verify.js';

const commands = {
  credentials: ({ uuid, credentials }) => credentials.map((credential) => ({
    exponent: exponent(credential, uuid).toString(),
    key: publicCredential(credential, uuid),
    digit: checkDigit(credential),
    parsed: parseCredential(credential + '-' + checkDigit(credential)).credential,
  })),
  ballots: ({ election, votes }) => {
    const read = readElection(election);
    return votes.map(({ credential, vote }) => {
      const { ballot, companion, tracker } = makeBallot(read, credential, vote);
      return { ballot, tracker, companion: companion ?? '' };
    });
  },
  embedding: ({ rows, generators, elements }) => ({
    embedded: rows.map((row) => encode(embed(row))),
    generators: generators.map((index) => encode(generator(index))),
    numbers: elements.map((element) => numbersOf(decode(element), 30)),
  }),
  shuffle: ({ election, tally }) => shuffle(readElection(election), tally),
  certificate: ({ seed, ...context }) => certificate(seed, { group: 'Ed25519', ...context }),
  polynomial: ({ seed, certificates }) => makePolynomial(seed, certificates),
  share: ({ seed, certificates, polynomials }) => makeShare(seed, certificates, polynomials),
  key: ({ certificates, polynomials, shares }) => thresholdKey(certificates, polynomials, shares),
  decryption: async ({ seed, share, fingerprint, tally }) =>
    partialDecryption(fingerprint, await openShare(seed, share), tally),
  signature: ({ seed, uuid, hash }) => signResult(seed, uuid, hash),
  verification: async ({ archive, companion, chunk }) => {
    const verification = new Verification();
    try {
      if (companion) verification.pushCompanion(readFileSync(companion));
      const whole = readFileSync(archive);
      for (let at = 0; at < whole.length; at += chunk) {
        await verification.push(whole.subarray(at, at + chunk));
      }
      const { checked, counted, waiting, tally, toShuffle, shuffles, result } = verification;
      return {
        checked, counted, waiting, tally: tally ?? '', toShuffle: toShuffle ?? '', shuffles,
        result: result ?? '',
      };
    } catch (fault) {
      return { check: fault.check ?? -1, where: fault.where ?? '', reason: fault.message };
    }
  },
};

const { command, ...given } = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify({ answer: await commands[command](given) }));
