package org.zhijia.election;

import java.time.LocalDate;
import java.util.Optional;

/// A vote with all that is known of it, open or not.
///
/// @param equal as many candidates as seats (等额)
/// @param runoff a vote among those tied, who had the majority before: most votes elect
/// @param writeIn whether an electronic ballot can write in people who are no candidates
/// @param issued ballots handed out; empty before opening
/// @param setup the three documents of the archive; empty on paper alone and before opening
/// @param tally the encrypted sums, once the box is closed
/// @param sums the decrypted sums, as the archive's result document
/// @param result the count and what follows from it, as published
/// @param cancelledFor why it was given up
public record PollRow(
    Poll poll,
    boolean equal,
    boolean runoff,
    boolean writeIn,
    Optional<LocalDate> publishedOn,
    Optional<Issued> issued,
    Optional<Setup> setup,
    Optional<Tally> tally,
    Optional<String> sums,
    Optional<Result> result,
    Optional<String> cancelledFor) {

  /// @param due and `present` as frozen when it was opened
  public record Issued(int due, int present, int electronic, int paper) {
    public int all() {
      return electronic + paper;
    }
  }

  /// @param headerTime seconds since 1970, the one time that the archive tells
  public record Setup(String election, String credentials, String fingerprint, long headerTime) {}

  /// @param tallied how many ballots are in it
  public record Tally(String encrypted, int tallied) {}

  /// @param signature of the chief scrutineer, over the hash
  public record Result(String text, String sha256, Optional<String> signature) {}

  public boolean isElectronic() {
    return setup.isPresent();
  }
}
