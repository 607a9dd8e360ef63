package org.zhijia.election;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.BodyKind;
import org.zhijia.statute.Breach;
import org.zhijia.statute.Citation;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Law;
import org.zhijia.statute.Outcome;
import org.zhijia.statute.Ruling;
import org.zhijia.statute.Status;
import org.zhijia.statute.Text;
import org.zhijia.statute.election.Count;
import org.zhijia.statute.rulebook.Rulebook;

/// What the rules of the land say to a vote: may these candidates stand, may it be opened, who is
/// elected. Facts in, values out; no clock, no database.
final class PollRules {
  private static final Breach NO_METHOD =
      new Breach(
          "NO_METHOD",
          new Text(
              "还没有登记通过的选举办法：大会先表决选举办法，再按它选举（在选举页登记）。",
              "No adopted method is written down: the meeting adopts one, then elects by it (on"
                  + " the page of the elections)."),
          Optional.of(
              new Citation(
                  new Text("中国工会章程", "Constitution of the Chinese Trade Unions"),
                  "第十条",
                  Status.K)));

  private final Law law;
  private final BodyKind kind;
  private final Optional<Method> method;

  PollRules(Law law, BodyKind kind, Optional<Method> method) {
    this.law = law;
    this.kind = kind;
    this.method = method;
  }

  private Ruling rule(String id, Map<String, ?> facts) throws BadFacts {
    return Rulebook.rule(id).orElseThrow().apply(law, Facts.of(facts));
  }

  /// Whether a choice among the legal variants stays within the law's bounds.
  List<Breach> bounds(Map<String, String> variant) {
    try {
      org.zhijia.statute.election.Method.of(Facts.of(variant));
      return List.of();
    } catch (BadFacts outside) {
      return List.of(new Breach("METHOD_OUT_OF_BOUNDS", outside.text(), Optional.empty()));
    }
  }

  /// Why these candidates cannot be voted upon; empty if they can.
  List<Breach> candidacies(PollRow row, List<Candidate> candidates) {
    if (row.poll().body().decides()) {
      return List.of();
    }
    List<Breach> grounds = new ArrayList<>();
    if (method.isEmpty()) {
      grounds.add(NO_METHOD);
    }
    int seats = row.poll().seats();
    if (row.poll().round() == 1) {
      grounds.addAll(enough(row, candidates.size()));
    } else if (candidates.size() < seats) {
      grounds.add(
          Decision.ground(
              "FEWER_THAN_SEATS",
              "候选人 %d 名，少于应选 %d 名。",
              "%d candidates are fewer than %d seats.",
              candidates.size(),
              seats));
    }
    for (Candidate each : candidates) {
      grounds.addAll(eligibility(row.poll().body(), each));
      if (!each.consented()) {
        grounds.add(
            Decision.ground(
                "NO_CONSENT", "“%s”还没有同意参选。", "%s has not agreed to stand.", each.name()));
      }
    }
    return grounds;
  }

  private List<Breach> enough(PollRow row, int candidates) {
    String body = ruleBody(row.poll().body());
    try {
      Ruling ruling =
          rule(
              "election.candidates.minimum",
              Map.of(
                  "body",
                  body,
                  "seats",
                  row.poll().seats(),
                  "kind",
                  kind.word(),
                  "variant",
                  row.equal() ? "equal" : "over-seats"));
      long least =
          ruling.outcome() instanceof Outcome.Figure figure ? figure.value().longValueExact() : 0;
      if (candidates >= least) {
        return List.of();
      }
      return List.of(
          new Breach(
              "TOO_FEW_CANDIDATES",
              Text.of(
                  "应选 %1$d 名，候选人不得少于 %2$d 名，现有 %3$d 名。",
                  "%d seats take at least %d candidates; there are %d.",
                  row.poll().seats(),
                  least,
                  candidates),
              ruling.citations().stream().findFirst()));
    } catch (BadFacts wrong) {
      return List.of(new Breach("CANDIDATES", wrong.text(), Optional.empty()));
    }
  }

  /// Why a run-off's list cannot be another one.
  List<Breach> otherThanTied(Collection<String> tied) {
    try {
      Citation article = law.threshold("election.runoff", kind).citation();
      return List.of(
          new Breach(
              "OTHER_THAN_TIED",
              Text.of(
                  "这是就票数相等的人再次投票，名单只能是：%s。",
                  "This is a run-off among those tied; its list is: %s.", String.join("、", tied)),
              Optional.of(article)));
    } catch (BadFacts wrong) {
      return List.of(new Breach("OTHER_THAN_TIED", wrong.text(), Optional.empty()));
    }
  }

  /// Why people who are elected already cannot be written in.
  List<Breach> electedAlready(Collection<String> names) {
    Text text =
        Text.of(
            "“%s”在前面的投票中已经当选，不能再另选：请不录这个名字，选票的其余部分照录。同名的另一人，请写明单位。",
            "%s was elected in a vote before and cannot be written in: leave the name out and"
                + " enter the rest of the ballot. A namesake has the unit beside the name.",
            String.join("、", names));
    try {
      Citation article = law.threshold("ballot.write-in", kind).citation();
      return List.of(new Breach("WRITE_IN_ELECTED", text, Optional.of(article)));
    } catch (BadFacts never) {
      return List.of(new Breach("WRITE_IN_ELECTED", text, Optional.empty()));
    }
  }

