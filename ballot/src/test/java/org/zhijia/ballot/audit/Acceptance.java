package org.zhijia.ballot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.archive.ArchiveFault;
import org.zhijia.ballot.archive.ArchiveReader;
import org.zhijia.ballot.archive.Entry;
import org.zhijia.ballot.belenios.v1.Event;

/// What it takes for an archive of ours to be accepted by belenios-tool 3.0: `election verify` on
/// the archive and `verify-ballot` on every ballot, against the archive cut back to its set-up; and
/// by 2.0 in the groups that it knows: `election verify` on a copy of the archive alone.
final class Acceptance {
  private final Path directory;
  private final BeleniosTool tool;

  private Acceptance(Path directory) {
    this.directory = directory;
    this.tool = BeleniosTool.in(directory);
  }

  /// @param directory where the archive lies, and no other
  static Acceptance in(Path directory) {
    return new Acceptance(directory);
  }

  void assertAccepted(SmallElection election) throws IOException, ArchiveFault {
    assertThat(election.verify().failure()).isEmpty();
    assertThat(verify().remarks()).contains("all checks passed");

    if (BeleniosTool.Version.V2.knows(election.group)) {
      assertThat(verifyByOlder(election.archive).remarks()).contains("all checks passed");
    }
    List<byte[]> ballots = cutBackToSetup(election.archive);
    assertThat(ballots).isNotEmpty();
    for (byte[] ballot : ballots) {
      BeleniosTool.Run run = verifyBallot(ballot);
      assertThat(run).matches(BeleniosTool.Run::succeeded, run.remarks());
    }
  }

  private BeleniosTool.Run verifyByOlder(Path archive) throws IOException {
    Path alone = Files.createTempDirectory(directory, "older-");
    Files.copy(archive, alone.resolve(archive.getFileName()));
    return BeleniosTool.in(alone, BeleniosTool.Version.V2).run("", "election", "verify");
  }

  BeleniosTool.Run verify() throws IOException {
    return tool.run("", "election", "verify");
  }

  BeleniosTool.Run verifyBallot(byte[] ballot) throws IOException {
    Path file = directory.resolve("ballot.json");
    Files.write(file, ballot);
    return tool.run("", "election", "verify-ballot", "--ballot", file.toString());
  }

  /// Answers the ballots that were there.
  static List<byte[]> cutBackToSetup(Path archive) throws IOException, ArchiveFault {
    List<byte[]> ballots = new ArrayList<>();
    long setupEnd = 0;
    try (ArchiveReader reader = ArchiveReader.open(archive)) {
      for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
        if (next.get().event().type() == Event.Type.SETUP) {
          setupEnd = reader.end().position();
        } else if (next.get().event().type() == Event.Type.BALLOT) {
          ballots.add(next.get().payload().content());
        }
      }
    }
    try (var file = Files.newByteChannel(archive, StandardOpenOption.WRITE)) {
      file.truncate(setupEnd);
    }
    return ballots;
  }
}
