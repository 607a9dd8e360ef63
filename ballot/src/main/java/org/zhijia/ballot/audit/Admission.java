package org.zhijia.ballot.audit;

import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.archive.Document;
import org.zhijia.ballot.belenios.v1.Ballot;
import org.zhijia.ballot.belenios.v1.Tally;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.DirectChecks;
import org.zhijia.ballot.proof.Sha256;

/// Checks 10 to 18 and 27 to 31 over single ballots, for whoever keeps the box elsewhere than in an
/// archive (a database) and writes the archive from it: what is admitted here, the verifier will
/// accept there. Whether the same ballot came before (check 13) is the box's own business.
///
/// Safe to share between threads.
public final class Admission {
  private static final String NAME = "ballot";

  private final Setup setup;

  private Admission(Setup setup) {
    this.setup = setup;
  }

  /// @throws Malformed if the three documents do not make an election
  public static Admission of(byte[] election, byte[] trustees, byte[] credentials)
      throws Malformed {
    return new Admission(setup(election, trustees, credentials));
  }

  static Setup setup(byte[] election, byte[] trustees, byte[] credentials) throws Malformed {
    try {
      return Setup.of(
          document(election), document(trustees), document(credentials), new CheckCounts());
    } catch (Fault fault) {
      throw new Malformed(fault.where(), fault.check() + ": " + String.join("; ", fault.causes()));
    }
  }

  private static Document document(byte[] content) {
    return new Document(Sha256.hex(content), 0, content);
  }

  /// What came of a ballot.
  public sealed interface Answer {
    /// @param credential the public credential under which it counts
    /// @param tracker what the voter keeps
    /// @param tally the ballot as a sum of one, for the sum of all
    /// @param hint what the check computed, for those who check the ballot later
    record Admitted(String credential, String tracker, Tally tally, Optional<byte[]> hint)
        implements Answer {}

    /// @param where in the ballot
    record Refused(Check check, String where, List<String> causes) implements Answer {
      public Refused {
        causes = List.copyOf(causes);
      }
    }
  }

  /// @param companion the ballot's line of the companion file; must be there for a union slate
  public Answer check(byte[] ballot, Optional<byte[]> companion) {
    try {
      if (setup.slates().isEmpty() == companion.isPresent()) {
        throw new Fault(
            Check.COMPANION_BINDING,
            NAME,
            "a ballot of a union slate comes with its companion, and no other does");
      }
      DirectChecks proofs = setup.hintingChecks();
      Ticket ticket = new Ticket(document(ballot), companion, NAME);
      var accepted = BallotCheck.run(setup, ticket, proofs, new CheckCounts());
      String credential =
          Ballot.read(setup.group(), setup.election().questions(), ballot).credential();
      return new Answer.Admitted(
          credential, Ballot.tracker(ballot), accepted.tally(), proofs.hint());
    } catch (Fault fault) {
      return new Answer.Refused(fault.check(), fault.where(), fault.causes());
    } catch (Malformed impossible) {
      throw new IllegalStateException("the ballot was read before", impossible);
    }
  }
}
