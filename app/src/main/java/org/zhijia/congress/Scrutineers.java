package org.zhijia.congress;

import java.util.Collection;
import java.util.List;
import org.zhijia.election.Elections.Candidacy;
import org.zhijia.statute.Citation;

/// Who may watch over the votes: the meeting passes scrutineers (监票人) who do not stand
/// themselves.
///
/// Candidates are known by their names alone. Of two people with one name the scrutineer's is
/// written with the unit, as 张伟（铸造车间）.
final class Scrutineers {
  private Scrutineers() {}

  /// A ground for each of these people who stands in a vote.
  ///
  /// @param body of the congress, as the rulebook names it
  static List<Ground> whoStand(String body, Collection<String> names, List<Candidacy> candidacies) {
    Citation citation = Articles.scrutineers(body);
    return names.stream()
        .flatMap(
            name ->
                candidacies.stream()
                    .filter(each -> bare(each.name()).equals(bare(name)))
                    .limit(1)
                    .map(
                        each ->
                            Ground.by(
                                citation,
                                "%s是“%s”的候选人，不能担任监票人；如系同名的另一人，请在姓名后注明单位。",
                                "%s stands in \"%s\" and cannot be a scrutineer; if it is another"
                                    + " of that name, write the unit after it.",
                                name,
                                each.vote())))
        .toList();
  }

  /// Names of two characters are often spread with blanks.
  private static String bare(String name) {
    return name.replaceAll("[\\s\u3000]+", "");
  }
}
