package org.zhijia.statute.election;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhijia.statute.BadFacts;
import org.zhijia.statute.BodyKind;
import org.zhijia.statute.Facts;
import org.zhijia.statute.Fraction;
import org.zhijia.statute.Input;
import org.zhijia.statute.Outcome;
import org.zhijia.statute.Reasoning;
import org.zhijia.statute.Rule;
import org.zhijia.statute.Text;
import org.zhijia.statute.Threshold;
import org.zhijia.statute.election.Count.Validity;
import org.zhijia.statute.election.CountSheet.Channel;
import org.zhijia.statute.election.CountSheet.Standing;

/// From the count sheet to those elected: is the election valid, who has a majority of those due,
/// in which order, is there a tie at the last seat, are seats left over.
public final class Counting {
  private static final Rule COUNT =
      Rule.of(
          "election.count",
          new Text("选举有效吗？谁当选？", "Is the election valid, and who is elected?"),
          Counting::count,
          Input.file(
              "计票结果：due、present、seats、channels、candidates，可加 variant、writeIns、kind",
              "due, present, seats, channels, candidates; also variant, writeIns, kind"));

  private Counting() {}

  public static List<Rule> rules() {
    return List.of(COUNT);
  }

  private static Outcome count(Reasoning why, Facts facts) throws BadFacts {
    facts.only(
        List.of(
            "due", "present", "seats", "variant", "channels", "candidates", "writeIns", "kind"));
    CountSheet sheet = CountSheet.of(facts);
    Method method = Method.of(facts.innerOrNone("variant"));
    BodyKind kind = facts.kind();
    Threshold quorum = why.threshold("congress.quorum", kind);
    if (!Meetings.isQuorate(why, quorum, method.quorum(), sheet.present(), sheet.due())) {
      return Count.without(Validity.VOID, texts(why));
    }
    Optional<Validity> trouble = trouble(why, sheet);
    if (trouble.isPresent()) {
      return Count.without(trouble.get(), texts(why));
    }
    return elect(why, sheet, method, why.threshold("election.majority", kind));
  }

  private static List<Text> texts(Reasoning why) {
    return why.breaches().stream().map(breach -> breach.text()).toList();
  }

  /// Ballots returned ≤ issued, in total (else void) and per channel (else the scrutineers
  /// decide); and figures that agree with one another.
  private static Optional<Validity> trouble(Reasoning why, CountSheet sheet) throws BadFacts {
    Threshold returned = why.threshold("ballot.returned");
    boolean isVoid = sheet.returned() > sheet.issued();
    why.formula("%d %s %d", sheet.returned(), isVoid ? ">" : "≤", sheet.issued());
    if (isVoid) {
      why.breach(
          returned,
          "MORE_RETURNED",
          Text.of(
              "收回选票 %d 张，多于发出的 %d 张，选举无效，应重新选举。",
              "%d ballots returned, %d issued: the election is void and is held again.",
              sheet.returned(),
              sheet.issued()));
    }
    sheet.channels().forEach(channel -> examine(why, returned, channel));
    if (sheet.issued() > sheet.present()) {
      why.contradiction(
          "MORE_ISSUED_THAN_PRESENT",
          Text.of(
              "发出选票 %d 张，多于实到 %d 人。",
              "%d ballots issued to %d present.", sheet.issued(), sheet.present()));
    }
    sheet.standings().forEach(standing -> agree(why, sheet, standing));
    long chosen = sheet.standings().stream().mapToLong(Standing::approve).sum();
    if (chosen > Math.multiplyExact(sheet.valid(), sheet.seats())) {
      why.contradiction(
          "MORE_VOTES_THAN_POSSIBLE",
          Text.of(
              "赞成票共 %d，多于有效票 %d 张 × 应选 %d 人。",
              "%d votes for are more than %d valid ballots × %d seats.",
              chosen,
              sheet.valid(),
              sheet.seats()));
    }
    if (why.isClean()) {
      return Optional.empty();
    }
    return Optional.of(isVoid ? Validity.VOID : Validity.STOPPED);
  }

