package org.zhijia.ballot.trustee;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.zhijia.ballot.belenios.v1.Ciphertext;
import org.zhijia.ballot.belenios.v1.CombinedFactors;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.EncryptedTally;
import org.zhijia.ballot.belenios.v1.PartialDecryption;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Result;
import org.zhijia.ballot.belenios.v1.Trustees;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.group.Embedding;
import org.zhijia.ballot.group.Group;

/// Opens the tally from enough partial decryptions.
public final class ResultMaker {
  private ResultMaker() {}

  /// Opens the tally of an election of marks.
  ///
  /// @param totalWeight bound of every sum
  /// @param byOwner verified partial decryptions by trustee number from 1
  /// @throws IllegalArgumentException if they are too few, or one was not verified before and the
  ///     sums cannot be found
  public static Result make(
      Group group,
      Trustees trustees,
      EncryptedTally tally,
      long totalWeight,
      Map<Integer, PartialDecryption> byOwner) {
    List<List<Element>> factors = new CombinedFactors(group, trustees).combine(byOwner);
    DiscreteLogs logs = new DiscreteLogs(group, totalWeight);
    List<List<Long>> rows = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      rows.add(sums(logs, opened(tally.rows().get(i), factors.get(i))));
    }
    return new Result(rows);
  }

  /// Opens the tally of an election of any questions.
  ///
  /// @param tally with its answers shuffled
  public static Result make(
      Election election,
      Trustees trustees,
      EncryptedTally tally,
      long totalWeight,
      Map<Integer, PartialDecryption> byOwner) {
    Group group = election.group();
    List<Question> questions = election.questions();
    List<List<Element>> factors = new CombinedFactors(group, trustees).combine(byOwner);
    DiscreteLogs logs = new DiscreteLogs(group, totalWeight);
    List<List<Long>> rows = new ArrayList<>();
    List<List<List<Integer>>> answers = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      List<Element> opened = opened(tally.rows().get(i), factors.get(i));
      boolean numbers = questions.get(i) instanceof Question.NonHomomorphic;
      int count = questions.get(i).answers().size();
      rows.add(numbers ? List.of() : sums(logs, opened));
      answers.add(numbers ? numbers(group, opened, count) : List.of());
    }
    return new Result(questions, rows, answers);
  }

  private static List<Element> opened(List<Ciphertext> row, List<Element> factors) {
    List<Element> opened = new ArrayList<>();
    for (int j = 0; j < row.size(); j++) {
      opened.add(row.get(j).beta().dividedBy(factors.get(j)));
    }
    return opened;
  }

  private static List<Long> sums(DiscreteLogs logs, List<Element> powers) {
    List<Long> sums = new ArrayList<>();
    for (Element power : powers) {
      OptionalLong sum = logs.of(power);
      sums.add(
          sum.orElseThrow(() -> new IllegalArgumentException("a partial decryption does not fit")));
    }
    return sums;
  }

  private static List<List<Integer>> numbers(Group group, List<Element> opened, int count) {
    Embedding embedding = group.embedding().orElseThrow();
    return opened.stream().map(element -> embedding.numbers(element, count)).toList();
  }
}
