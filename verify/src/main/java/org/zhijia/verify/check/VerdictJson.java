package org.zhijia.verify.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhijia.ballot.audit.Check;
import org.zhijia.ballot.audit.Findings;
import org.zhijia.ballot.audit.Verdict;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Result;
import org.zhijia.ballot.belenios.v1.Trustees;
import org.zhijia.ballot.json.JsonText;

/// A verdict for machines:
/// `{"file","verdict":"holds"|"fails","election":{…},"checks":[{"number","check","times"}],…}`.
public record VerdictJson(Path archive, Verdict verdict) implements JsonText.Writable {

  @Override
  public void writeTo(JsonText json) {
    Findings findings = verdict.findings();
    json.open().field("file").text(String.valueOf(archive.getFileName())).field("verdict");
    json.text(verdict.holds() ? "holds" : "fails");
    switch (verdict) {
      case Verdict.Holds holds -> writeChecks(json, holds.checks());
      case Verdict.Fails fails -> writeFailure(json, fails);
    }
    writeElection(json, findings);
    json.close();
  }

  private static void writeChecks(JsonText json, Map<Check, Long> checks) {
    json.field("checks").openList();
    checks.forEach(
        (check, times) -> {
          json.open().field("number").number(check.number()).field("check").text(word(check));
          json.field("times").number(times).close();
        });
    json.closeList();
  }

  private static void writeFailure(JsonText json, Verdict.Fails fails) {
    json.field("failed").open().field("number").number(fails.check().number());
    json.field("check").text(word(fails.check())).field("where").text(fails.where());
    json.field("causes").texts(fails.causes()).close();
  }

  private static void writeElection(JsonText json, Findings findings) {
    findings
        .election()
        .ifPresent(
            election -> {
              json.field("uuid").text(election.uuid()).field("name").text(election.name());
              json.field("fingerprint").text(findings.fingerprint().orElse(""));
              json.field("credentials").number(findings.credentials());
              json.field("ballots").number(findings.ballots());
              json.field("hinted").number(findings.hinted());
              json.field("counted").number(findings.counted()).field("slates");
              json.number(findings.slates().size());
              if (findings.certified()) {
                json.field("certificate").text("not-checked");
              }
              json.field("shuffles").openList();
              findings.shuffles().forEach(json::number);
              json.closeList();
              findings.trustees().ifPresent(trustees -> writeTrustees(json, trustees));
              writeQuestions(json, election.questions(), findings);
            });
  }

  private static void writeTrustees(JsonText json, Trustees trustees) {
    json.field("trustees").openList();
    for (Trustees.Item item : trustees.items()) {
      json.open().field("trustees").number(item.keys().size());
      json.field("needed").number(item.needed()).close();
    }
    json.closeList();
  }

  private static void writeQuestions(JsonText json, List<Question> questions, Findings findings) {
    json.field("questions").openList();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      json.open().field("question").text(question.text()).field("answers");
      json.texts(question.answers()).field("blank");
      json.flag(question instanceof Question.Homomorphic marks && marks.blank());
      if (findings.result().isPresent()) {
        writeResult(json, question, findings.result().get(), i);
      }
      json.close();
    }
    json.closeList();
  }

  private static void writeResult(JsonText json, Question question, Result result, int index) {
    json.field("result").openList();
    if (question instanceof Question.NonHomomorphic) {
      for (List<Integer> numbers : result.answers().get(index)) {
        json.openList();
        numbers.forEach(json::number);
        json.closeList();
      }
    } else {
      result.rows().get(index).forEach(json::number);
    }
    json.closeList();
  }

  private static String word(Check check) {
    return check.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
