package org.zhijia.ballot.audit;

import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.EncryptedTally;
import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.belenios.v1.Result;
import org.zhijia.ballot.belenios.v1.Trustees;
import org.zhijia.ballot.slate.UnionSlate;

/// What an archive says, as far as it has been read and checked.
///
/// @param election empty if the set-up could not be read
/// @param fingerprint φ, the hash that binds everything to this election
/// @param certified whether the credentials come with a certificate, which is not checked
/// @param lastEvent how far the election has come
/// @param credentials number of public credentials
/// @param credentialWeight sum of their weights
/// @param ballots number of ballots in the box, replaced ones included
/// @param hinted number of ballots that were checked by hints, not directly
/// @param counted number of ballots that count: each credential's last
/// @param fewestOfOneWeight of the ballots that count, how many the rarest weight has; all of them
///     where there are no weights
/// @param tally what is to be decrypted, checked: the encrypted sums, and the answers as they were
///     shuffled last; empty while voting is open
/// @param shuffles numbers of the trustees that shuffled, in order
/// @param decryptions numbers of the trustees that decrypted, from 1
public record Findings(
    Optional<Election> election,
    Optional<String> fingerprint,
    Optional<Trustees> trustees,
    List<UnionSlate> slates,
    boolean certified,
    Optional<Event.Type> lastEvent,
    Optional<String> lastEventHash,
    long credentials,
    long credentialWeight,
    long ballots,
    long hinted,
    long counted,
    long fewestOfOneWeight,
    Optional<EncryptedTally> tally,
    List<Integer> shuffles,
    List<Integer> decryptions,
    Optional<Result> result) {

  public Findings {
    slates = List.copyOf(slates);
    shuffles = List.copyOf(shuffles);
    decryptions = List.copyOf(decryptions);
  }
}
