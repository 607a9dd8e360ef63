package org.zhijia.ballot.belenios.v1;

import java.util.ArrayList;
import java.util.List;
import org.zhijia.ballot.group.Group;

/// A sum of encrypted ballots: the whole box, or any part of it.
///
/// Parts may be summed in any order and any grouping: `plus` is associative and commutative, with
/// `ofNothing` as zero, and the encodings of the final sum depend on the sum alone. So a pool of
/// threads and a cluster give byte-identical tallies. `minus` takes out a ballot that a later one
/// of the same credential replaces.
///
/// @param ballots number of ballots in the sum
/// @param weight sum of their weights
/// @param rows by question and choice the encrypted sum
public record Tally(long ballots, long weight, List<List<Ciphertext>> rows) {

  public Tally {
    rows = rows.stream().map(List::copyOf).toList();
  }

  public static Tally ofNothing(Group group, List<Question> questions) {
    List<List<Ciphertext>> rows = new ArrayList<>();
    for (Question question : questions) {
      List<Ciphertext> row = new ArrayList<>();
      for (int i = 0; i < question.ciphertexts(); i++) {
        row.add(Ciphertext.ofNothing(group));
      }
      rows.add(row);
    }
    return new Tally(0, 0, rows);
  }

  /// One ballot, raised to its weight. Variable time in the weight, which is public.
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
        ballots + other.ballots, weight + other.weight, combine(other, Ciphertext::times));
  }

  public Tally minus(Tally other) {
    return new Tally(
        ballots - other.ballots, weight - other.weight, combine(other, Ciphertext::dividedBy));
  }

  public EncryptedTally encrypted() {
    return new EncryptedTally(rows);
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
