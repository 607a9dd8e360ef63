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
              "计票结果：due、present、seats、channels、candidates，可加 variant、writeIns、kind；"
                  + "票数相等再次投票的加 \"runoff\":true；"
                  + "监票人核查后按有效计票的加 \"accepted\":[\"paper\"]",
              "due, present, seats, channels, candidates; also variant, writeIns, kind;"
                  + " for a vote among those tied \"runoff\":true;"
                  + " for a surplus that the scrutineers let stand \"accepted\":[\"paper\"]"));

  private Counting() {}

  public static List<Rule> rules() {
    return List.of(COUNT);
  }

  private static Outcome count(Reasoning why, Facts facts) throws BadFacts {
    facts.only(
        List.of(
            "due",
            "present",
            "seats",
            "runoff",
            "variant",
            "channels",
            "accepted",
            "candidates",
            "writeIns",
            "kind"));
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
    Count count =
        sheet.runoff() ? amongTied(why, sheet, method, kind) : elect(why, sheet, method, kind);
    return count.after(accepted(sheet));
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
    sheet.channels().forEach(channel -> examine(why, returned, sheet, channel));
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

  /// Somebody may have put a ballot into the other box: the scrutineers look into it and decide.
  private static void examine(
      Reasoning why, Threshold returned, CountSheet sheet, Channel channel) {
    if (!channel.hasSurplus()) {
      return;
    }
    boolean accepted = sheet.isAccepted(channel);
    why.formula(
        "%s: %d > %d%s",
        channel.name(), channel.returned(), channel.issued(), accepted ? " (accepted)" : "");
    if (!accepted) {
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

  private static List<Text> accepted(CountSheet sheet) {
    return sheet.channels().stream()
        .filter(sheet::isAccepted)
        .map(
            channel ->
                Text.of(
                    "“%1$s”收回 %2$d 张，多于发出的 %3$d 张；总数没有多出，监票人核查后决定按有效计票。",
                    "%1$s: %2$d returned, %3$d issued, no surplus in all: the scrutineers examined"
                        + " it and let the ballots count.",
                    channel.name(),
                    channel.returned(),
                    channel.issued()))
        .toList();
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

  private static Count elect(Reasoning why, CountSheet sheet, Method method, BodyKind kind)
      throws BadFacts {
    List<Text> reasons = new ArrayList<>();
    Fraction half = why.threshold("election.majority", kind).share();
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
    return cut(why, sheet, method, new Ranked(method.order(passed), kind, reasons));
  }

  /// A run-off. Whoever stands had the majority of those due in the vote before; now most votes
  /// decide, and whoever is written in is not among them.
  private static Count amongTied(Reasoning why, CountSheet sheet, Method method, BodyKind kind)
      throws BadFacts {
    why.threshold("election.runoff", kind);
    List<Standing> tied =
        sheet.standings().stream().filter(standing -> !standing.writtenIn()).toList();
    List<Text> reasons = new ArrayList<>();
    reasons.add(
        Text.of(
            "这是就票数相等的 %1$d 人再次投票，应选 %2$d 人：赞成票多的当选，不再要求超过应到 %3$d 人半数。",
            "A run-off among %1$d who were tied, for %2$d seats: most votes elect. They had more"
                + " than half of the %3$d due before; it is not asked of them again.",
            tied.size(),
            sheet.seats(),
            sheet.due()));
    if (tied.size() < sheet.standings().size()) {
      reasons.add(
          Text.of(
              "另选的人不在票数相等的人之中，不能在这次投票中当选。",
              "Whoever is written in is not among those tied and cannot be elected in this vote."));
    }
    return cut(why, sheet, method, new Ranked(method.order(tied), kind, reasons));
  }

  /// Those who can be elected, the first first, and the sentences so far.
  private record Ranked(List<Standing> standings, BodyKind kind, List<Text> reasons) {}

  /// More can be elected than there are seats: the first of them, unless there is a tie at the cut.
  private static Count cut(Reasoning why, CountSheet sheet, Method method, Ranked ranked)
      throws BadFacts {
    int seats = Math.toIntExact(sheet.seats());
    List<Standing> ordered = ranked.standings();
    List<Text> reasons = ranked.reasons();
    Standing last = ordered.get(seats - 1);
    Standing next = ordered.get(seats);
    String sign = last.approve() > next.approve() ? ">" : "=";
    why.formula("%s %d %s %s %d", last.id(), last.approve(), sign, next.id(), next.approve());
    if (!method.tied(last, next)) {
      reasons.add(
          last.approve() == next.approve()
              ? Text.of(
                  "赞成票相等的，反对票少者当选，取前 %d 名。",
                  "As many votes for: fewer against decide, the first %d are elected.", seats)
              : Text.of("得票多者当选，取前 %d 名。", "The %d with most votes are elected.", seats));
      return new Count(
          Validity.VALID, ids(ordered.subList(0, seats)), Optional.empty(), 0, reasons);
    }
    why.threshold("election.runoff", ranked.kind());
    List<Standing> clear =
        ordered.stream().takeWhile(standing -> !method.tied(standing, last)).toList();
    List<Standing> tied = ordered.stream().filter(each -> method.tied(each, last)).toList();
    long left = sheet.seats() - clear.size();
    reasons.add(
        Text.of(
            "末位票数相同：%1$s 同为 %2$d 票，还有 %3$d 个名额，应就他们重新投票，赞成票多者当选。",
            "A tie at the last seat: %1$s with %2$d votes each, %3$d seats left. Vote upon them"
                + " again; most votes elect.",
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
