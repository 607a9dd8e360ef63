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

  /// A ground for each of these people who holds a part of the key without being passed.
  ///
  /// @param passed names of those whom the meeting passed, or is to pass
  /// @param holders names of those whose browsers make the key
  static List<Ground> whoWereNotPassed(
      String body, Collection<String> passed, Collection<String> holders) {
    Citation citation = Articles.scrutineers(body);
    List<String> names = passed.stream().map(Scrutineers::withoutUnit).toList();
    return holders.stream()
        .filter(holder -> !names.contains(withoutUnit(holder)))
        .map(
            holder ->
                Ground.by(
                    citation,
                    "%s持有监票密钥，但不在会议表决的监票人名单里：请在选举页改由名单上的人持有密钥，或者重新表决名单。",
                    "%s holds a part of the key without being on the meeting's list of scrutineers:"
                        + " appoint those on the list, or pass a new one.",
                    holder))
        .toList();
  }

  private static String withoutUnit(String name) {
    return bare(name.replaceFirst("（[^）]*）$", ""));
  }

  /// Names of two characters are often spread with blanks.
  private static String bare(String name) {
    return name.replaceAll("[\\s\u3000]+", "");
  }
}
