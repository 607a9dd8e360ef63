package org.zhijia.bench.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhijia.ballot.proof.Sha256;

/// The records of an archive, apart, so that one can be changed and the others made to follow.
final class TarRecords {
  private static final int BLOCK = 512;
  private static final String EVENT = ".event.json";

  private final List<Part> parts;
  private final String timestamp;

  private TarRecords(List<Part> parts, String timestamp) {
    this.parts = parts;
    this.timestamp = timestamp;
  }

  /// A record: its name, and its content as letters of one byte each.
  record Part(String name, String content) {
    boolean isEvent() {
      return name.endsWith(EVENT);
    }
  }

  List<Part> parts() {
    return parts;
  }

  /// As many whole records as there are.
  static TarRecords of(byte[] archive) {
    List<Part> parts = new ArrayList<>();
    String letters = Interesting.latin(archive);
    String timestamp = letters.length() > 147 ? letters.substring(136, 147) : "00000000000";
    int at = 0;
    while (at + BLOCK <= letters.length()) {
      String size = letters.substring(at + 124, at + 135);
      int length = size.matches("[0-7]{11}") ? (int) Math.min(1 << 24, Long.parseLong(size, 8)) : 0;
      int end = Math.min(letters.length(), at + BLOCK + length);
      String name = letters.substring(at, at + 100).split("\0", 2)[0];
      parts.add(new Part(name, letters.substring(at + BLOCK, end)));
      at = at + BLOCK + length + (BLOCK - length % BLOCK) % BLOCK;
    }
    return new TarRecords(parts, timestamp);
  }

  /// The document of this number, in the order of the archive.
  byte[] content(int part) {
    return Interesting.bytes(parts.get(part).content());
  }

  /// Where the event stands that seals the set-up; after it come the ballots.
  int setUpEvent() {
    int at = 0;
    while (at < parts.size() && !parts.get(at).isEvent()) {
      at++;
    }
    return at;
  }

  /// Puts a certificate of the credentials into the set-up, where belenios-tool 3.3 has it. What
  /// one says is not published; this one says nothing.
  void certify() {
    String certificate = "{\"message\":\"?\"}";
    String hash = Sha256.hex(Interesting.bytes(certificate));
    int setUp = setUpEvent() - 1;
    Part named = parts.get(setUp);
    String naming = ",\"credentials_certificate\":\"" + hash + "\"}";
    parts.set(setUp, new Part(named.name(), named.content().replace("}", naming)));
    parts.add(setUp, new Part(hash + ".data.json", certificate));
    reseal(true);
  }

  /// Gives every record the name that fits it, and every reference to a renamed one, hash or
  /// fingerprint, its new name.
  ///
  /// @param chained whether events are to follow one another whatever they said before
  void reseal(boolean chained) {
    Map<String, String> renamed = new HashMap<>();
    String lastEvent = "";
    String lastDocument = "";
    int height = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (!part.name().contains(".")) {
        continue;
      }
      String content = part.content();
      for (var names : renamed.entrySet()) {
        content = content.replace(names.getKey(), names.getValue());
      }
      if (part.isEvent() && chained) {
        content =
            content
                .replaceFirst("\"parent\":\"[0-9a-f]{64}\"", "\"parent\":\"" + lastEvent + "\"")
                .replaceFirst("\"height\":[0-9]+", "\"height\":" + height)
                .replaceFirst("\"payload\":\"[0-9a-f]*\"", "\"payload\":\"" + lastDocument + "\"");
      }
      String old = part.name().substring(0, part.name().indexOf('.'));
      String hash = Sha256.hex(Interesting.bytes(content));
      if (!old.equals(hash)) {
        renamed.put(old, hash);
        renameFingerprint(renamed, old, hash);
      }
      parts.set(i, new Part(hash + part.name().substring(part.name().indexOf('.')), content));
      lastDocument = hash;
      if (part.isEvent()) {
        lastEvent = hash;
        height++;
      }
    }
  }

  private static void renameFingerprint(Map<String, String> renamed, String old, String hash) {
    if (old.matches("[0-9a-f]{64}")) {
      renamed.put(Sha256.base64OfHex(old), Sha256.base64OfHex(hash));
    }
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Part part : parts) {
      byte[] content = Interesting.bytes(part.content());
      out.writeBytes(header(part.name(), content.length));
      out.writeBytes(content);
      out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }
    return out.toByteArray();
  }

  private byte[] header(String name, int size) {
    StringBuilder block = new StringBuilder("\0".repeat(BLOCK));
    String shortName = name.substring(0, Math.min(name.length(), 100));
    block.replace(0, shortName.length(), shortName);
    block.replace(100, 107, "0000644").replace(108, 115, "0000000").replace(116, 123, "0000000");
    block.replace(124, 135, String.format("%011o", size)).replace(136, 147, timestamp);
    block.replace(148, 156, "        ").replace(156, 157, "0");
    int sum = block.chars().sum();
    block.replace(148, 156, String.format("%06o\0 ", sum));
    return Interesting.bytes(block.toString());
  }
}
