package org.zhijia.statute.election;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Input;
import org.zhijia.statute.Outcome;
import org.zhijia.statute.Reasoning;
import org.zhijia.statute.Rule;
import org.zhijia.statute.Text;
import org.zhijia.statute.Threshold;

/// Whether one ballot is valid: not more chosen than seats, one mark a name, a write-in only by a
/// voter who is against somebody.
public final class BallotPaper {
  private static final Rule VALIDITY =
      Rule.of(
          "ballot.validity",
          new Text("这张选票有没有效？", "Is this ballot valid?"),
          BallotPaper::validity,
          Input.file(
              "{\"seats\":35, \"channel\":\"paper\", \"approve\":34 或 [编号…],"
                  + " \"against\":2 或 [编号…], \"writeIns\":2 或 [姓名…],"
                  + " \"candidates\":[编号…], \"readable\":true}",
              "{\"seats\":35, \"channel\":\"paper\", \"approve\":34 or [ids],"
                  + " \"against\":2 or [ids], \"writeIns\":2 or [names],"
                  + " \"candidates\":[ids], \"readable\":true}"));

  private BallotPaper() {}

  public static List<Rule> rules() {
    return List.of(VALIDITY);
  }

  /// Marks of one kind, given by number or by name.
  private record Marks(long number, List<String> names) {
    static Marks of(Facts facts, String name) throws BadFacts {
      if (facts.isList(name)) {
        List<String> names = facts.words(name);
        return new Marks(names.size(), names);
      }
      return new Marks(facts.optionalCount(name).orElse(0), List.of());
    }
  }

  private static Outcome validity(Reasoning why, Facts facts) throws BadFacts {
    facts.only(
        List.of(
            "seats",
            "channel",
            "approve",
            "against",
            "abstain",
            "writeIns",
            "candidates",
            "readable"));
    long seats = facts.positive("seats");
    boolean paper = facts.choice("channel", "paper", "electronic").equals("paper");
    Marks approve = Marks.of(facts, "approve");
    Marks against = Marks.of(facts, "against");
    Marks writeIns = Marks.of(facts, "writeIns");
    Threshold choices = why.threshold("ballot.choices");
    if (facts.has("readable") && !facts.flag("readable")) {
      why.breach(choices, "UNREADABLE", new Text("选票无法辨认。", "The ballot cannot be read."));
    }
    long chosen = approve.number() + writeIns.number();
    why.formula(
        "%d + %d %s %d", approve.number(), writeIns.number(), chosen > seats ? ">" : "≤", seats);
    if (chosen > seats) {
      why.breach(
          choices,
          "OVERVOTE",
          Text.of(
              "所选 %d 人，多于应选 %d 人，选票无效。",
              "%d chosen, more than the %d seats: the ballot is void.", chosen, seats));
    }
    marks(why, facts, choices, approve, against);
    writeIns(why, facts, paper, against, writeIns);
    return Outcome.of(why.isClean());
  }

  private static void marks(
      Reasoning why, Facts facts, Threshold choices, Marks approve, Marks against) throws BadFacts {
    List<String> listed = facts.words("candidates");
    Set<String> seen = new HashSet<>();
    for (List<String> names : List.of(approve.names(), against.names())) {
      for (String name : names) {
        if (!seen.add(name)) {
          why.breach(choices, "TWO_MARKS", Text.of("“%s”有两个记号。", "\"%s\" bears two marks.", name));
        }
        if (!listed.isEmpty() && !listed.contains(name)) {
          why.breach(
              choices,
              "UNKNOWN_CANDIDATE",
              Text.of("“%s”不在候选人名单中。", "\"%s\" is not on the list.", name));
        }
      }
    }
    long marked = approve.number() + against.number();
    if (!listed.isEmpty() && marked > listed.size()) {
      throw BadFacts.of(
          "记号 %d 个，多于候选人 %d 名。", "%d marks are more than %d candidates.", marked, listed.size());
    }
  }

  /// On paper more write-ins than votes against are passed over, since the ballot does not say who
  /// of them takes the place of a listed name, and the rest counts. A device does not accept them.
  private static void writeIns(
      Reasoning why, Facts facts, boolean paper, Marks against, Marks writeIns) throws BadFacts {
    Threshold article = why.threshold("ballot.write-in");
    if (writeIns.number() > against.number()) {
      if (paper) {
        why.note(
            "另选他人 %d 人，多于反对 %d 人：另选部分不计，其余照计。",
            "%d written in, only %d opposed: the write-ins do not count, the rest does.",
            writeIns.number(),
            against.number());
      } else {
        why.breach(
            article,
            "WRITE_IN_WITHOUT_AGAINST",
            Text.of(
                "反对某候选人的，才可以另选他人：另选 %d 人，反对 %d 人。",
                "Only who is against a candidate may write in another: %d written in, %d opposed.",
                writeIns.number(),
                against.number()));
      }
    }
    Set<String> seen = new HashSet<>(facts.words("candidates"));
    for (String name : writeIns.names()) {
      if (!seen.add(name)) {
        why.breach(
            article,
            "WRITE_IN_LISTED",
            Text.of(
                "另选的“%s”已在候选人名单中，或写了两次。",
                "The written-in \"%s\" is a candidate already, or written twice.", name));
      }
    }
  }
}
