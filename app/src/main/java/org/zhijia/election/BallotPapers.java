package org.zhijia.election;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhijia.ballot.audit.CredentialsDeclaration;
import org.zhijia.ballot.belenios.v1.CredentialList;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.PublicCredential;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Trustees;
import org.zhijia.ballot.group.Element;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.slate.WriteIn;
import org.zhijia.statute.Breach;

/// How many ballots are issued in which way, and what an electronic one is like.
@Component
class BallotPapers {
  static final String FOR = "赞成";
  static final String AGAINST = "反对";

  /// Lines for others on paper.
  private static final int MOST_OTHERS = 3;

  private final AssemblyStore assemblies;
  private final Clock clock;

  BallotPapers(AssemblyStore assemblies, Clock clock) {
    this.assemblies = assemblies;
    this.clock = clock;
  }

  /// Why ballots cannot be issued: no key, no roster, or so few voters on one of the two ways that
  /// the figures would tell their votes.
  List<Breach> obstacles(Assembly of, Elections.Attendance hall) {
    int electronic = hall.present() - hall.paper();
    List<Breach> grounds = new ArrayList<>();
    if (electronic > 0 && electronic < of.minimum()) {
      grounds.add(
          Decision.ground(
              "TOO_FEW_ELECTRONIC",
              "电子投票只有 %1$d 人，少于 %2$d 人，结果会暴露个人选择；请全部使用纸质选票。",
              "%d would vote electronically, fewer than %d: the result would tell their votes. All"
                  + " vote on paper.",
              electronic,
              of.minimum()));
    }
    if (electronic > 0 && hall.paper() > 0 && hall.paper() < of.minimum()) {
      grounds.add(
          Decision.ground(
              "TOO_FEW_ON_PAPER",
              "纸质投票只有 %1$d 人，少于 %2$d 人；请改用会场平板投票，或者全部使用纸质选票。",
              "%d would vote on paper, fewer than %d: offer tablets in the hall, or paper to all.",
              hall.paper(),
              of.minimum()));
    }
    if (electronic > 0 && !of.keyMade()) {
      grounds.add(
          Decision.ground("NO_KEY", "监票人还没有做好密钥。", "The scrutineers have not made the key yet."));
    }
    if (electronic > 0 && !of.rosterFrozen()) {
      grounds.add(
          Decision.ground("ROSTER_OPEN", "凭证名册还没有冻结。", "The roster of slips is not frozen yet."));
    } else if (electronic > slips(of)) {
      grounds.add(
          Decision.ground(
              "MORE_THAN_SLIPS",
              "电子投票 %1$d 人，有效的凭证条只有 %2$d 张。",
              "%d would vote electronically, with only %d slips.",
              electronic,
              slips(of)));
    }
    return grounds;
  }

  private int slips(Assembly of) {
    return assemblies.slipCount(of.id())
        - assemblies.struckCount(of.id())
        - assemblies.surrenderedCount(of.id());
  }

  PollRow.Issued issue(Assembly of, Elections.Attendance hall) {
    return new PollRow.Issued(
        hall.due(), hall.present(), hall.present() - hall.paper(), hall.paper());
  }

  /// Who is on a ballot.
  ///
  /// @param others who can be written in; nobody where the vote takes no write-in
  record Names(List<Candidate> candidates, List<String> others) {
    Names {
      candidates = List.copyOf(candidates);
      others = List.copyOf(others);
    }

    Optional<WriteIn> writeIn() {
      return others.isEmpty() ? Optional.empty() : Optional.of(new WriteIn(2, others));
    }
  }

  /// The documents of the archive. The description binds the adopted method, the roster of all
  /// slips, and the credentials of this vote.
  PollRow.Setup setup(Assembly of, PollRow row, Names names, Optional<Method> method) {
    try {
      Trustees trustees = Trustees.read(Ceremony.GROUP, bytes(of.trustees().orElseThrow()));
      Element key = trustees.electionKey(Ceremony.GROUP);
      byte[] credentials = JsonText.bytesOf(credentials(of, row));
      Election election =
          new Election(
              CredentialsDeclaration.of(credentials).after(description(of, row, names, method)),
              of.title() + "：" + row.poll().title(),
              Ceremony.GROUP,
              key,
              questions(row, names),
              row.poll().uuid(),
              Optional.empty(),
              Optional.empty());
      UnionSlate.of(election); // what is declared can be read
      byte[] document = JsonText.bytesOf(election);
      return new PollRow.Setup(
          text(document),
          text(credentials),
          Election.fingerprint(document),
          Instant.now(clock).getEpochSecond());
    } catch (Malformed impossible) {
      throw new IllegalStateException("the key was checked when it was made", impossible);
    }
  }

  private static String description(
      Assembly of, PollRow row, Names names, Optional<Method> method) {
    List<String> lines = new ArrayList<>();
    lines.add(row.poll().title());
    if (row.poll().round() > 1) {
      lines.add("第 " + row.poll().round() + " 轮");
    }
    method.ifPresent(adopted -> lines.add("zhijia-method/1 sha256=" + adopted.sha256()));
    lines.add("zhijia-roster/1 sha256=" + of.rosterSha256().orElseThrow());
    if (!row.poll().body().decides()) {
      lines.add(new UnionSlate(0, 1, names.writeIn()).declaration());
    }
    return String.join("\n", lines);
  }

  private static List<Question> questions(PollRow row, Names given) {
    String title = "（" + row.poll().title() + "）";
    if (row.poll().body().decides()) {
      return List.of(
          new Question.Homomorphic(row.poll().title(), List.of(FOR, AGAINST), true, 1, 1));
    }
    List<String> standing = given.candidates().stream().map(Candidate::name).toList();
    Optional<WriteIn> writeIn = given.writeIn();
    List<String> names = writeIn.isPresent() ? WriteIn.withPlace(standing) : standing;
    List<Question> questions = new ArrayList<>();
    questions.add(
        UnionSlate.approvals(FOR + title, names, Math.min(row.poll().seats(), names.size())));
    questions.add(UnionSlate.oppositions(AGAINST + title, names));
    writeIn.ifPresent(added -> questions.add(added.question(WriteIn.PLACE + title)));
    return questions;
  }

  /// How many people who are no candidates a ballot on paper has lines for; none in a run-off, in
  /// which nobody else is elected. An electronic ballot takes one.
  static int others(PollRow row) {
    return row.runoff() ? 0 : Math.min(row.poll().seats(), MOST_OTHERS);
  }

  private CredentialList credentials(Assembly of, PollRow row) {
    int place = of.uuids().indexOf(row.poll().uuid());
    return new CredentialList(
        assemblies.slips(of.id()).stream()
            .filter(slip -> !slip.struck() && !slip.surrendered())
            .map(slip -> new PublicCredential(slip.credentials().get(place), 1))
            .toList());
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
