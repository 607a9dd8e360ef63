package org.zhijia.ballot.slate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.group.Embedding;
import org.zhijia.ballot.json.Malformed;

/// The write-ins (另选他人) of a slate: a short question about numbers, each of which stands for one
/// of the listed people, 0 for nobody.
///
/// Declared by a line of the election's description, which the fingerprint covers:
/// `zhijia-write-ins/1 question=3 slate=1 people=甲|乙|丙` (question and slate from 1; the people are
/// numbered from 1 in this order).
///
/// What it cannot do: rows are decrypted whole, so a row agreed upon shows how a voter voted; and
/// nobody can check that write-ins and approvals of one ballot keep to the seats together.
///
/// Source: `docs/spec/ballot.md`, section 7.5.
///
/// @param question index of the question about numbers, from 0
/// @param slate index of the slate, from 0
/// @param people who may be written in; at most 255, distinct
public record WriteIns(int question, int slate, List<String> people) {

  private static final Pattern DECLARATION =
      Pattern.compile(
          "zhijia-write-ins/1 question=([1-9][0-9]{0,3}) slate=([1-9][0-9]{0,3}) people=(.+)");
  private static final String DECLARED = "zhijia-write-ins/";

  public WriteIns {
    people = List.copyOf(people);
    Set<String> distinct = new HashSet<>(people);
    boolean named = people.stream().allMatch(WriteIns::isName);
    if (people.isEmpty()
        || people.size() > Embedding.LARGEST
        || distinct.size() != people.size()
        || !named) {
      throw new IllegalArgumentException("write-ins are of 1 to 255 people, each named once");
    }
  }

  private static boolean isName(String name) {
    return !name.contains("|") && name.equals(name.strip()) && name.lines().count() == 1;
  }

  /// The line that declares these write-ins.
  public String declaration() {
    return "zhijia-write-ins/1 question="
        + (question + 1)
        + " slate="
        + (slate + 1)
        + " people="
        + String.join("|", people);
  }

  /// The question of write-ins.
  ///
  /// @param places how many people one voter may write in
  public static Question question(String text, int places) {
    List<String> numbers = new ArrayList<>();
    for (int i = 1; i <= places; i++) {
      numbers.add(Integer.toString(i));
    }
    return new Question.NonHomomorphic(text, numbers);
  }

  /// The numbers that write these people in, filled up with 0.
  ///
  /// @throws IllegalArgumentException if they are too many or not listed
  public List<Integer> numbers(List<String> names, int places) {
    List<Integer> numbers = new ArrayList<>();
    for (String name : names) {
      numbers.add(people.indexOf(name) + 1);
    }
    if (numbers.contains(0) || numbers.size() > places) {
      throw new IllegalArgumentException("not listed, or more than " + places);
    }
    while (numbers.size() < places) {
      numbers.add(0);
    }
    return numbers;
  }

  /// On how many ballots each of the people is written in. Whoever is named twice on a ballot
  /// counts once; numbers that stand for nobody do not count.
  public List<Integer> counts(List<List<Integer>> answers) {
    int[] counts = new int[people.size()];
    for (List<Integer> answer : answers) {
      for (int number : new HashSet<>(answer)) {
        if (number > 0 && number <= counts.length) {
          counts[number - 1]++;
        }
      }
    }
    List<Integer> list = new ArrayList<>();
    for (int count : counts) {
      list.add(count);
    }
    return list;
  }

  /// The write-ins that an election declares.
  ///
  /// @param slates those that it declares
  /// @throws Malformed if a declaration does not fit the questions, or is of an unknown version
  public static List<WriteIns> of(Election election, List<UnionSlate> slates) throws Malformed {
    List<WriteIns> all = new ArrayList<>();
    for (String line : election.description().lines().map(String::strip).toList()) {
      if (line.startsWith(DECLARED)) {
        WriteIns read = read(line);
        read.demandFitting(election.questions(), slates);
        all.add(read);
      }
    }
    if (all.stream().map(WriteIns::question).distinct().count() != all.size()
        || all.stream().map(WriteIns::slate).distinct().count() != all.size()) {
      throw new Malformed("$.description", "write-ins share a question or a slate");
    }
    return List.copyOf(all);
  }

  private static WriteIns read(String line) throws Malformed {
    Matcher matcher = DECLARATION.matcher(line);
    try {
      if (matcher.matches()) {
        return new WriteIns(
            Integer.parseInt(matcher.group(1)) - 1,
            Integer.parseInt(matcher.group(2)) - 1,
            List.of(matcher.group(3).split("\\|", -1)));
      }
    } catch (IllegalArgumentException wrong) {
      throw new Malformed("$.description", String.valueOf(wrong.getMessage()), wrong);
    }
    throw new Malformed("$.description", "write-ins declared in an unknown way: " + line);
  }

  private void demandFitting(List<Question> questions, List<UnionSlate> slates) throws Malformed {
    if (slate >= slates.size()
        || question >= questions.size()
        || !(questions.get(question) instanceof Question.NonHomomorphic)) {
      throw new Malformed("$.description", "write-ins of no slate, or over no such question");
    }
    List<String> candidates = questions.get(slates.get(slate).approve()).answers();
    if (people.stream().anyMatch(candidates::contains)) {
      throw new Malformed("$.description", "a candidate cannot be written in");
    }
  }
}
