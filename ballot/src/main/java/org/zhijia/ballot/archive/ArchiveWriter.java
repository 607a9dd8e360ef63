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
import org.zhijia.ballot.belenios.v1.Shuffle;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Sha256;

/// Appends to an archive: each act writes its documents and then the event that seals them.
///
/// The caller asks only for acts that are due ([ArchiveReader] would refuse others on reading);
/// what is appended is whole or, after a crash, an unfinished tail without its event that
/// [#resume(Path)] cuts off.
public final class ArchiveWriter implements Closeable {
  private final FileChannel file;
  private ArchiveReader.End end;

  private ArchiveWriter(FileChannel file, ArchiveReader.End end) {
    this.file = file;
    this.end = end;
  }

  /// Starts a new archive; the file must not exist.
  public static ArchiveWriter create(Path path, long timestamp) throws IOException {
    FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var start = new ArchiveReader.End(0, timestamp, Optional.empty(), 0, Optional.empty());
    ArchiveWriter writer = new ArchiveWriter(file, start);
    writer.record(Header.NAME, JsonText.bytesOf(new Header(timestamp)));
    writer.end =
        new ArchiveReader.End(file.position(), timestamp, Optional.empty(), 0, Optional.empty());
    return writer;
  }

  /// Goes on where an archive ends, after cutting off a tail that no event seals.
  public static ArchiveWriter resume(Path path) throws IOException, Malformed {
    ArchiveReader.End end = ArchiveReader.endOf(path);
    FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
    file.truncate(end.position());
    file.position(end.position());
    return new ArchiveWriter(file, end);
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
    encryptedTally(tally.bytes(), numTallied, totalWeight);
  }

  /// The same of exact bytes: reading a tally of many answers takes long.
  public void encryptedTally(byte[] tally, long numTallied, long totalWeight) throws IOException {
    var sized = new EncryptedTally.Sized(numTallied, totalWeight, data(tally));
    event(Event.Type.ENCRYPTED_TALLY, Optional.of(data(JsonText.bytesOf(sized))));
  }

  /// @param owner number of the trustee, from 1
  public void shuffle(int owner, Shuffle shuffle) throws IOException {
    shuffle(owner, JsonText.bytesOf(shuffle));
  }

  /// The same of exact bytes.
  public void shuffle(int owner, byte[] shuffle) throws IOException {
    String payload = data(shuffle);
    byte[] owned = JsonText.bytesOf(new Shuffle.Owned(owner, payload));
    event(Event.Type.SHUFFLE, Optional.of(data(owned)));
  }

  public void endShuffles() throws IOException {
    event(Event.Type.END_SHUFFLES, Optional.empty());
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

  /// Where the next entry will begin, and what it will follow.
  public ArchiveReader.End end() {
    return end;
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
    byte[] content = new Event(end.lastEvent(), end.nextHeight(), type, payload).bytes();
    String hash = Sha256.hex(content);
    record(hash + ArchiveReader.EVENT, content);
    end =
        new ArchiveReader.End(
            file.position(),
            end.timestamp(),
            Optional.of(hash),
            end.nextHeight() + 1,
            Optional.of(type));
  }

  private void record(String name, byte[] content) throws IOException {
    byte[] header = new TarHeader(name, content.length, end.timestamp()).bytes();
    byte[] padding = new byte[TarHeader.padding(content.length)];
    for (byte[] part : List.of(header, content, padding)) {
      ByteBuffer buffer = ByteBuffer.wrap(part);
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
    }
  }
}
