/// The trustees (in a congress: the scrutineers, 监票人): how they make the election's key, alone or
/// as a threshold, and how they decrypt the tally and nothing but the tally.
///
/// Responsible for keys, the rounds of the key ceremony, partial decryptions and the result. Every
/// step is a pure function from messages to messages, so that it can be done on paper-less
/// air-gapped machines, in files or over a server. Refuses to know how the messages travel.
package org.zhijia.ballot.trustee;
