package org.zhijia.ballot.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.belenios.v1.Ballot;
import org.zhijia.ballot.belenios.v1.EncryptedTally;
import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.belenios.v1.PartialDecryption;
import org.zhijia.ballot.belenios.v1.Result;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Sha256;

/// Appends to an archive: each act writes its documents and then the event that seals them.
///
/// The caller asks only for acts that are due ([ArchiveReader] would refuse others on reading);
// what
/// is appended is whole or, after a crash, an unfinished tail without its event that
/// [#resume(Path)] cuts off.
public final class ArchiveWriter implements Closeable {
  private final FileChannel file;
  private final long timestamp;
  private Optional<String> lastEvent;
  private long nextHeight;

  private ArchiveWriter(
      FileChannel file, long timestamp, Optional<String> lastEvent, long nextHeight) {
    this.file = file;
    this.timestamp = timestamp;
    this.lastEvent = lastEvent;
    this.nextHeight = nextHeight;
  }

  /// Starts a new archive; the file must not exist.
  public static ArchiveWriter create(Path path, long timestamp) throws IOException {
    FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    ArchiveWriter writer = new ArchiveWriter(file, timestamp, Optional.empty(), 0);
    writer.record(Header.NAME, JsonText.bytesOf(new Header(timestamp)));
    return writer;
  }

  /// Goes on where an archive ends, after cutting off a tail that no event seals.
  public static ArchiveWriter resume(Path path) throws IOException, Malformed {
    ArchiveReader.End end = ArchiveReader.endOf(path);
    FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
    file.truncate(end.position());
    file.position(end.position());
    return new ArchiveWriter(file, end.timestamp(), end.lastEvent(), end.nextHeight());
  }

  /// Election, trustees and public credentials, as documents.
  public void setup(byte[] election, byte[] trustees, byte[] credentials) throws IOException {
    String electionHash = data(election);
    String trusteesHash = data(trustees);
    String credentialsHash = data(credentials);
    byte[] setup =
        new JsonText()
            .open()
            .field("election")
            .text(electionHash)
            .field("trustees")
            .text(trusteesHash)
            .field("credentials")
            .text(credentialsHash)
            .close()
            .bytes();
    event(Event.Type.SETUP, Optional.of(data(setup)));
  }

  public void ballot(Ballot ballot) throws IOException {
    ballot(ballot.bytes());
  }

  public void ballot(byte[] ballot) throws IOException {
    event(Event.Type.BALLOT, Optional.of(data(ballot)));
  }

  public void endBallots() throws IOException {
    event(Event.Type.END_BALLOTS, Optional.empty());
  }

  public void encryptedTally(EncryptedTally tally, long numTallied, long totalWeight)
      throws IOException {
    data(tally.bytes());
    byte[] sized = JsonText.bytesOf(tally.sized(numTallied, totalWeight));
    event(Event.Type.ENCRYPTED_TALLY, Optional.of(data(sized)));
  }

  /// @param owner number of the trustee, from 1
  public void partialDecryption(int owner, PartialDecryption decryption) throws IOException {
    String payload = data(JsonText.bytesOf(decryption));
    byte[] owned = JsonText.bytesOf(new PartialDecryption.Owned(owner, payload));
    event(Event.Type.PARTIAL_DECRYPTION, Optional.of(data(owned)));
  }

  public void result(Result result) throws IOException {
    event(Event.Type.RESULT, Optional.of(data(JsonText.bytesOf(result))));
  }

  /// Writes what has been appended to the disk itself.
  public void sync() throws IOException {
    file.force(false);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private String data(byte[] content) throws IOException {
    String hash = Sha256.hex(content);
    record(hash + ArchiveReader.DATA, content);
    return hash;
  }

  private void event(Event.Type type, Optional<String> payload) throws IOException {
    byte[] content = new Event(lastEvent, nextHeight, type, payload).bytes();
    String hash = Sha256.hex(content);
    record(hash + ArchiveReader.EVENT, content);
    lastEvent = Optional.of(hash);
    nextHeight++;
  }

  private void record(String name, byte[] content) throws IOException {
    byte[] header = new TarHeader(name, content.length, timestamp).bytes();
    byte[] padding = new byte[TarHeader.padding(content.length)];
    for (byte[] part : List.of(header, content, padding)) {
      ByteBuffer buffer = ByteBuffer.wrap(part);
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
    }
  }
}
