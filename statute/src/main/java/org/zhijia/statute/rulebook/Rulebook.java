package org.zhijia.statute.rulebook;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhijia.statute.Rule;
import org.zhijia.statute.codes.IdentityNumber;
import org.zhijia.statute.codes.SocialCreditCode;
import org.zhijia.statute.election.BallotPaper;
import org.zhijia.statute.election.Candidacies;
import org.zhijia.statute.election.Counting;
import org.zhijia.statute.election.Meetings;
import org.zhijia.statute.funds.Dues;
import org.zhijia.statute.organisation.Compositions;
import org.zhijia.statute.organisation.Coverage;
import org.zhijia.statute.organisation.Offices;
import org.zhijia.statute.organisation.Sizes;
import org.zhijia.statute.organisation.Terms;

/// Every rule that there is. The command line and the page of rules show it whole.
public final class Rulebook {
  private static final List<Rule> RULES =
      Stream.of(
              Meetings.rules(),
              Candidacies.rules(),
              BallotPaper.rules(),
              Counting.rules(),
              Sizes.rules(),
              Compositions.rules(),
              Terms.rules(),
              Coverage.rules(),
              Offices.rules(),
              SocialCreditCode.rules(),
              IdentityNumber.rules(),
              Dues.rules())
          .flatMap(List::stream)
          .sorted(Comparator.comparing(Rule::id))
          .toList();

  private Rulebook() {}

  /// In the order of their ids.
  public static List<Rule> rules() {
    return RULES;
  }

  public static Optional<Rule> rule(String id) {
    return RULES.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }
}
