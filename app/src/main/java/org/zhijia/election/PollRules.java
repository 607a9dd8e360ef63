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
              org.zhijia.statute.Text.of(
                  "这是就票数相等的人再次投票，名单只能是：%s。",
                  "This is a run-off among those tied; its list is: %s.", String.join("、", tied)),
              Optional.of(article)));
    } catch (BadFacts wrong) {
      return List.of(new Breach("OTHER_THAN_TIED", wrong.text(), Optional.empty()));
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

  /// Whether a resolution is adopted, or a recall carried: more than half of those due.
  private Ruling majority(Body body, CountSheet sheet) throws BadFacts {
    return rule(
        body == Body.RECALL ? "recall" : "resolution.majority",
        Map.of("approvals", sheet.lines().getFirst().approve(), "due", sheet.due()));
  }
}
