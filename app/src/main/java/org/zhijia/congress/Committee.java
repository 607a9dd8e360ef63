package org.zhijia.congress;

import static org.zhijia.congress.Line.State.BREACH;
import static org.zhijia.congress.Line.State.MET;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhijia.congress.Rules.Verdict;
import org.zhijia.statute.Citation;
import org.zhijia.statute.Law;
import org.zhijia.statute.Outcome.Range;
import org.zhijia.statute.Text;

/// The committee that a congress elects, in figures: whether it is as large as the union's members
/// ask, and whether enough of its members work for unions. Remarks only: a federation's
/// higher union may consent to another size, and the record may not know everybody.
///
/// @param members of the union; 0 where the congress does not know
/// @param people who were elected, or who stand until then
/// @param unionWorkers of these people
/// @param strangers of these people who are no delegates, so that nobody knows what they are
record Committee(
    int seats, int members, int people, int unionWorkers, int strangers, boolean elected) {

  /// @param body whose rules hold: `district`, `grassroots`, `enterprise`
  List<Line> lines(String body, Law law) {
    List<Line> lines = new ArrayList<>();
    boolean district = body.equals("district");
    if (members > 0 || district) {
      Verdict size =
          Rules.apply(law, "committee.size", Map.of("members", Math.max(1, members), "kind", body));
      lines.add(size(size, district));
      size.ruling().notes().forEach(note -> lines.add(line(MET, note, size.citation())));
    }
    if (people > 0 && district) {
      lines.addAll(composition(law));
    }
    return lines;
  }

  private Line size(Verdict verdict, boolean district) {
    Range range = (Range) verdict.ruling().outcome();
    boolean within = range.least() <= seats && seats <= range.most();
    Text union = district ? new Text("", "") : unionOf(members);
    Text outside =
        district
            ? new Text("，须经上级工会同意", ": the higher union must consent")
            : new Text("，不在规定的范围内", ", outside the range");
    Text end = within ? new Text("", "") : outside;
    Text text =
        Text.of(
            "%1$s委员会应为 %2$d 至 %3$d 名，应选 %4$d 名%5$s",
            "%6$sthe committee has %2$d to %3$d members; %4$d are to be elected%7$s",
            union.zh(),
            range.least(),
            range.most(),
            seats,
            end.zh(),
            union.en(),
            end.en());
    return line(within ? MET : BREACH, text, verdict.citation());
  }

  private static Text unionOf(int members) {
    return Text.of("会员 %d 人，", "With %d members ", members);
  }

  /// As long as nobody is elected: whether the list can fill the seats as it must.
  private List<Line> composition(Law law) {
    int whole = elected ? people : seats;
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("members", whole);
    facts.put("unionWorkers", Math.min(unionWorkers, whole));
    facts.put("kind", "district");
    Verdict verdict = Rules.apply(law, "committee.composition", facts);
    if (verdict.holds()) {
      return List.of(line(MET, workers(""), verdict.citation()));
    }
    return verdict.grounds().stream()
        .map(
            ground ->
                line(
                    BREACH,
                    new Text(
                        workers("。").zh() + ground.text().zh(),
                        workers(". ").en() + ground.text().en()),
                    ground.citation().orElse(verdict.citation())))
        .toList();
  }

  private Text workers(String end) {
    return Text.of(
        "%1$s %2$d 名，其中工会工作者 %3$d 名%4$s%5$s",
        "%6$s: %2$d, of them %3$d union workers%7$s%5$s",
        elected ? "当选委员" : "委员候选人",
        people,
        unionWorkers,
        strangers == 0 ? "" : "，另有 " + strangers + " 名不是代表、类别不明",
        end,
        elected ? "Elected" : "Candidates",
        strangers == 0 ? "" : "; " + strangers + " are no delegates, their category is unknown");
  }

  private static Line line(Line.State state, Text text, Citation citation) {
    return new Line(state, text, Optional.of(citation), true, Optional.empty(), "/elections")
        .advised();
  }
}
