package org.zhijia.ballot.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijia.ballot.belenios.v1.Ciphertext;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Shuffle;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.FiniteField;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;

class ShuffleTest {
  private static final Randomness RANDOM = Randomness.secure();

  static Stream<Group> groups() {
    return Stream.of(Ed25519.group(), FiniteField.rfc3526());
  }

  @ParameterizedTest
  @MethodSource("groups")
  void theSameAnswersComeOutAndTheProofHolds(Group group) throws Malformed {
    Scalar key = group.randomScalar(RANDOM);
    Election election = election(group, key);
    List<List<Ciphertext>> before =
        List.of(encrypt(group, election, 1, 5, 5, 9), encrypt(group, election, 3));

    Shuffle shuffle = new ShuffleProver(election, "φ", RANDOM).shuffle(before);

    Shuffle read = Shuffle.read(group, before, JsonText.bytesOf(shuffle));
    assertThat(read).isEqualTo(shuffle);
    assertThat(new ShuffleChecks(election, "φ").firstFailure(before, shuffle)).isEmpty();
    for (int i = 0; i < before.size(); i++) {
      assertThat(open(key, shuffle.ciphertexts().get(i)))
          .containsExactlyInAnyOrderElementsOf(open(key, before.get(i)));
      assertThat(shuffle.ciphertexts().get(i)).doesNotContainAnyElementsOf(before.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("groups")
  void theProofIsForOneElectionAndOneTally(Group group) {
    Election election = election(group, group.randomScalar(RANDOM));
    List<List<Ciphertext>> before =
        List.of(encrypt(group, election, 1, 2), encrypt(group, election, 3, 4));
    Shuffle shuffle = new ShuffleProver(election, "φ", RANDOM).shuffle(before);

    assertThat(new ShuffleChecks(election, "ψ").firstFailure(before, shuffle)).contains(0);
    Election another = election(group, group.randomScalar(RANDOM));
    assertThat(new ShuffleChecks(another, "φ").firstFailure(before, shuffle)).contains(0);
    List<List<Ciphertext>> swapped = List.of(before.get(0), before.get(1).reversed());
    assertThat(new ShuffleChecks(election, "φ").firstFailure(swapped, shuffle)).contains(1);
    Shuffle crossed = new Shuffle(shuffle.ciphertexts(), shuffle.proofs().reversed());
    assertThat(new ShuffleChecks(election, "φ").firstFailure(before, crossed)).contains(0);
    Shuffle copied = new Shuffle(before, shuffle.proofs());
    assertThat(new ShuffleChecks(election, "φ").firstFailure(before, copied)).contains(0);
  }

  private static List<Ciphertext> encrypt(Group group, Election election, long... messages) {
    List<Ciphertext> row = new ArrayList<>();
    for (long message : messages) {
      Scalar r = group.randomScalar(RANDOM);
      Element beta =
          election.publicKey().power(r).times(group.generatorPower(group.scalar(message)));
      row.add(new Ciphertext(group.generatorPower(r), beta));
    }
    return row;
  }

  private static List<Element> open(Scalar key, List<Ciphertext> row) {
    return row.stream().map(c -> c.beta().dividedBy(c.alpha().power(key))).toList();
  }

  private static Election election(Group group, Scalar key) {
    return new Election(
        "",
        "",
        group,
        group.generatorPower(key),
        List.<Question>of(new Question.NonHomomorphic("", List.of("a"))),
        "11111111111111",
        Optional.empty(),
        Optional.empty());
  }
}