  /// Each ground with the person's name before it.
  List<Breach> eligibility(Body body, Candidate candidate) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("body", ruleBody(body));
    facts.put("kind", kind.word());
    candidate.circumstances().forEach(each -> facts.put(each.fact(), "true"));
    try {
      return rule("candidate.eligible", facts).breaches().stream()
          .map(
              breach ->
                  new Breach(
                      breach.code(),
                      new Text(
                          candidate.name() + "：" + breach.text().zh(),
                          candidate.name() + ": " + breach.text().en()),
                      breach.citation()))
          .toList();
    } catch (BadFacts wrong) {
      return List.of(new Breach("ELIGIBILITY", wrong.text(), Optional.empty()));
    }
  }

  /// The rules know four kinds of body.
  private static String ruleBody(Body body) {
    return switch (body) {
      case COMMITTEE -> "committee";
      case AUDIT, AUDIT_CHAIR -> "audit";
      case STANDING -> "standing";
      case CHAIR, VICE_CHAIRS, RESOLUTION, RECALL -> "chair";
    };
  }

  /// Whether enough are present to vote.
  Ruling quorum(int due, int present) throws BadFacts {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("due", due);
    facts.put("present", present);
    facts.put("kind", kind.word());
    method.ifPresent(adopted -> facts.put("variant", adopted.quorum()));
    return rule("congress.quorum", facts);
  }

  /// The day on which publicity that began on this day is over.
  LocalDate publicityEnds(LocalDate began) throws BadFacts {
    Outcome outcome = rule("candidate.publicity", Map.of("from", began.toString())).outcome();
    return LocalDate.parse(String.valueOf(outcome.plain(java.util.Locale.ROOT)));
  }

  /// Who is elected; whether a resolution is adopted, unless its vote does not stand.
  Ruling ruling(Body body, CountSheet sheet) throws BadFacts {
    Ruling count = count(sheet);
    boolean stands = count.outcome() instanceof Count of && of.validity() == Count.Validity.VALID;
    return body.decides() && stands ? majority(body, sheet) : count;
  }

  private Ruling count(CountSheet sheet) throws BadFacts {
    Map<String, Object> facts = new LinkedHashMap<>(sheet.facts());
    facts.put("kind", kind.word());
    method.ifPresent(adopted -> facts.put("variant", adopted.variant()));
    return rule("election.count", facts);
  }

  /// A ground by the article on ballots returned.
  Breach returned(Text text) {
    try {
      Citation article = law.threshold("ballot.returned", kind).citation();
      return new Breach("MORE_RETURNED", text, Optional.of(article));
    } catch (BadFacts never) {
      return new Breach("MORE_RETURNED", text, Optional.empty());
    }
  }

  /// Why a body cannot be reduced to so many; empty if it can.
  ///
  /// @param members of the union; 0 where nobody knows
  List<Breach> reduction(Body body, int members, int size) {
    Optional<Ruling> ruling = size(body, members);
    if (ruling.isEmpty()) {
      return List.of(
          Decision.ground(
              "NO_RANGE",
              "查不到名额的法定范围（会员人数不明，或者没有规定），不能减少名额。",
              "No legal range is known (members unknown, or no rule): seats cannot be reduced."));
    }
    Outcome.Range range = (Outcome.Range) ruling.get().outcome();
    return range.least() <= size && size <= range.most()
        ? List.of()
        : List.of(
            new Breach(
                "OUTSIDE_RANGE",
                Text.of(
                    "名额应为 %d 至 %d 名，不能减少为 %d 名。",
                    "There are %d to %d seats; they cannot be reduced to %d.",
                    range.least(),
                    range.most(),
                    size),
                ruling.get().citations().stream().findFirst()));
  }

  /// How many seats the law allows, as a sentence with its article; empty where it sets no range.
  Optional<Text> range(Body body, int members) {
    return size(body, members)
        .map(
            ruling -> {
              Outcome.Range range = (Outcome.Range) ruling.outcome();
              Citation article = ruling.citations().getFirst();
              return Text.of(
                  "规定为 %1$d 至 %2$d 名（%3$s）",
                  "The law sets %1$d to %2$d seats (%4$s)",
                  range.least(),
                  range.most(),
                  (article.instrument().zh() + " " + article.article()).strip(),
                  (article.instrument().en() + " " + article.article()).strip());
            });
  }

  private Optional<Ruling> size(Body body, int members) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("kind", kind.word());
    try {
      return switch (body) {
        case COMMITTEE -> {
          boolean known = members > 0 || kind == BodyKind.DISTRICT; // one range for all districts
          facts.put("members", Math.max(1, members));
          yield known ? Optional.of(rule("committee.size", facts)) : Optional.empty();
        }
        case STANDING -> Optional.of(rule("standing.size", facts));
        case AUDIT -> Optional.of(rule("audit.size", facts));
        case CHAIR, VICE_CHAIRS, AUDIT_CHAIR, RESOLUTION, RECALL -> Optional.empty();
      };
    } catch (BadFacts unknown) {
      return Optional.empty();
    }
  }

  /// Why the meeting has not agreed by show of hands: more than half of those due.
  List<Breach> agreed(Method.Vote vote, Elections.Attendance hall) {
    int shown = vote.approve() + vote.against() + vote.abstain();
    if (shown > hall.present()) {
      return List.of(
          Decision.ground(
              "MORE_HANDS_THAN_PRESENT",
              "举手合计 %d 人，多于实到 %d 人。",
              "%d hands are more than the %d present.",
              shown,
              hall.present()));
    }
    try {
      return rule("resolution.majority", Map.of("approvals", vote.approve(), "due", hall.due()))
          .breaches();
    } catch (BadFacts wrong) {
      return List.of(new Breach("HANDS", wrong.text(), Optional.empty()));
    }
  }

  /// Whether a resolution is adopted, or a recall carried: more than half of those due.
  private Ruling majority(Body body, CountSheet sheet) throws BadFacts {
    return rule(
        body == Body.RECALL ? "recall" : "resolution.majority",
        Map.of("approvals", sheet.lines().getFirst().approve(), "due", sheet.due()));
  }
}
