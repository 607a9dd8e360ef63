package org.zhijia.ballot.belenios.v1;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Group;

/// A sum of encrypted ballots: the whole box, or any part of it. Marks are summed; answers that
/// will be shuffled and decrypted one by one are gathered instead.
///
/// Parts may be summed in any order and any grouping: `plus` is associative and commutative, with
/// `ofNothing` as zero, and the encodings of the final sum depend on the sum alone. So a pool of
/// threads and a cluster give byte-identical tallies. `minus` takes out a ballot that a later one
/// of the same credential replaces.
///
/// @param ballots number of ballots in the sum
/// @param weight sum of their weights
/// @param rows by question and choice the encrypted sum; empty for gathered answers
/// @param gathered by question the gathered answers, in any order; empty for sums
public record Tally(
    long ballots, long weight, List<List<Ciphertext>> rows, List<List<Ciphertext>> gathered) {

  public Tally {
    rows = rows.stream().map(List::copyOf).toList();
    gathered = gathered.stream().map(List::copyOf).toList();
  }

  /// A tally of sums only.
  public Tally(long ballots, long weight, List<List<Ciphertext>> rows) {
    this(ballots, weight, rows, Collections.nCopies(rows.size(), List.of()));
  }

  public static Tally ofNothing(Group group, List<Question> questions) {
    List<List<Ciphertext>> rows = new ArrayList<>();
    for (Question question : questions) {
      List<Ciphertext> row = new ArrayList<>();
      for (int i = 0; i < sums(question); i++) {
        row.add(Ciphertext.ofNothing(group));
      }
      rows.add(row);
    }
    return new Tally(0, 0, rows);
  }

  private static int sums(Question question) {
    return isGathered(question) ? 0 : question.ciphertexts();
  }

  private static boolean isGathered(Question question) {
    return question instanceof Question.NonHomomorphic;
  }

  /// One ballot of an election of any questions, raised to its weight, which must be 1 where an
  /// answer is gathered.
  public static Tally ofOne(
      Group group, List<Question> questions, List<List<Ciphertext>> choices, long weight) {
    List<List<Ciphertext>> rows = new ArrayList<>();
    List<List<Ciphertext>> gathered = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      boolean gather = isGathered(questions.get(i));
      if (gather && weight != 1) {
        throw new IllegalArgumentException("an answer that is shuffled has no weight but 1");
      }
      rows.add(gather ? List.of() : choices.get(i));
      gathered.add(gather ? choices.get(i) : List.of());
    }
    Tally one = ofOne(group, rows, weight);
    return new Tally(one.ballots, one.weight, one.rows, gathered);
  }

  /// One ballot of an election of marks, raised to its weight. Variable time in the weight, which
  /// is public.
  public static Tally ofOne(Group group, List<List<Ciphertext>> choices, long weight) {
    if (weight == 1) {
      return new Tally(1, 1, choices);
    }
    List<List<Ciphertext>> rows = new ArrayList<>();
    for (List<Ciphertext> choice : choices) {
      rows.add(choice.stream().map(ciphertext -> raise(group, ciphertext, weight)).toList());
    }
    return new Tally(1, weight, rows);
  }

  public Tally plus(Tally other) {
    return new Tally(
        ballots + other.ballots,
        weight + other.weight,
        combine(other, Ciphertext::times),
        gather(other));
  }

  public Tally minus(Tally other) {
    return new Tally(
        ballots - other.ballots,
        weight - other.weight,
        combine(other, Ciphertext::dividedBy),
        without(other));
  }

  /// The tally of an election of marks.
  public EncryptedTally encrypted() {
    return new EncryptedTally(rows);
  }

  /// The tally as published. Gathered answers are sorted by their ciphertexts, in the group's
  /// order, so that their order tells nothing of the voters.
  public EncryptedTally encrypted(Group group, List<Question> questions) {
    List<List<Ciphertext>> published = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      published.add(isGathered(questions.get(i)) ? sorted(group, gathered.get(i)) : rows.get(i));
    }
    return new EncryptedTally(published, Layout.of(questions));
  }

  /// The tally that was published so.
  public static Tally of(
      EncryptedTally published, List<Question> questions, long ballots, long weight) {
    List<List<Ciphertext>> rows = new ArrayList<>();
    List<List<Ciphertext>> gathered = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      boolean isGathered = isGathered(questions.get(i));
      rows.add(isGathered ? List.of() : published.rows().get(i));
      gathered.add(isGathered ? published.rows().get(i) : List.of());
    }
    return new Tally(ballots, weight, rows, gathered);
  }

  private static List<Ciphertext> sorted(Group group, List<Ciphertext> answers) {
    Comparator<Element> order = group.embedding().orElseThrow().order();
    return answers.stream()
        .sorted(
            Comparator.comparing(Ciphertext::alpha, order).thenComparing(Ciphertext::beta, order))
        .toList();
  }

  private List<List<Ciphertext>> gather(Tally other) {
    List<List<Ciphertext>> all = new ArrayList<>();
    for (int i = 0; i < gathered.size(); i++) {
      List<Ciphertext> row = new ArrayList<>(gathered.get(i));
      row.addAll(other.gathered.get(i));
      all.add(row);
    }
    return all;
  }

  private List<List<Ciphertext>> without(Tally other) {
    List<List<Ciphertext>> rest = new ArrayList<>();
    for (int i = 0; i < gathered.size(); i++) {
      List<Ciphertext> row = new ArrayList<>(gathered.get(i));
      for (Ciphertext taken : other.gathered.get(i)) {
        if (!row.remove(taken)) {
          throw new IllegalArgumentException("no such answer was gathered");
        }
      }
      rest.add(row);
    }
    return rest;
  }

  private interface Combination {
    Ciphertext apply(Ciphertext a, Ciphertext b);
  }

  private List<List<Ciphertext>> combine(Tally other, Combination combination) {
    List<List<Ciphertext>> combined = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<Ciphertext> row = new ArrayList<>();
      for (int j = 0; j < rows.get(i).size(); j++) {
        row.add(combination.apply(rows.get(i).get(j), other.rows.get(i).get(j)));
      }
      combined.add(row);
    }
    return combined;
  }

  private static Ciphertext raise(Group group, Ciphertext ciphertext, long weight) {
    var raised =
        group
            .vartimeProducts()
            .begin()
            .times(group.vartimeBase(ciphertext.alpha()), group.scalar(weight))
            .begin()
            .times(group.vartimeBase(ciphertext.beta()), group.scalar(weight))
            .elements();
    return new Ciphertext(raised.get(0), raised.get(1));
  }
}
