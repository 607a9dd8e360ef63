package org.zhijia.ballot.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.proof.Sha256;

/// An archive taken apart, to be changed and put together again with all hashes right, so that a
/// change is met by the check that it is meant for and not by a hash.
public final class ArchiveSurgery {
  private final long timestamp;
  private final List<Step> steps = new ArrayList<>();

  private ArchiveSurgery(long timestamp) {
    this.timestamp = timestamp;
  }

  /// An event with its documents, as text.
  public static final class Step {
    public Event.Type type;
    public final List<String> documents;

    Step(Event.Type type, List<String> documents) {
      this.type = type;
      this.documents = new ArrayList<>(documents);
    }
  }

  public static ArchiveSurgery takeApart(Path archive) throws IOException, ArchiveFault {
    try (ArchiveReader reader = ArchiveReader.open(archive)) {
      ArchiveSurgery parts = new ArchiveSurgery(reader.end().timestamp());
      for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
        List<String> documents =
            next.get().documents().stream()
                .map(document -> new String(document.content(), StandardCharsets.UTF_8))
                .toList();
        parts.steps.add(new Step(next.get().event().type(), documents));
      }
      return parts;
    }
  }

  public List<Step> steps() {
    return steps;
  }

  public Step only(Event.Type type) {
    return all(type).getFirst();
  }

  public List<Step> all(Event.Type type) {
    return steps.stream().filter(step -> step.type == type).toList();
  }

  /// Puts the archive together; references between documents are made right again.
  public byte[] putTogether() {
    return putTogether(UnaryOperator.identity(), true);
  }

  /// @param event changes each event's text before it is hashed
  /// @param mend whether references between documents are made right again
  public byte[] putTogether(UnaryOperator<String> event, boolean mend) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    record(out, Header.NAME, new JsonText().value(new Header(timestamp)).toString());
    Optional<String> last = Optional.empty();
    long height = 0;
    for (Step step : steps) {
      if (mend) {
        mend(step);
      }
      Optional<String> payload = Optional.empty();
      for (String document : step.documents) {
        payload = Optional.of(hash(document));
        record(out, payload.get() + ArchiveReader.DATA, document);
      }
      Event made = new Event(last, height++, step.type, payload);
      String text = event.apply(new JsonText().value(made).toString());
      last = Optional.of(hash(text));
      record(out, last.get() + ArchiveReader.EVENT, text);
    }
    return out.toByteArray();
  }

  private static void mend(Step step) {
    List<String> documents = step.documents;
    switch (step.type) {
      case SETUP -> {
        int last = documents.size() - 1;
        refer(documents, last, "election", hash(documents.get(0)));
        refer(documents, last, "trustees", hash(documents.get(1)));
        refer(documents, last, "credentials", hash(documents.get(2)));
        refer(documents, last, "credentials_certificate", hash(documents.get(3)));
      }
      case ENCRYPTED_TALLY -> refer(documents, 1, "encrypted_tally", hash(documents.get(0)));
      case SHUFFLE, PARTIAL_DECRYPTION -> refer(documents, 1, "payload", hash(documents.get(0)));
      case BALLOT, END_BALLOTS, END_SHUFFLES, RESULT -> {
        // these refer to nothing but their event
      }
    }
  }

  private static void refer(List<String> documents, int index, String field, String hash) {
    String pattern = "\"" + field + "\":\"[0-9a-f]{64}\"";
    documents.set(
        index, documents.get(index).replaceFirst(pattern, "\"" + field + "\":\"" + hash + "\""));
  }

  private static String hash(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }

  private void record(ByteArrayOutputStream out, String name, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    out.writeBytes(new TarHeader(name, bytes.length, timestamp).bytes());
    out.writeBytes(bytes);
    out.writeBytes(new byte[TarHeader.padding(bytes.length)]);
  }
}
