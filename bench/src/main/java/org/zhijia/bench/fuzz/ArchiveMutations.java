package org.zhijia.bench.fuzz;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.zhijia.bench.fuzz.TarRecords.Part;

/// Changes archives on the level of their records: dropped, doubled, swapped, taken from another
/// archive, or with a changed document inside; mostly sealed anew, so that the change is not found
/// by its hash but by what it means.
final class ArchiveMutations {
  private final Random random;
  private final JsonMutations json;
  private final Mutations bytes;

  ArchiveMutations(Random random, JsonMutations json, Mutations bytes) {
    this.random = random;
    this.json = json;
    this.bytes = bytes;
  }

  byte[] change(byte[] archive, byte[] other) {
    TarRecords records = TarRecords.of(archive);
    List<Part> parts = records.parts();
    if (parts.isEmpty()) {
      return bytes.bytes(archive, other);
    }
    int at = random.nextInt(parts.size());
    switch (random.nextInt(10)) {
      case 0 -> parts.remove(at);
      case 1 -> parts.add(random.nextInt(parts.size()), parts.get(at));
      case 2 -> Collections.swap(parts, at, random.nextInt(parts.size()));
      case 3 -> parts.subList(at, parts.size()).clear();
      case 4 -> take(parts, at, TarRecords.of(other).parts());
      case 5 -> swapActs(parts);
      default -> parts.set(at, changed(records, at));
    }
    if (random.nextInt(6) > 0) {
      records.reseal(random.nextInt(4) > 0);
    }
    return records.bytes();
  }

  private Part changed(TarRecords records, int at) {
    byte[] content = json.change(records.content(at));
    return new Part(records.parts().get(at).name(), Interesting.latin(content));
  }

  private void take(List<Part> parts, int at, List<Part> others) {
    if (!others.isEmpty()) {
      Part taken = others.get(random.nextInt(others.size()));
      if (random.nextBoolean()) {
        parts.set(at, taken);
      } else {
        parts.add(at, taken);
      }
    }
  }

  /// Moves an event with its documents before another.
  private void swapActs(List<Part> parts) {
    List<Integer> ends =
        java.util.stream.IntStream.range(0, parts.size())
            .filter(i -> parts.get(i).isEvent())
            .boxed()
            .toList();
    if (ends.size() > 2) {
      int act = 1 + random.nextInt(ends.size() - 1);
      int from = ends.get(act - 1) + 1;
      List<Part> moved = List.copyOf(parts.subList(from, ends.get(act) + 1));
      parts.subList(from, ends.get(act) + 1).clear();
      int to = ends.get(random.nextInt(act)) + 1;
      parts.addAll(Math.min(to, parts.size()), moved);
    }
  }
}
