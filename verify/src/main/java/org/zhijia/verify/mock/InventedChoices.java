package org.zhijia.verify.mock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Candidates and choices out of thin air, the same for the same seed. Invented names only.
final class InventedChoices {
  private static final String SURNAMES = "安白柏丁杜方冯葛何江孔林陆孟宁潘秦任沈苏陶万魏夏谢叶余章郑庄";
  private static final String GIVEN = "安晨达恩帆歌禾嘉坤澜明宁沛青然森桐维晓言忆远云泽振子";

  private static final int WRITTEN_IN = 8;

  private final Random random;

  InventedChoices(long seed) {
    this.random = new Random(seed);
  }

  List<Candidate> candidates(int count) {
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < count) {
      names.add("" + letter(SURNAMES) + letter(GIVEN) + letter(GIVEN));
    }
    List<Candidate> candidates = new ArrayList<>();
    for (String name : names) {
      candidates.add(new Candidate(String.format("c%02d", candidates.size() + 1), name));
    }
    return candidates;
  }

  /// Most voters approve of most candidates, as unions' voters do; some oppose, some leave open.
  List<MarkedBallot> ballots(int voters, int candidates, int seats) {
    List<MarkedBallot> ballots = new ArrayList<>();
    for (int voter = 1; voter <= voters; voter++) {
      List<Integer> order = new ArrayList<>();
      for (int candidate = 0; candidate < candidates; candidate++) {
        order.add(candidate);
      }
      Collections.shuffle(order, random);
      List<Integer> approve = new ArrayList<>();
      List<Integer> against = new ArrayList<>();
      for (int candidate : order) {
        int mood = random.nextInt(100) + 2 * candidate;
        if (mood < 88 && approve.size() < seats) {
          approve.add(candidate);
        } else if (mood > 96) {
          against.add(candidate);
        }
      }
      ballots.add(new MarkedBallot(String.format("v%03d", voter), approve, against));
    }
    return ballots;
  }

  /// 0 approve, 1 against, 2 blank.
  List<Integer> resolutionMarks(int voters) {
    List<Integer> marks = new ArrayList<>();
    for (int voter = 0; voter < voters; voter++) {
      int mood = random.nextInt(100);
      marks.add(mood < 86 ? 0 : mood < 93 ? 1 : 2);
    }
    return marks;
  }

  /// Some write somebody in: of those who oppose a candidate and have an approval left.
  MockWriteIns writeIns(List<MarkedBallot> ballots, int seats, List<String> taken) {
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < WRITTEN_IN) {
      String name = "" + letter(SURNAMES) + letter(GIVEN) + letter(GIVEN);
      if (!taken.contains(name)) {
        names.add(name);
      }
    }
    List<String> people = List.copyOf(names);
    List<Optional<String>> written = new ArrayList<>();
    for (MarkedBallot ballot : ballots) {
      boolean may = ballot.approve().size() < seats && !ballot.against().isEmpty();
      written.add(
          may && random.nextInt(100) < 60
              ? Optional.of(people.get(random.nextInt(WRITTEN_IN)))
              : Optional.empty());
    }
    return new MockWriteIns(people, written);
  }

  private char letter(String letters) {
    return letters.charAt(random.nextInt(letters.length()));
  }
}
