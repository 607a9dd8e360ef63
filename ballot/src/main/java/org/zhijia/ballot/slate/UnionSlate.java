package org.zhijia.ballot.slate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.json.Malformed;

/// Two questions of an election that belong together: approvals (赞成, 0 to the number of seats) and
/// oppositions (反对, 0 to the number of candidates) over the same candidates.
///
/// Declared by a line of the election's description, which the fingerprint covers:
/// `zhijia-slate/1 approve=1 against=2` (numbers of the questions, from 1), or, where voters may
/// write somebody in, `zhijia-slate/2 approve=1 against=2 write-in=3 people=甲|乙|丙`.
///
/// @param approve index of the approvals question, from 0
/// @param against index of the oppositions question, from 0
/// @param writeIn if voters may write somebody in; the last answer is then [WriteIn#PLACE]
public record UnionSlate(int approve, int against, Optional<WriteIn> writeIn) {

  private static final String NUMBER = "([1-9][0-9]{0,3})";
  private static final Pattern DECLARATION =
      Pattern.compile(
          "zhijia-slate/(?:1 approve=%1$s against=%1$s|2 approve=%1$s against=%1$s write-in=%1$s"
                  .formatted(NUMBER)
              + " people=(.+))");
  private static final String DECLARED = "zhijia-slate/";

  /// A slate without write-in.
  public UnionSlate(int approve, int against) {
    this(approve, against, Optional.empty());
  }

  /// The line that declares this slate.
  public String declaration() {
    String questions = "approve=" + (approve + 1) + " against=" + (against + 1);
    return writeIn
        .map(
            added ->
                "zhijia-slate/2 %s write-in=%d people=%s"
                    .formatted(questions, added.question() + 1, String.join("|", added.people())))
        .orElse("zhijia-slate/1 " + questions);
  }

  /// The approvals question of a slate.
  public static Question approvals(String text, List<String> candidates, int seats) {
    return new Question.Homomorphic(text, candidates, false, 0, seats);
  }

  /// The oppositions question of a slate.
  public static Question oppositions(String text, List<String> candidates) {
    return new Question.Homomorphic(text, candidates, false, 0, candidates.size());
  }

  /// How many candidates stand: the answers without the place of a write-in.
  public int candidates(List<Question> questions) {
    return questions.get(approve).answers().size() - (writeIn.isPresent() ? 1 : 0);
  }

  /// The slates that an election declares; empty for a plain election.
  ///
  /// @throws Malformed if a declaration does not fit the questions, or is of an unknown version
  public static List<UnionSlate> of(Election election) throws Malformed {
    List<UnionSlate> slates = new ArrayList<>();
    for (String line : election.description().lines().map(UnionSlate::trimmed).toList()) {
      if (line.startsWith(DECLARED)) {
        UnionSlate slate = read(line);
        slate.demandFitting(election.questions());
        slates.add(slate);
      }
    }
    List<Integer> questions = slates.stream().flatMap(UnionSlate::questions).toList();
    if (questions.stream().distinct().count() != questions.size()) {
      throw new Malformed("$.description", "two slates share a question");
    }
    return slates;
  }

  /// Without the blanks and tabs at its ends; other blanks belong to the line.
  private static String trimmed(String line) {
    return line.replaceAll("^[ \t]+|[ \t]+$", "");
  }

  private Stream<Integer> questions() {
    return Stream.concat(Stream.of(approve, against), writeIn.stream().map(WriteIn::question));
  }

  private static UnionSlate read(String line) throws Malformed {
    Matcher matcher = DECLARATION.matcher(line);
    if (!matcher.matches()) {
      throw new Malformed("$.description", "a slate declared in an unknown way: " + line);
    }
    if (matcher.group(6) == null) {
      return new UnionSlate(index(matcher, 1), index(matcher, 2));
    }
    try {
      WriteIn added = new WriteIn(index(matcher, 5), List.of(matcher.group(6).split("\\|", -1)));
      return new UnionSlate(index(matcher, 3), index(matcher, 4), Optional.of(added));
    } catch (IllegalArgumentException wrong) {
      throw new Malformed("$.description", String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private static int index(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group)) - 1;
  }

  private void demandFitting(List<Question> questions) throws Malformed {
    if (approve >= questions.size() || against >= questions.size()) {
      throw new Malformed("$.description", "a slate over questions that do not exist");
    }
    boolean fits =
        questions.get(approve) instanceof Question.Homomorphic approvals
            && questions.get(against) instanceof Question.Homomorphic oppositions
            && approvals.answers().equals(oppositions.answers())
            && !approvals.blank()
            && !oppositions.blank()
            && approvals.min() == 0
            && oppositions.min() == 0
            && oppositions.max() == oppositions.answers().size()
            && writeIn.stream().allMatch(added -> added.fits(approvals.answers(), questions));
    if (!fits) {
      throw new Malformed("$.description", "a slate over questions that are no slate");
    }
  }
}
