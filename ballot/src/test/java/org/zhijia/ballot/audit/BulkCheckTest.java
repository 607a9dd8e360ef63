package org.zhijia.ballot.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijia.ballot.audit.BulkCheck.Counted;
import org.zhijia.ballot.audit.BulkCheck.Item;
import org.zhijia.ballot.audit.SmallElection.Plan;
import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.json.Malformed;

/// A box that is checked in parts counts as if it had been checked in one.
class BulkCheckTest {
  private static final Question PLAIN =
      new Question.Homomorphic("推选", List.of("甲", "乙", "丙"), false, 1, 2);

  @TempDir Path directory;

  @SuppressWarnings("NullAway.Init")
  private SmallElection election;

  @SuppressWarnings("NullAway.Init")
  private BulkCheck bulk;

  private final List<Item> items = new ArrayList<>();

  @BeforeEach
  void holdAnElection() throws IOException, Malformed {
    Plan plan = Plan.of(List.of(PLAIN), 0).withWeights(1L, 7L, 1L << 30, 2L, 1L, 1L);
    election = new SmallElection(directory, plan);
    election.cast(0, "110");
    election.cast(1, "010");
    election.cast(2, "001");
    election.cast(1, "100");
    election.cast(3, "011");
    election.cast(0, "001");
    election.cast(4, "100");
    election.cast(1, "001");
    election.finish(1);
    Mutant parts = new Mutant(election);
    List<String> setup = parts.parts.only(Event.Type.SETUP).documents;
    bulk =
        BulkCheck.of(
            setup.get(0).getBytes(UTF_8),
            setup.get(1).getBytes(UTF_8),
            setup.get(2).getBytes(UTF_8));
    parts.parts.all(Event.Type.BALLOT).stream()
        .map(ballot -> ballot.documents.getFirst().getBytes(UTF_8))
        .forEach(bytes -> items.add(new Item(bytes, Optional.empty(), Optional.empty())));
  }

  @Test
  void partsGiveTheTallyOfTheWholeArchive() throws IOException {
    byte[] expected = election.verify().findings().tally().orElseThrow().bytes();
    Counted whole = bulk.count(inParts(1), this::ballot);

    assertThat(whole.tally().encrypted().bytes()).isEqualTo(expected);
    assertThat(whole.tally().ballots()).isEqualTo(5);
    assertThat(whole.tally().weight()).isEqualTo(1 + 7 + (1L << 30) + 2 + 1);
    assertThat(whole.refused()).isEmpty();
    for (int parts : new int[] {2, 7}) {
      Counted counted = bulk.count(inParts(parts), this::ballot);
      assertThat(counted.root()).isEqualTo(whole.root());
      assertThat(counted.tally().encrypted().bytes()).isEqualTo(expected);
    }
  }

  @Test
  void theJoinIsAssociative() {
    PartialBox first = bulk.check(0, items.subList(0, 3));
    PartialBox second = bulk.check(3, items.subList(3, 4));
    PartialBox third = bulk.check(4, items.subList(4, items.size()));

    PartialBox left = first.join(second).join(third);
    PartialBox right = first.join(second.join(third));

    assertThat(left.leaves()).isEqualTo(right.leaves());
    assertThat(left.credentials()).isEqualTo(right.credentials());
    assertThat(left.sum().encrypted().bytes()).isEqualTo(right.sum().encrypted().bytes());
  }

  @Test
  void whatDoesNotHoldIsNamedAndLeftOut() {
    String good = new String(items.get(4).ballot(), UTF_8);
    byte[] spoilt = Mutant.challenge(0).apply(good).getBytes(UTF_8);
    Counted without = bulk.count(inParts(2), this::ballot);
    items.add(4, new Item(spoilt, Optional.empty(), Optional.empty()));
    items.add(items.get(2));
    items.add(new Item("{}".getBytes(UTF_8), Optional.empty(), Optional.empty()));

    Counted whole = bulk.count(inParts(1), this::ballot);

    assertThat(whole.refused().stream().map(PartialBox.Refused::ballot))
        .containsExactly(4L, 9L, 10L);
    assertThat(whole.refused().stream().map(PartialBox.Refused::check))
        .containsExactly(Check.BALLOT_SIGNATURE, Check.BALLOT_ONCE, Check.BALLOT_FORM);
    assertThat(whole.refused().getFirst().where()).startsWith("ballot 5");
    assertThat(whole.tally().encrypted().bytes()).isEqualTo(without.tally().encrypted().bytes());
    for (int parts : new int[] {2, 7}) {
      Counted counted = bulk.count(inParts(parts), this::ballot);
      assertThat(counted.refused()).isEqualTo(whole.refused());
      assertThat(counted.root()).isEqualTo(whole.root()).isNotEqualTo(without.root());
    }
  }

  private byte[] ballot(long number) {
    return items.get((int) number).ballot();
  }

  private PartialBox inParts(int parts) {
    return IntStream.range(0, parts)
        .mapToObj(
            part -> {
              int from = part * items.size() / parts;
              return bulk.check(from, items.subList(from, (part + 1) * items.size() / parts));
            })
        .reduce(PartialBox::join)
        .orElseThrow();
  }
}
