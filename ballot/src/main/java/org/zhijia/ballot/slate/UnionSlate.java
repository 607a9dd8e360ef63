package org.zhijia.ballot.slate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.json.Malformed;

/// Two questions of an election that belong together: approvals (赞成, 0 to the number of seats) and
/// oppositions (反对, 0 to the number of candidates) over the same candidates.
///
/// Declared by a line of the election's description, which the fingerprint covers:
/// `zhijia-slate/1 approve=1 against=2` (numbers of the questions, from 1).
///
/// @param approve index of the approvals question, from 0
/// @param against index of the oppositions question, from 0
public record UnionSlate(int approve, int against) {

  private static final Pattern DECLARATION =
      Pattern.compile("zhijia-slate/1 approve=([1-9][0-9]{0,3}) against=([1-9][0-9]{0,3})");
  private static final String DECLARED = "zhijia-slate/";

  /// The line that declares this slate.
  public String declaration() {
    return "zhijia-slate/1 approve=" + (approve + 1) + " against=" + (against + 1);
  }

  /// The approvals question of a slate.
  public static Question approvals(String text, List<String> candidates, int seats) {
    return new Question.Homomorphic(text, candidates, false, 0, seats);
  }

  /// The oppositions question of a slate.
  public static Question oppositions(String text, List<String> candidates) {
    return new Question.Homomorphic(text, candidates, false, 0, candidates.size());
  }

  /// The slates that an election declares; empty for a plain election.
  ///
  /// @throws Malformed if a declaration does not fit the questions, or is of an unknown version
  public static List<UnionSlate> of(Election election) throws Malformed {
    List<UnionSlate> slates = new ArrayList<>();
    for (String line : election.description().lines().map(String::strip).toList()) {
      if (line.startsWith(DECLARED)) {
        Matcher matcher = DECLARATION.matcher(line);
        if (!matcher.matches()) {
          throw new Malformed("$.description", "a slate declared in an unknown way: " + line);
        }
        UnionSlate slate =
            new UnionSlate(
                Integer.parseInt(matcher.group(1)) - 1, Integer.parseInt(matcher.group(2)) - 1);
        slate.demandFitting(election.questions());
        slates.add(slate);
      }
    }
    long questions =
        slates.stream().flatMap(s -> List.of(s.approve, s.against).stream()).distinct().count();
    if (questions != 2L * slates.size()) {
      throw new Malformed("$.description", "two slates share a question");
    }
    return slates;
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
            && oppositions.max() == oppositions.answers().size();
    if (!fits) {
      throw new Malformed("$.description", "a slate over questions that are no slate");
    }
  }
}