  private static void examine(Reasoning why, Threshold returned, Channel channel) {
    if (channel.returned() > channel.issued()) {
      why.breach(
          returned,
          "CHANNEL_SURPLUS",
          Text.of(
              "“%1$s”收回 %2$d 张，多于发出的 %3$d 张；请监票人核查后决定。",
              "%1$s: %2$d returned, %3$d issued; the scrutineers examine it and decide.",
              channel.name(),
              channel.returned(),
              channel.issued()));
    }
  }

  private static void agree(Reasoning why, CountSheet sheet, Standing standing) {
    long sum = standing.approve() + standing.against().orElse(0) + standing.abstain().orElse(0);
    boolean complete = standing.against().isPresent() && standing.abstain().isPresent();
    if (sum > sheet.valid() || (complete && sum != sheet.valid())) {
      why.contradiction(
          "SUM_DIFFERS",
          Text.of(
              "“%1$s”的赞成、反对、弃权合计 %2$d，有效票为 %3$d 张。",
              "%1$s: for, against and abstaining come to %2$d; there are %3$d valid ballots.",
              standing.id(),
              sum,
              sheet.valid()));
    }
  }

  private static Count elect(Reasoning why, CountSheet sheet, Method method, Threshold majority) {
    List<Text> reasons = new ArrayList<>();
    Fraction half = majority.share();
    List<Standing> passed =
        sheet.standings().stream()
            .filter(standing -> half.isExceededBy(standing.approve(), sheet.due()))
            .sorted(Comparator.comparingLong(Standing::approve).reversed())
            .toList();
    why.formula("> %d/2: %d", sheet.due(), passed.size());
    reasons.add(
        Text.of(
            "应到 %1$d 人，当选须赞成票不少于 %2$d；达到的有 %3$d 人，应选 %4$d 人。",
            "%1$d due: election takes %2$d votes for; %3$d persons have them, for %4$d seats.",
            sheet.due(),
            half.floorOf(sheet.due()) + 1,
            passed.size(),
            sheet.seats()));
    if (passed.size() <= sheet.seats()) {
      long missing = sheet.seats() - passed.size();
      if (missing > 0) {
        reasons.add(method.shortageText(missing));
      }
      return new Count(Validity.VALID, ids(passed), Optional.empty(), missing, reasons);
    }
    return cut(sheet, method, passed, reasons);
  }

  /// More have a majority than there are seats: most votes first, and a tie at the cut.
  private static Count cut(
      CountSheet sheet, Method method, List<Standing> passed, List<Text> reasons) {
    int seats = Math.toIntExact(sheet.seats());
    List<Standing> ordered = method.order(passed);
    Standing last = ordered.get(seats - 1);
    if (!method.tied(last, ordered.get(seats))) {
      reasons.add(Text.of("得票多者当选，取前 %d 名。", "The %d with most votes are elected.", seats));
      return new Count(
          Validity.VALID, ids(ordered.subList(0, seats)), Optional.empty(), 0, reasons);
    }
    List<Standing> clear =
        ordered.stream().takeWhile(standing -> !method.tied(standing, last)).toList();
    List<Standing> tied = ordered.stream().filter(each -> method.tied(each, last)).toList();
    long left = sheet.seats() - clear.size();
    reasons.add(
        Text.of(
            "末位票数相同：%1$s 同为 %2$d 票，还有 %3$d 个名额，应就他们重新投票，赞成票多者当选。",
            "A tie at the last seat: %s with %d votes each, %d seats left. Vote upon them again.",
            String.join("、", ids(tied)),
            last.approve(),
            left));
    return new Count(
        Validity.VALID, ids(clear), Optional.of(new Count.Runoff(left, ids(tied))), 0, reasons);
  }

  private static List<String> ids(List<Standing> standings) {
    return standings.stream().map(Standing::id).toList();
  }
}
