package org.zhijia.bench.fuzz;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Which places of the library each target has reached: branches, by JaCoCo's probes, and answers,
/// by their wording without numbers.
final class Places {
  private static final int LONGEST_ANSWER = 50;
  private static final int REFRESH = 64;

  private final Supplier<List<boolean[]>> probes;
  private final IdentityHashMap<boolean[], Integer> offsets = new IdentityHashMap<>();
  private final Map<String, BitSet> branches = new HashMap<>();
  private final Map<String, Set<String>> answers = new HashMap<>();
  private List<boolean[]> known = List.of();
  private int size;
  private int rounds;

  Places(Supplier<List<boolean[]>> probes) {
    this.probes = probes;
  }

  /// Forgets what was met before an input.
  void clear() {
    if (rounds++ % REFRESH == 0) {
      known = probes.get();
      for (boolean[] ofClass : known) {
        if (offsets.putIfAbsent(ofClass, size) == null) {
          size += ofClass.length;
        }
      }
    }
    known.forEach(ofClass -> Arrays.fill(ofClass, false));
  }

  /// Notes what an input met; whether anything of it is new for the target.
  boolean reached(String target, String answer) {
    BitSet seen = branches.computeIfAbsent(target, _ -> new BitSet());
    int before = seen.cardinality();
    for (boolean[] ofClass : known) {
      int offset = offsets.getOrDefault(ofClass, 0);
      for (int i = 0; i < ofClass.length; i++) {
        if (ofClass[i]) {
          seen.set(offset + i);
        }
      }
    }
    boolean newAnswer =
        answers.computeIfAbsent(target, _ -> new HashSet<>()).add(withoutNumbers(answer));
    return seen.cardinality() > before || newAnswer;
  }

  int branches(String target) {
    return branches.getOrDefault(target, new BitSet()).cardinality();
  }

  int answers(String target) {
    return answers.getOrDefault(target, Set.of()).size();
  }

  /// Branches that any target reached.
  int allBranches() {
    BitSet all = new BitSet();
    branches.values().forEach(all::or);
    return all.cardinality();
  }

  /// Branches of all classes that were used.
  int size() {
    return size;
  }

  /// An answer's wording: what was quoted or counted in it is left out.
  private static String withoutNumbers(String answer) {
    String words =
        answer
            .replaceAll("[\"'(].*[\"')]", "…")
            .replaceAll("[0-9a-f]*[0-9][0-9a-f]*", "#")
            .replaceAll("[^ -~]+", "…");
    return words.substring(0, Math.min(words.length(), LONGEST_ANSWER));
  }
}
