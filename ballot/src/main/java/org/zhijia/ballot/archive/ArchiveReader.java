package org.zhijia.ballot.archive;

import static org.zhijia.ballot.archive.ArchiveFault.Rule;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.json.JsonLimits;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Sha256;

/// Reads an archive event by event in constant memory, checking the container as it goes: header,
/// records, chain and order. A file that is still growing can be read on from where it ended.
///
/// ```java
/// try (ArchiveReader reader = ArchiveReader.open(path)) {
///   for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) { … }
/// }
/// ```
public final class ArchiveReader implements Closeable {
  static final String DATA = ".data.json";
  static final String EVENT = ".event.json";

  private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})(\\.data|\\.event)\\.json");
  private static final int LARGEST_HEADER = 1024;

  private final FileChannel file;
  private End end;

  private ArchiveReader(FileChannel file, End end) {
    this.file = file;
    this.end = end;
  }

  /// How far an archive has been read: all that is needed to go on from there.
  ///
  /// @param position byte after the last event
  /// @param timestamp time that every record bears, in seconds since 1970
  /// @param lastEvent hash of the last event, in hexadecimal
  public record End(
      long position,
      long timestamp,
      Optional<String> lastEvent,
      long nextHeight,
      Optional<Event.Type> lastType) {}

  /// Where a file lies that belongs to an archive: the same name with another ending.
  public static Path beside(Path archive, String ending) {
    String name = archive.getFileName().toString();
    String stem = name.endsWith(".bel") ? name.substring(0, name.length() - 4) : name;
    return archive.resolveSibling(stem + ending);
  }

  /// Opens an archive at its first event.
  public static ArchiveReader open(Path path) throws IOException, ArchiveFault {
    FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
    try {
      return new ArchiveReader(file, start(file));
    } catch (IOException | ArchiveFault | RuntimeException failure) {
      file.close();
      throw failure;
    }
  }

  /// Opens an archive where an earlier reading ended.
  public static ArchiveReader resume(Path path, End end) throws IOException {
    return new ArchiveReader(FileChannel.open(path, StandardOpenOption.READ), end);
  }

  /// Where the sealed part of an archive ends.
  static End endOf(Path path) throws IOException, Malformed {
    try (ArchiveReader reader = open(path)) {
      while (reader.next().isPresent()) {
        // reading is checking
      }
      return reader.end();
    } catch (ArchiveFault fault) {
      throw new Malformed("byte " + fault.position(), fault.reason(), fault);
    }
  }

  public End end() {
    return end;
  }

  /// Length of the file as of now.
  public long size() throws IOException {
    return file.size();
  }

  /// Whether bytes follow the last event: a tail that no event seals, whole or cut off.
  public boolean hasUnsealedTail() throws IOException {
    return end.position() < file.size();
  }

  /// The next event with its documents; empty if no whole event follows (yet).
  public Optional<Entry> next() throws IOException, ArchiveFault {
    List<Document> documents = new ArrayList<>();
    long position = end.position();
    while (true) {
      Optional<Block> found = record(position);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Block record = found.get();
      if (record.isEvent()) {
        return Optional.of(seal(record, documents));
      }
      if (documents.size() == EventOrder.MOST_DOCUMENTS) {
        throw new ArchiveFault(Rule.ORDER, position, "too many documents without an event");
      }
      documents.add(record.document());
      position = record.end();
    }
  }

  /// Reads again the document whose record begins at this byte.
  public Document at(long position) throws IOException, ArchiveFault {
    return record(position)
        .orElseThrow(() -> new ArchiveFault(Rule.RECORDS, position, "the record is gone"))
        .document();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /// A record of the archive, still to be matched with its event.
  private record Block(Document document, boolean isEvent, long end) {}

  private static End start(FileChannel file) throws IOException, ArchiveFault {
    ArchiveReader reader =
        new ArchiveReader(file, new End(0, 0, Optional.empty(), 0, Optional.empty()));
    ByteBuffer block = ByteBuffer.allocate(TarHeader.BLOCK);
    try {
      reader.readFully(0, block);
      TarHeader tar = TarHeader.read(block.array(), "byte 0");
      if (!tar.name().equals(Header.NAME) || tar.size() > LARGEST_HEADER) {
        throw new ArchiveFault(Rule.HEADER, 0, "not an archive: no BELENIOS header");
      }
      ByteBuffer content = ByteBuffer.allocate((int) tar.size());
      reader.readFully(TarHeader.BLOCK, content);
      Header header = Header.read(content.array());
      if (header.timestamp() != tar.timestamp()) {
        throw new ArchiveFault(Rule.HEADER, 0, "the header's time is not that of its record");
      }
      long position = reader.afterPadding(TarHeader.BLOCK + tar.size(), 0);
      return new End(position, header.timestamp(), Optional.empty(), 0, Optional.empty());
    } catch (EOFException cutOff) {
      throw new ArchiveFault(Rule.HEADER, 0, "not an archive: shorter than its header");
    } catch (Malformed malformed) {
      throw new ArchiveFault(Rule.HEADER, 0, "not an archive: " + malformed.reason());
    }
  }

  private Optional<Block> record(long position) throws IOException, ArchiveFault {
    ByteBuffer block = ByteBuffer.allocate(TarHeader.BLOCK);
    try {
      readFully(position, block);
      TarHeader tar = TarHeader.read(block.array(), "byte " + position);
      var name = NAME.matcher(tar.name());
      if (!name.matches()) {
        throw new ArchiveFault(Rule.RECORDS, position, "a record of an unexpected name");
      }
      if (tar.timestamp() != end.timestamp()) {
        throw new ArchiveFault(Rule.RECORDS, position, "a record with a time of its own");
      }
      if (tar.size() > largestRecord()) {
        throw new ArchiveFault(Rule.RECORDS, position, "a record larger than is allowed");
      }
      ByteBuffer content = ByteBuffer.allocate((int) tar.size());
      readFully(position + TarHeader.BLOCK, content);
      if (!Sha256.hex(content.array()).equals(name.group(1))) {
        throw new ArchiveFault(Rule.RECORDS, position, "a record that its name does not fit");
      }
      long end = afterPadding(position + TarHeader.BLOCK + tar.size(), position);
      Document document = new Document(name.group(1), position, content.array());
      return Optional.of(new Block(document, name.group(2).equals(".event"), end));
    } catch (EOFException notYetWhole) {
      return Optional.empty();
    } catch (Malformed malformed) {
      throw new ArchiveFault(Rule.RECORDS, position, malformed.reason());
    }
  }

  private Entry seal(Block record, List<Document> documents) throws ArchiveFault {
    long position = record.document().position();
    Event event;
    try {
      event = Event.read(record.document().content());
    } catch (Malformed malformed) {
      throw new ArchiveFault(Rule.CHAIN, position, "the event is malformed: " + malformed);
    }
    if (!event.parent().equals(end.lastEvent()) || event.height() != end.nextHeight()) {
      throw new ArchiveFault(Rule.CHAIN, position, "the event does not follow the one before it");
    }
    if (!EventOrder.after(end.lastType()).contains(event.type())
        || !EventOrder.fits(event.type(), documents.size())) {
      String what = event.type().text() + " with " + documents.size() + " documents";
      throw new ArchiveFault(Rule.ORDER, position, what + " is not due here");
    }
    Optional<String> last =
        documents.isEmpty() ? Optional.empty() : Optional.of(documents.getLast().hash());
    if (!event.payload().equals(last)) {
      throw new ArchiveFault(Rule.CHAIN, position, "the event names another document");
    }
    String hash = record.document().hash();
    end =
        new End(
            record.end(),
            end.timestamp(),
            Optional.of(hash),
            end.nextHeight() + 1,
            Optional.of(event.type()));
    return new Entry(event, hash, documents);
  }

  /// Ballots come from strangers. What organisers and trustees write may be longer: a shuffle has
  /// as many proofs as there are ballots.
  private long largestRecord() {
    boolean votingOpen =
        end.lastType().stream().anyMatch(t -> t == Event.Type.SETUP || t == Event.Type.BALLOT);
    return votingOpen ? JsonLimits.HANDED_IN.bytes() : JsonLimits.SETUP.bytes();
  }

  private long afterPadding(long contentEnd, long position) throws IOException, ArchiveFault {
    ByteBuffer padding = ByteBuffer.allocate(TarHeader.padding(contentEnd));
    readFully(contentEnd, padding);
    for (byte b : padding.array()) {
      if (b != 0) {
        throw new ArchiveFault(Rule.RECORDS, position, "a record padded with more than zeros");
      }
    }
    return contentEnd + padding.capacity();
  }

  private void readFully(long position, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (file.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException();
      }
    }
  }
}
