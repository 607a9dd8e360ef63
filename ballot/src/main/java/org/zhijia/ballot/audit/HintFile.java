package org.zhijia.ballot.audit;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.zhijia.ballot.archive.ArchiveReader;
import org.zhijia.ballot.group.Hints;
import org.zhijia.ballot.json.JsonLimits;
import org.zhijia.ballot.json.JsonText;

/// The file of hints: `UUID.hints` beside `UUID.bel`. A line that names the election, then for each
/// ballot of the archive, in the same order, the number of its points (4 bytes, most significant
/// first) and the points. It may be missing, wrong or end early: then ballots are checked without.
///
/// Source: `docs/spec/ballot.md`, section 12.
public final class HintFile implements Closeable {
  private static final int MOST_POINTS = JsonLimits.HANDED_IN.bytes() / Hints.POINT_BYTES;

  private static final byte[] NONE = {};

  private final DataInputStream in;
  private long read;
  private boolean ended;

  private HintFile(DataInputStream in) {
    this.in = in;
  }

  /// Where the hints of this archive lie.
  public static Path beside(Path archive) {
    return ArchiveReader.beside(archive, ".hints");
  }

  /// The line with which the file of an election begins.
  static byte[] header(String fingerprint) {
    JsonText json = new JsonText().open().field("version").number(1);
    String line = json.field("election").text(fingerprint).close() + "\n";
    return line.getBytes(StandardCharsets.UTF_8);
  }

  /// Opens the hints of an election, if there are any and they are its own.
  static Optional<HintFile> open(Path path, String fingerprint) throws IOException {
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)));
    byte[] header = header(fingerprint);
    if (Arrays.equals(in.readNBytes(header.length), header)) {
      return Optional.of(new HintFile(in));
    }
    in.close();
    return Optional.empty();
  }

  /// The points of a ballot, by its number from 1. Ballots come in order; some may be left out.
  Optional<byte[]> of(long ballot) throws IOException {
    byte[] points = NONE;
    while (!ended && read < ballot) {
      points = next();
      read++;
    }
    return ended || points.length == 0 ? Optional.empty() : Optional.of(points);
  }

  private byte[] next() throws IOException {
    try {
      int count = in.readInt();
      if (count >= 0 && count <= MOST_POINTS) {
        byte[] points = in.readNBytes(count * Hints.POINT_BYTES);
        ended = points.length < count * Hints.POINT_BYTES;
        return points;
      }
      ended = true;
    } catch (EOFException end) {
      ended = true;
    }
    return NONE;
  }

  /// Writes the file of an election, ballot by ballot.
  public static final class Writer implements Closeable {
    private final DataOutputStream out;

    public Writer(Path path, String fingerprint) throws IOException {
      out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path)));
      out.write(header(fingerprint));
    }

    /// @param points of the next ballot; empty if nobody computed them
    public void write(Optional<byte[]> points) throws IOException {
      byte[] known = points.orElse(NONE);
      out.writeInt(known.length / Hints.POINT_BYTES);
      out.write(known);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
