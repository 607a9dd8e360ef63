package org.zhijia.bench.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Changes inputs a little, on the level on which their kind is put together.
final class Mutations {
  private static final int MOST_STEPS = 4;
  private static final int LONGEST = 1 << 17;

  private final Random random;
  private final JsonMutations json;
  private final ArchiveMutations archives;

  Mutations(Random random) {
    this.random = random;
    this.json = new JsonMutations(random);
    this.archives = new ArchiveMutations(random, json, this);
  }

  /// How inputs of a target are put together.
  enum Kind {
    JSON,
    LINES,
    TEXT,
    ARCHIVE,
    BYTES
  }

  /// A changed copy, never much longer than what is read quickly.
  ///
  /// @param others of the same target, to splice with
  byte[] of(Kind kind, byte[] input, List<byte[]> others) {
    byte[] changed = input;
    int steps = 1 + random.nextInt(MOST_STEPS);
    for (int i = 0; i < steps; i++) {
      byte[] other = others.get(random.nextInt(others.size()));
      changed = step(kind, changed, other);
    }
    return changed.length > LONGEST ? Arrays.copyOf(changed, LONGEST) : changed;
  }

  private byte[] step(Kind kind, byte[] input, byte[] other) {
    boolean structured = random.nextInt(8) > 0;
    return switch (kind) {
      case JSON -> structured ? json.change(input) : bytes(input, other);
      case LINES -> structured ? line(input) : bytes(input, other);
      case TEXT -> structured ? text(input) : bytes(input, other);
      case BYTES -> bytes(input, other);
      case ARCHIVE -> structured ? archives.change(input, other) : bytes(input, other);
    };
  }

  /// Changes one of several JSON documents, one a line.
  private byte[] line(byte[] input) {
    List<String> lines = new java.util.ArrayList<>(Interesting.latin(input).lines().toList());
    if (lines.isEmpty()) {
      return Interesting.bytes("\n");
    }
    int at = random.nextInt(lines.size());
    switch (random.nextInt(6)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
      case 2 -> java.util.Collections.swap(lines, at, random.nextInt(lines.size()));
      default -> lines.set(at, Interesting.latin(json.change(Interesting.bytes(lines.get(at)))));
    }
    return Interesting.bytes(String.join("\n", lines) + (random.nextInt(5) == 0 ? "" : "\n"));
  }

  /// Changes a number, an encoding, a credential.
  private byte[] text(byte[] input) {
    String text = Interesting.latin(input);
    return Interesting.bytes(
        switch (random.nextInt(4)) {
          case 0 -> Interesting.text(random);
          case 1 -> Interesting.near(random, text);
          case 2 -> " \t\n　0".charAt(random.nextInt(5)) + text;
          default -> Interesting.near(random, Interesting.near(random, text));
        });
  }

  /// Changes bytes without knowing what they are.
  byte[] bytes(byte[] input, byte[] other) {
    if (input.length == 0) {
      return other.clone();
    }
    int at = random.nextInt(input.length);
    int to = Math.min(input.length, at + 1 + random.nextInt(1 << random.nextInt(11)));
    return switch (random.nextInt(7)) {
      case 0 -> Arrays.copyOf(input, at);
      case 1 -> joined(Arrays.copyOf(input, at), Arrays.copyOfRange(input, to, input.length));
      case 2 -> joined(Arrays.copyOf(input, to), Arrays.copyOfRange(input, at, input.length));
      case 3 -> joined(Arrays.copyOf(input, at), tail(other));
      case 4 -> withByte(input, at, (byte) random.nextInt(256));
      case 5 -> joined(input, Arrays.copyOfRange(input, at, to));
      default -> withByte(input, at, (byte) (input[at] ^ (1 << random.nextInt(8))));
    };
  }

  private byte[] tail(byte[] of) {
    return of.length == 0 ? of : Arrays.copyOfRange(of, random.nextInt(of.length), of.length);
  }

  private static byte[] withByte(byte[] input, int at, byte value) {
    byte[] changed = input.clone();
    changed[at] = value;
    return changed;
  }

  private static byte[] joined(byte[] head, byte[] tail) {
    byte[] whole = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, whole, head.length, tail.length);
    return whole;
  }
}
