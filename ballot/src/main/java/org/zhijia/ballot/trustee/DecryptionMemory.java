package org.zhijia.ballot.trustee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// What a trustee remembers of the tallies it has decrypted, so that no election is ever decrypted
/// twice with different tallies (which would reveal the difference, down to single ballots).
public interface DecryptionMemory {

  /// Hash of the tally of this election that was decrypted before, if one was.
  Optional<String> decryptedTally(String electionUuid) throws IOException;

  /// Remembers before the decryption leaves the trustee's hands.
  void remember(String electionUuid, String tallyHash) throws IOException;

  /// A memory in a text file: one line `uuid hash` for each election.
  static DecryptionMemory inFile(Path file) {
    return new DecryptionMemory() {
      @Override
      public Optional<String> decryptedTally(String electionUuid) throws IOException {
        if (!Files.exists(file)) {
          return Optional.empty();
        }
        return Files.readAllLines(file).stream()
            .map(line -> line.split(" ", 2))
            .filter(words -> words.length == 2 && words[0].equals(electionUuid))
            .map(words -> words[1])
            .findFirst();
      }

      @Override
      public void remember(String electionUuid, String tallyHash) throws IOException {
        // A line of its own even after one that a crash cut short: glued to that, it would be lost.
        Files.writeString(
            file,
            "\n" + electionUuid + " " + tallyHash + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND,
            StandardOpenOption.SYNC);
      }
    };
  }
}
