package org.zhijia.ballot.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import org.zhijia.ballot.audit.MutationTest.Mutation;
import org.zhijia.ballot.belenios.v1.Event;

/// Mischief on the container: headers, records, chain, order.
final class ContainerMutations {
  private ContainerMutations() {}

  static List<Mutation> all() {
    return List.of(
        bytes("empty file", Check.HEADER, b -> new byte[0]),
        bytes("no archive at all", Check.HEADER, b -> "hello".repeat(300).getBytes(US_ASCII)),
        bytes("version 2", Check.HEADER, b -> replace(b, "\"version\":1", "\"version\":2")),
        bytes("header's time", Check.HEADER, b -> replace(b, "1790000000", "1790000001")),
        bytes("record's mode", Check.RECORDS, b -> set(b, second(b) + 106, '5')),
        bytes("record's checksum", Check.RECORDS, b -> set(b, second(b) + 150, '7')),
        bytes("record's time", Check.RECORDS, b -> set(b, second(b) + 146, '7')),
        bytes("record's size", Check.RECORDS, b -> set(b, second(b) + 134, '7')),
        bytes("record's name", Check.RECORDS, b -> set(b, second(b), 'g')),
        bytes("record's hash", Check.RECORDS, b -> set(b, second(b), flip(b[second(b)]))),
        bytes("record's content", Check.RECORDS, b -> set(b, second(b) + 530, 'x')),
        bytes("padding", Check.RECORDS, b -> set(b, b.length - 1, 'x')),
        bytes("owner in tar header", Check.RECORDS, b -> set(b, second(b) + 300, 'r')),
        bytes("end cut off", Check.RECORDS, b -> Arrays.copyOf(b, b.length - 700)),
        bytes("half a block cut off", Check.RECORDS, b -> Arrays.copyOf(b, b.length - 256)),
        bytes("zeros at the end", Check.RECORDS, b -> Arrays.copyOf(b, b.length + 1024)),
        event("parent", Check.CHAIN, "\"parent\":\"[0-9a-f]", "\"parent\":\"g"),
        event("height", Check.CHAIN, "\"height\":3", "\"height\":4"),
        event("payload", Check.CHAIN, "\"payload\":\"[0-9a-f]{8}", "\"payload\":\"00000000"),
        event("type", Check.CHAIN, "\"type\":\"Result\"", "\"type\":\"Reslut\""),
        event("field added", Check.CHAIN, "\\}$", ",\"x\":1}"),
        event("space", Check.CHAIN, "\"height\":", "\"height\": "),
        event("end of what", Check.ORDER, "\"type\":\"EndBallots\"", "\"type\":\"EndShuffles\""),
        new Mutation(
            "shuffle where there is nothing to shuffle",
            Check.ORDER,
            m -> m.parts.only(Event.Type.PARTIAL_DECRYPTION).type = Event.Type.SHUFFLE),
        new Mutation("first event dropped", Check.ORDER, m -> m.parts.steps().removeFirst()),
        new Mutation("tally dropped", Check.ORDER, m -> remove(m, Event.Type.ENCRYPTED_TALLY)),
        new Mutation("ballot after the end", Check.ORDER, m -> m.parts.steps().addLast(ballot(m))),
        new Mutation(
            "decryptions dropped",
            Check.ORDER,
            m -> m.parts.steps().removeAll(m.parts.all(Event.Type.PARTIAL_DECRYPTION))),
        new Mutation(
            "result twice", Check.ORDER, m -> m.parts.steps().add(m.parts.only(Event.Type.RESULT))),
        new Mutation(
            "document too many",
            Check.ORDER,
            m -> m.parts.only(Event.Type.RESULT).documents.addFirst("{}")),
        new Mutation(
            "set-up names another election", Check.ORDER, m -> unmended(m, Event.Type.SETUP, 3)),
        new Mutation(
            "size names another tally",
            Check.ORDER,
            m -> unmended(m, Event.Type.ENCRYPTED_TALLY, 1)),
        new Mutation(
            "owner names another decryption",
            Check.ORDER,
            m -> unmended(m, Event.Type.PARTIAL_DECRYPTION, 1)));
  }

  /// A change of the archive's bytes.
  private interface Change {
    byte[] of(byte[] bytes);
  }

  private static Mutation bytes(String name, Check expected, Change change) {
    return new Mutation(name, expected, mutant -> mutant.bytes = change::of);
  }

  private static Mutation event(String name, Check expected, String pattern, String with) {
    return new Mutation(
        "event's " + name,
        expected,
        mutant -> mutant.event = text -> text.replaceFirst(pattern, with));
  }

  private static void remove(Mutant mutant, Event.Type type) {
    mutant.parts.steps().remove(mutant.parts.only(type));
  }

  private static org.zhijia.ballot.archive.ArchiveSurgery.Step ballot(Mutant mutant) {
    return mutant.parts.only(Event.Type.BALLOT);
  }

  private static void unmended(Mutant mutant, Event.Type type, int index) {
    mutant.mendReferences = false;
    mutant.document(type, index, text -> text.replaceFirst("[0-9a-f]{64}", "0".repeat(64)));
  }

  private static byte[] replace(byte[] bytes, String what, String with) {
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    return text.replaceFirst(what, with).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static byte[] set(byte[] bytes, int at, int value) {
    byte[] changed = bytes.clone();
    changed[at] = (byte) (changed[at] == value ? value + 1 : value);
    return changed;
  }

  private static char flip(byte hexDigit) {
    return hexDigit == '0' ? '1' : '0';
  }

  /// Where the second record begins: the election's.
  private static int second(byte[] bytes) {
    return bytes.length > 1024 ? 1024 : 0;
  }
}
