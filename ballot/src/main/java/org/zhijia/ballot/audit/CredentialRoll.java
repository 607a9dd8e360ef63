package org.zhijia.ballot.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.zhijia.ballot.belenios.v1.PublicCredential;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.Malformed;

/// The list of public credentials, with the place of each credential's last ballot.
///
/// Made for millions: the document itself is the store, beside it stand for each credential an
/// offset (4 bytes), a slot of the hash table (at most 8) and the last ballot's position (8), so
/// that the text (67 bytes in Ed25519, some 620 in a finite field) and 20 bytes are held for each.
/// How long a key is only the group knows: a key ends where its weight or the text does.
/// Not safe to share between threads while positions change; looking up keys and weights is.
final class CredentialRoll {
  private static final long NONE = -1;

  private final byte[] document;
  private final int[] offsets;
  private final int[] slots;
  private final long[] lastBallots;
  private long totalWeight;

  private CredentialRoll(byte[] document, int[] offsets) {
    this.document = document;
    this.offsets = offsets;
    this.slots = new int[tableSize(offsets.length)];
    this.lastBallots = new long[offsets.length];
    Arrays.fill(lastBallots, NONE);
  }

  /// Reads the list `["key","key,weight",…]` in its one spelling, and checks each key.
  static CredentialRoll read(Group group, byte[] document) throws Malformed {
    CredentialRoll roll = new CredentialRoll(document, offsets(document));
    for (int i = 0; i < roll.size(); i++) {
      String where = "$[" + i + "]";
      if (group.element(roll.key(i)).isEmpty()) {
        throw new Malformed(where, "not the canonical encoding of a group element");
      }
      if (!roll.insert(i)) {
        throw new Malformed(where, "the same credential twice");
      }
      roll.totalWeight = Math.addExact(roll.totalWeight, roll.parsedWeight(i));
    }
    return roll;
  }

  int size() {
    return offsets.length;
  }

  long totalWeight() {
    return totalWeight;
  }

  /// Index of a credential, or −1 if it is not on the list.
  int indexOf(String key) {
    byte[] bytes = key.getBytes(US_ASCII);
    for (int slot = slot(bytes, 0, bytes.length); slots[slot] != 0; slot = next(slot)) {
      int index = slots[slot] - 1;
      if (Arrays.equals(document, offsets[index], keyEnd(index), bytes, 0, bytes.length)) {
        return index;
      }
    }
    return -1;
  }

  long weight(int index) {
    try {
      return parsedWeight(index);
    } catch (Malformed impossible) {
      throw new IllegalStateException("weights were checked on reading", impossible);
    }
  }

  /// Among the credentials that have a ballot, how many have the rarest weight. A sum over weights
  /// that one ballot alone has tells that ballot.
  long fewestOfOneWeight() {
    IntStream cast = IntStream.range(0, size()).filter(index -> lastBallots[index] >= 0);
    if (totalWeight == size()) {
      return cast.count();
    }
    long[] weights = cast.mapToLong(this::weight).sorted().toArray();
    int fewest = weights.length;
    int begin = 0;
    for (int i = 1; i <= weights.length; i++) {
      if (i == weights.length || weights[i] != weights[begin]) {
        fewest = Math.min(fewest, i - begin);
        begin = i;
      }
    }
    return fewest;
  }

  /// Position of the credential's last ballot in the archive, or a negative number.
  long lastBallot(int index) {
    return lastBallots[index];
  }

  void lastBallot(int index, long position) {
    lastBallots[index] = position;
  }

  private String key(int index) {
    return new String(document, offsets[index], keyEnd(index) - offsets[index], US_ASCII);
  }

  private int keyEnd(int index) {
    int end = offsets[index];
    while (document[end] != '"' && document[end] != ',') {
      end++;
    }
    return end;
  }

  private long parsedWeight(int index) throws Malformed {
    int at = keyEnd(index);
    if (document[at] == '"') {
      return 1;
    }
    long weight = 0;
    for (int i = at + 1; document[i] != '"'; i++) {
      weight = weight * 10 + (document[i] - '0');
      if (weight > PublicCredential.MOST_WEIGHT) {
        throw new Malformed("$[" + index + "]", "a weight too large");
      }
    }
    return weight;
  }

  private boolean insert(int index) {
    int at = offsets[index];
    int end = keyEnd(index);
    int slot = slot(document, at, end);
    while (slots[slot] != 0) {
      int other = slots[slot] - 1;
      if (Arrays.equals(document, at, end, document, offsets[other], keyEnd(other))) {
        return false;
      }
      slot = next(slot);
    }
    slots[slot] = index + 1;
    return true;
  }

  private int slot(byte[] bytes, int at, int end) {
    int hash = 0;
    for (int i = at; i < end; i++) {
      hash = 31 * hash + bytes[i];
    }
    hash *= 0x9E3779B9;
    return (hash ^ (hash >>> 16)) & (slots.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }

  /// A power of two with at most two thirds of the slots in use.
  private static int tableSize(int count) {
    return Integer.highestOneBit(Math.max(8, count + count / 2)) << 1;
  }

  /// Offsets of the keys in `["<key>","<key>,<weight>",…]`, strictly in this form.
  private static int[] offsets(byte[] document) throws Malformed {
    int[] offsets = new int[quotes(document) / 2 + 1];
    int count = 0;
    int at = expect(document, 0, '[');
    boolean first = true;
    while (at >= document.length || document[at] != ']') {
      if (!first) {
        at = expect(document, at, ',');
      }
      first = false;
      at = expect(document, at, '"');
      offsets[count++] = at;
      at = afterWeight(document, afterKey(document, at));
      at = expect(document, at, '"');
    }
    if (expect(document, at, ']') != document.length) {
      throw new Malformed("$", "something follows after the end of the document");
    }
    return Arrays.copyOf(offsets, count);
  }

  private static int quotes(byte[] document) {
    int quotes = 0;
    for (byte letter : document) {
      quotes += letter == '"' ? 1 : 0;
    }
    return quotes;
  }

  /// Passes over the letters in which groups write their elements.
  private static int afterKey(byte[] document, int at) throws Malformed {
    int end = at;
    while (end < document.length && isDigit(document[end])) {
      end++;
    }
    if (end == at) {
      throw new Malformed("$ at byte " + at, "a credential of digits is expected");
    }
    return end;
  }

  private static boolean isDigit(byte letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
  }

  private static int afterWeight(byte[] document, int at) throws Malformed {
    if (at >= document.length || document[at] != ',') {
      return at;
    }
    int end = at + 1;
    while (end < document.length && document[end] >= '0' && document[end] <= '9') {
      end++;
    }
    if (end == at + 1 || document[at + 1] == '0' || end - at > 12) {
      throw new Malformed("$ at byte " + at, "a weight from 1 is expected");
    }
    return end;
  }

  private static int expect(byte[] document, int at, char expected) throws Malformed {
    if (at >= document.length || document[at] != expected) {
      throw new Malformed("$ at byte " + at, "'" + expected + "' is expected");
    }
    return at + 1;
  }
}
