package org.zhijia.verify.election;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.slate.WriteIns;
import org.zhijia.verify.terminal.WrongUse;

/// Reads a voter's choices: a list with one item for each slate and each further question, in the
/// order of the election.
///
/// ```yaml
/// - approve: [甲, 乙]      # a slate
///   against: [丙]
///   write-in: [丁]         # if the slate takes write-ins
/// - 赞成                   # one answer by name
/// - blank                  # a blank vote
/// - [甲, 乙]               # several answers by name
/// - [3, 0]                 # numbers, one for each answer
/// ```
///
/// The rows of 0 and 1 that belenios-tool takes are understood too: `[[1,1,0],[0,0,1],[0,1,0]]`.
final class ChoicesFile {
  private static final String[] SLATE = {"approve", "against"};
  private static final String[] SLATE_WITH_WRITE_INS = {"approve", "against", "write-in"};

  private final List<Question> questions;
  private final List<UnionSlate> slates;
  private final List<WriteIns> writeIns;

  ChoicesFile(List<Question> questions, List<UnionSlate> slates, List<WriteIns> writeIns) {
    this.questions = questions;
    this.slates = slates;
    this.writeIns = writeIns;
  }

  Vote read(Yaml choices) throws WrongUse {
    List<Yaml> items = choices.items();
    Vote vote = new Vote(areRows(items) ? rows(items) : named(choices, items));
    List<Vote.Breach> breaches = vote.breaches(questions);
    if (!breaches.isEmpty()) {
      Vote.Breach first = breaches.getFirst();
      throw choices.wrong(
          "choices." + first.kind().name(),
          questions.get(first.question()).text(),
          first.marked(),
          first.min(),
          first.max());
    }
    return vote;
  }

  private boolean areRows(List<Yaml> items) throws WrongUse {
    for (Yaml item : items) {
      if (!item.isList() || !item.items().stream().allMatch(Yaml::isNumber)) {
        return false;
      }
    }
    return items.size() == questions.size();
  }

  private static List<List<Integer>> rows(List<Yaml> items) throws WrongUse {
    List<List<Integer>> rows = new ArrayList<>();
    for (Yaml item : items) {
      List<Integer> row = new ArrayList<>();
      for (Yaml mark : item.items()) {
        row.add(mark.number());
      }
      rows.add(row);
    }
    return rows;
  }

  private List<List<Integer>> named(Yaml choices, List<Yaml> items) throws WrongUse {
    List<List<Integer>> rows = new ArrayList<>(Collections.nCopies(questions.size(), List.of()));
    int expected = questions.size() - slates.size() - writeIns.size();
    if (items.size() != expected) {
      throw choices.wrong("choices.count", expected, items.size());
    }
    int next = 0;
    for (int q = 0; q < questions.size(); q++) {
      int question = q;
      if (slates.stream().anyMatch(slate -> slate.against() == question)
          || writeIns.stream().anyMatch(added -> added.question() == question)) {
        continue;
      }
      Yaml item = items.get(next++);
      Optional<UnionSlate> slate = slates.stream().filter(s -> s.approve() == question).findFirst();
      if (slate.isPresent()) {
        setSlate(rows, slate.get(), item);
      } else {
        rows.set(q, row(questions.get(q), names(Optional.of(item))));
      }
    }
    return rows;
  }

  private void setSlate(List<List<Integer>> rows, UnionSlate slate, Yaml item) throws WrongUse {
    Question approvals = questions.get(slate.approve());
    Optional<WriteIns> added =
        writeIns.stream().filter(w -> w.slate() == slates.indexOf(slate)).findFirst();
    item.only(added.isPresent() ? SLATE_WITH_WRITE_INS : SLATE);
    List<Integer> approve = row(approvals, names(item.optional("approve")));
    List<Integer> against = row(approvals, names(item.optional("against")));
    demandNotBoth(item, approve, against);
    rows.set(slate.approve(), approve);
    rows.set(slate.against(), against);
    if (added.isPresent()) {
      rows.set(added.get().question(), writeIns(item, approvals, approve, added.get()));
    }
  }

  /// Approvals and write-ins must keep to the seats together. Only the voter's own program can see
  /// to it.
  private List<Integer> writeIns(
      Yaml item, Question approvals, List<Integer> approve, WriteIns added) throws WrongUse {
    List<String> names = new ArrayList<>();
    for (Yaml name : names(item.optional("write-in"))) {
      if (!added.people().contains(name.text()) || names.contains(name.text())) {
        throw name.wrong("choices.not-listed", name.text());
      }
      names.add(name.text());
    }
    int places = questions.get(added.question()).answers().size();
    int seats = approvals instanceof Question.Homomorphic marks ? marks.max() : 0;
    long marked = approve.stream().filter(mark -> mark == 1).count() + names.size();
    if (names.size() > places) {
      throw item.wrong("choices.places", names.size(), places);
    }
    if (marked > seats) {
      throw item.wrong("choices.over-seats", marked, seats);
    }
    return added.numbers(names, places);
  }

  private static List<Yaml> names(Optional<Yaml> item) throws WrongUse {
    if (item.isEmpty()) {
      return List.of();
    }
    return item.get().isList() ? item.get().items() : List.of(item.get());
  }

  private static List<Integer> row(Question question, List<Yaml> names) throws WrongUse {
    return switch (question) {
      case Question.Homomorphic marks -> marks(marks, names);
      case Question.NonHomomorphic _ -> numbers(names);
      case Question.Lists _ -> List.of();
    };
  }

  private static List<Integer> numbers(List<Yaml> items) throws WrongUse {
    List<Integer> numbers = new ArrayList<>();
    for (Yaml item : items) {
      numbers.add(item.number());
    }
    return numbers;
  }

  private static List<Integer> marks(Question.Homomorphic question, List<Yaml> names)
      throws WrongUse {
    List<Integer> marks = new ArrayList<>(Collections.nCopies(question.answers().size(), 0));
    int blank = 0;
    for (Yaml name : names) {
      String text = name.text();
      int answer = question.answers().indexOf(text);
      if (answer >= 0) {
        marks.set(answer, 1);
      } else if (question.blank() && (text.equals("blank") || text.equals("空白"))) {
        blank = 1;
      } else {
        throw name.wrong("choices.unknown", text, question.text());
      }
    }
    if (question.blank()) {
      marks.addFirst(blank);
    }
    return marks;
  }

  private static void demandNotBoth(Yaml item, List<Integer> approve, List<Integer> against)
      throws WrongUse {
    for (int i = 0; i < approve.size(); i++) {
      if (approve.get(i) + against.get(i) > 1) {
        throw item.wrong("choices.both", i + 1);
      }
    }
  }
}
