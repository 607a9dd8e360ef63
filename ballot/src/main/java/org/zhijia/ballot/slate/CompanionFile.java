package org.zhijia.ballot.slate;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.zhijia.ballot.archive.ArchiveReader;
import org.zhijia.ballot.json.JsonLimits;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;

/// The file of companion proofs: `UUID.companion` beside `UUID.bel`. One JSON document a line:
/// first `{"version":1,"election":"φ"}`, then one [Companion] for each ballot of the archive, in
/// the same order. Append-only, read line by line.
///
/// Source: `docs/spec/ballot.md`, section 7.3.
public final class CompanionFile implements Closeable {
  private static final int CHUNK = 1 << 16;

  private final Path path;
  private final FileChannel file;
  private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).limit(0);
  private long position;

  private CompanionFile(Path path, FileChannel file) {
    this.path = path;
    this.file = file;
  }

  /// Where the companion of this archive lies.
  public static Path beside(Path archive) {
    return ArchiveReader.beside(archive, ".companion");
  }

  /// Starts the file of an election.
  public static void create(Path path, String fingerprint) throws IOException {
    byte[] header =
        new JsonText()
            .open()
            .field("version")
            .number(1)
            .field("election")
            .text(fingerprint)
            .close()
            .bytes();
    write(path, header, StandardOpenOption.CREATE_NEW);
  }

  public static void append(Path path, Companion companion) throws IOException {
    appendLine(path, JsonText.bytesOf(companion));
  }

  /// Appends a line that was read or made by [Companion].
  public static void appendLine(Path path, byte[] line) throws IOException {
    write(path, line, StandardOpenOption.APPEND);
  }

  /// Opens a file for reading and checks that it belongs to this election.
  public static CompanionFile open(Path path, String fingerprint) throws IOException, Malformed {
    CompanionFile companion =
        new CompanionFile(path, FileChannel.open(path, StandardOpenOption.READ));
    try {
      byte[] header =
          companion.next().orElseThrow(() -> new Malformed("line 1", "the file is empty"));
      JsonNode node = JsonNode.parse(header).only("version", "election");
      node.field("version").integer(1, 1);
      if (!node.field("election").text().equals(fingerprint)) {
        throw node.malformed("the file belongs to another election");
      }
      return companion;
    } catch (IOException | Malformed | RuntimeException failure) {
      companion.close();
      throw failure;
    }
  }

  /// Byte after the last whole line read.
  public long position() {
    return position;
  }

  /// Goes on after a line that was read before.
  public void seek(long afterLine) {
    position = afterLine;
    chunk.limit(0);
  }

  /// The next whole line without its end; empty if none follows (yet).
  public Optional<byte[]> next() throws IOException, Malformed {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long read = position;
    while (true) {
      if (!chunk.hasRemaining() && !fill(read)) {
        chunk.limit(0);
        return Optional.empty();
      }
      byte next = chunk.get();
      read++;
      if (next == '\n') {
        position = read;
        return Optional.of(line.toByteArray());
      }
      line.write(next);
      if (line.size() > JsonLimits.HANDED_IN.bytes()) {
        throw new Malformed("byte " + position, "a line longer than is allowed");
      }
    }
  }

  /// Whether bytes follow the last whole line.
  public boolean hasTail() throws IOException {
    return position < file.size();
  }

  /// Cuts off whatever follows the last line read.
  public void cutTail() throws IOException {
    try (FileChannel writing = FileChannel.open(path, StandardOpenOption.WRITE)) {
      writing.truncate(position);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private boolean fill(long from) throws IOException {
    chunk.clear();
    int count = file.read(chunk, from);
    chunk.flip();
    return count > 0;
  }

  private static void write(Path path, byte[] line, StandardOpenOption how) throws IOException {
    try (OutputStream out = Files.newOutputStream(path, how, StandardOpenOption.WRITE)) {
      byte[] whole = new byte[line.length + 1];
      System.arraycopy(line, 0, whole, 0, line.length);
      whole[line.length] = '\n';
      out.write(whole);
    }
  }
}
