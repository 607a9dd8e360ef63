package org.zhijia.ballot.slate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.group.Embedding;

/// The write-in (另选他人) that a slate takes: one person of a list who is no candidate.
///
/// Two things stand for it on a ballot. The last answer of the slate's questions is the *place*,
/// [#PLACE]: whoever writes somebody in marks it among the approvals, so that both together keep to
/// the seats. A question about numbers holds the person's number, 0 for nobody. [WriteInProof]
/// shows that nobody is written in without the place, nor without a mark against a candidate.
///
/// What it cannot do: numbers are decrypted one by one, so a person whom one voter alone would
/// name tells who that voter is; and at least one of those who shuffle must be honest.
///
/// Source: `docs/spec/ballot.md`, section 7.5.
///
/// @param question index of the question about numbers, from 0
/// @param people who may be written in, distinct; numbered from 1 in this order
public record WriteIn(int question, List<String> people) {

  /// The answer that is marked by whoever writes somebody in.
  public static final String PLACE = "另选他人";

  /// How many people two numbers can tell apart.
  public static final int MOST = (1 << 16) - 1;

  private static final Pattern NAME =
      Pattern.compile("(?!\\p{Z})[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}|]+(?<!\\p{Z})");
  private static final int DIGIT = Embedding.LARGEST + 1;

  public WriteIn {
    people = List.copyOf(people);
    Set<String> distinct = new HashSet<>(people);
    if (people.isEmpty()
        || people.size() > MOST
        || distinct.size() != people.size()
        || !people.stream().allMatch(WriteIn::isName)) {
      throw new IllegalArgumentException("a write-in is one of 1 to 65535 people of one name each");
    }
  }

  /// Whether a name can stand on the list: nothing in it that cannot be seen, no `|`, and no blank
  /// of any kind at its ends.
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /// The names of a slate's questions: those of the candidates, and the place.
  public static List<String> withPlace(List<String> candidates) {
    List<String> all = new ArrayList<>(candidates);
    all.add(PLACE);
    return List.copyOf(all);
  }

  /// The question about numbers for so many people: one digit to the base 256, or two.
  public static Question question(String text, int people) {
    return new Question.NonHomomorphic(text, people < DIGIT ? List.of("1") : List.of("1", "2"));
  }

  /// The question about numbers for these people.
  public Question question(String text) {
    return question(text, people.size());
  }

  /// The row that writes this person in; nobody if empty.
  ///
  /// @throws IllegalArgumentException if the person is not listed
  public List<Integer> row(Optional<String> person) {
    int number = person.map(people::indexOf).orElse(-1) + 1;
    if (person.isPresent() && number == 0) {
      throw new IllegalArgumentException("not listed: " + person.get());
    }
    return people.size() < DIGIT ? List.of(number) : List.of(number / DIGIT, number % DIGIT);
  }

  /// Who is written in by a row; empty if it stands for nobody.
  public Optional<String> person(List<Integer> row) {
    int number = 0;
    for (int digit : row) {
      number = number * DIGIT + digit;
    }
    return number == 0 || number > people.size()
        ? Optional.empty()
        : Optional.of(people.get(number - 1));
  }

  /// On how many ballots each of the people is written in. Numbers that stand for nobody do not
  /// count.
  public List<Integer> counts(List<List<Integer>> rows) {
    int[] counts = new int[people.size()];
    for (List<Integer> row : rows) {
      person(row).ifPresent(name -> counts[people.indexOf(name)]++);
    }
    return java.util.Arrays.stream(counts).boxed().toList();
  }

  /// Whether these questions have the place, and a question about numbers that fits.
  boolean fits(List<String> answers, List<Question> questions) {
    return answers.size() > 1
        && answers.getLast().equals(PLACE)
        && people.stream().noneMatch(answers::contains)
        && question < questions.size()
        && questions.get(question) instanceof Question.NonHomomorphic numbers
        && numbers.answers().size() == (people.size() < DIGIT ? 1 : 2);
  }
}
