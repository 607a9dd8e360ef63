package org.zhijia.verify.election;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.slate.WriteIn;
import org.zhijia.verify.terminal.WrongUse;

/// Reads the small YAML from which an election is drafted.
///
/// ```yaml
/// name: 示例区总工会第五届委员会选举
/// description: 2026年10月20日
/// slates:
///   - title: 委员会委员
///     seats: 2
///     candidates: [甲, 乙, 丙]
///     write-in: [丁, 戊]   # who may be written in; may be left out
/// resolutions:
///   - 关于第四届委员会工作报告的决议
/// questions:
///   - {question: 推选召集人, answers: [甲, 乙], min: 1, max: 1, blank: true}
///   - {question: 打分, numbers: [甲, 乙]}
/// ```
final class ElectionPlan {
  private ElectionPlan() {}

  static Draft draft(Yaml plan, String uuid) throws WrongUse {
    plan.only("name", "description", "administrator", "slates", "resolutions", "questions");
    List<Question> questions = new ArrayList<>();
    List<UnionSlate> slates = new ArrayList<>();
    for (Yaml slate : plan.items("slates")) {
      slates.add(addSlate(slate, questions));
    }
    for (Yaml resolution : plan.items("resolutions")) {
      questions.add(new Question.Homomorphic(resolution.text(), List.of("赞成", "反对"), true, 1, 1));
    }
    for (Yaml question : plan.items("questions")) {
      questions.add(question(question));
    }
    if (questions.isEmpty()) {
      throw plan.wrong("plan.nothing-asked");
    }
    Optional<Yaml> administrator = plan.optional("administrator");
    return new Draft(
        uuid,
        plan.field("name").text(),
        description(plan, slates),
        administrator.isPresent() ? Optional.of(administrator.get().text()) : Optional.empty(),
        questions);
  }

  private static String description(Yaml plan, List<UnionSlate> slates) throws WrongUse {
    List<String> lines = new ArrayList<>();
    Optional<Yaml> written = plan.optional("description");
    if (written.isPresent()) {
      lines.add(written.get().text());
    }
    slates.forEach(slate -> lines.add(slate.declaration()));
    return String.join("\n", lines);
  }

  /// Adds a slate's questions: approvals, oppositions, perhaps the number of a write-in.
  private static UnionSlate addSlate(Yaml slate, List<Question> questions) throws WrongUse {
    slate.only("title", "seats", "candidates", "write-in");
    String title = slate.field("title").text();
    List<String> candidates = slate.field("candidates").texts();
    demandDistinct(slate.field("candidates"), candidates);
    int seats = slate.field("seats").number();
    if (seats < 1 || seats > candidates.size()) {
      throw slate.field("seats").wrong("plan.seats", candidates.size());
    }
    int first = questions.size();
    Optional<WriteIn> writeIn = writeIn(slate, candidates, first + 2);
    List<String> answers = writeIn.isPresent() ? WriteIn.withPlace(candidates) : candidates;
    questions.add(UnionSlate.approvals(title + "：赞成", answers, seats));
    questions.add(UnionSlate.oppositions(title + "：反对", answers));
    writeIn.ifPresent(added -> questions.add(added.question(title + "：另选他人")));
    return new UnionSlate(first, first + 1, writeIn);
  }

  private static Optional<WriteIn> writeIn(Yaml slate, List<String> candidates, int question)
      throws WrongUse {
    Optional<Yaml> people = slate.optional("write-in");
    if (people.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = people.get().texts();
    if (names.contains(WriteIn.PLACE)
        || candidates.contains(WriteIn.PLACE)
        || names.stream().anyMatch(candidates::contains)) {
      throw people.get().wrong("plan.people", WriteIn.MOST);
    }
    try {
      return Optional.of(new WriteIn(question, names));
    } catch (IllegalArgumentException wrong) {
      throw people.get().wrong("plan.people", WriteIn.MOST);
    }
  }

  private static Question question(Yaml question) throws WrongUse {
    question.only("question", "answers", "numbers", "min", "max", "blank");
    if (question.optional("numbers").isPresent()) {
      return numbers(question.only("question", "numbers"));
    }
    List<String> answers = question.field("answers").texts();
    demandDistinct(question.field("answers"), answers);
    Optional<Yaml> blank = question.optional("blank");
    int min = question.field("min").number();
    int max = question.field("max").number();
    if (min < 0 || min > max || max > answers.size()) {
      throw question.wrong("plan.min-max", answers.size());
    }
    return new Question.Homomorphic(
        question.field("question").text(),
        answers,
        blank.isPresent() && blank.get().flag(),
        min,
        max);
  }

  private static Question numbers(Yaml question) throws WrongUse {
    List<String> answers = question.field("numbers").texts();
    demandDistinct(question.field("numbers"), answers);
    int most = ElectionFolder.GROUP.embedding().orElseThrow().most();
    if (answers.size() > most) {
      throw question.field("numbers").wrong("plan.numbers", most);
    }
    return new Question.NonHomomorphic(question.field("question").text(), answers);
  }

  private static void demandDistinct(Yaml place, List<String> names) throws WrongUse {
    if (names.isEmpty() || names.stream().distinct().count() != names.size()) {
      throw place.wrong("plan.distinct");
    }
    if (names.size() > Question.MOST_ANSWERS) {
      throw place.wrong("plan.many", Question.MOST_ANSWERS);
    }
  }
}
