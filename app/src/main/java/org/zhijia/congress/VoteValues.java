package org.zhijia.congress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhijia.election.Acceptance;
import org.zhijia.election.Announced;
import org.zhijia.election.Candidate;
import org.zhijia.election.Elections;
import org.zhijia.election.Poll;
import org.zhijia.election.SeatsDecision;
import org.zhijia.election.Stage;

/// What the votes of a congress say, by the names that templates ask for. Documents are Chinese.
/// Nothing is told of a vote before its result is announced but who stands.
@Component
class VoteValues {
  private static final String NUMERALS = "一二三四五六七八九十";

  private final Elections elections;

  VoteValues(Elections elections) {
    this.elections = elections;
  }

  Map<String, String> of(Congress congress) {
    Map<String, String> values = new HashMap<>();
    List<Poll> polls = elections.polls(congress.assembly());
    values.put(
        "候选人名单",
        numbered(
            polls.stream()
                .filter(poll -> !poll.body().decides() && poll.stage() != Stage.CANCELLED)
                .filter(poll -> poll.round() == 1 && poll.candidates() > 0)
                .map(this::standing)
                .toList()));
    List<Announced> results =
        polls.stream()
            .map(poll -> elections.announced(poll.id()))
            .flatMap(Optional::stream)
            .toList();
    values.put("投票情况", numbered(results.stream().map(this::figures).toList()));
    values.put("计票结果", numbered(results.stream().map(this::sheet).toList()));
    List<String> scrutineers = elections.scrutineers(congress.assembly());
    values.put("监票人", String.join("、", scrutineers));
    values.put("总监票人", scrutineers.stream().findFirst().orElse(""));
    return values;
  }

  private String standing(Poll poll) {
    String people =
        elections.candidates(poll.id()).stream()
            .map(VoteValues::line)
            .collect(Collectors.joining("\n"));
    return "%s（应选%d名，候选人%d名）\n%s".formatted(title(poll), poll.seats(), poll.candidates(), people);
  }

  private static String line(Candidate candidate) {
    return candidate.line().isEmpty()
        ? candidate.name()
        : candidate.name() + "（" + candidate.line() + "）";
  }

  private static String title(Poll poll) {
    return poll.round() == 1 ? poll.title() : poll.title() + "第" + poll.round() + "轮";
  }

  private String figures(Announced result) {
    String figures =
        "%s：应到%d人，实到%d人；发出选票%d张，收回%d张，其中有效票%d张，无效票%d张。"
            .formatted(
                title(result.poll()),
                result.due(),
                result.present(),
                result.issued(),
                result.returned(),
                result.valid(),
                result.returned() - result.valid());
    return figures + validity(result) + (result.stands() ? outcome(result) : "");
  }

  private static String validity(Announced result) {
    if (result.returned() > result.issued()) {
      return "收回的选票多于发出的选票，投票无效。";
    }
    if (!result.stands()) {
      return "选票数不符，投票没有效力。";
    }
    String accepted =
        result.accepted().stream().map(VoteValues::accepted).collect(Collectors.joining());
    return accepted + "收回的选票不多于发出的选票，投票有效。";
  }

  private static String accepted(Acceptance acceptance) {
    return "其中%s发出%d张，收回%d张，总监票人%s核查后决定按有效计票，理由：%s。"
        .formatted(
            acceptance.channel().equals("paper") ? "纸质选票" : "电子选票",
            acceptance.issued(),
            acceptance.returned(),
            acceptance.by(),
            acceptance.reason().replaceFirst("[。.]+$", ""));
  }

  private String outcome(Announced result) {
    if (result.poll().body().decides()) {
      return result.adopted() ? "表决通过。" : "表决没有通过。";
    }
    List<String> sentences = new ArrayList<>();
    int elected = result.elected().size();
    sentences.add(
        result.isRunoff()
            ? "就票数相等的人再次投票，赞成票多的当选，共%d名。".formatted(elected)
            : "赞成票超过应到人数半数（%d票以上）的，依次当选%d名。".formatted(result.majority(), elected));
    if (!result.runoffAmong().isEmpty()) {
      sentences.add("末位票数相等，就%s再次投票。".formatted(String.join("、", result.runoffAmong())));
    }
    if (result.shortage() > 0) {
      sentences.add("缺额%d名。".formatted(result.shortage()));
      elections.decision(result.poll().id()).map(VoteValues::seats).ifPresent(sentences::add);
    }
    return String.join("", sentences);
  }

  /// What was decided on the seats left open.
  private static String seats(SeatsDecision decision) {
    String what =
        switch (decision.choice()) {
          case REDUCED -> "名额减少为%d名。".formatted(decision.size());
          case VACANT -> "缺额暂缺。";
        };
    return decision
        .vote()
        .map(
            hands ->
                "经大会举手表决（应到%d人，赞成%d人，反对%d人，弃权%d人），"
                    .formatted(decision.due(), hands.approve(), hands.against(), hands.abstain()))
        .orElse("按照通过的选举办法，")
        .concat(what);
  }

  private String sheet(Announced result) {
    String lines = result.lines().stream().map(VoteValues::line).collect(Collectors.joining("\n"));
    return figures(result) + "\n" + lines;
  }

  private static String line(Announced.Line line) {
    String votes =
        line.writtenIn()
            ? "%s（另选）：赞成%d票".formatted(line.name(), line.approve())
            : "%s：赞成%d票，反对%d票，弃权%d票"
                .formatted(line.name(), line.approve(), line.against(), line.abstain());
    return line.elected() ? votes + "，当选" : votes;
  }

  /// `一、` before the first, as official documents number their parts.
  private static String numbered(List<String> parts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      String number = i < NUMERALS.length() ? NUMERALS.substring(i, i + 1) : String.valueOf(i + 1);
      text.append(number).append('、').append(parts.get(i)).append('\n');
    }
    return text.toString().strip();
  }
}
