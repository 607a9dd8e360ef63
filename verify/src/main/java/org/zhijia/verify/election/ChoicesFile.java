package org.zhijia.verify.election;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.slate.WriteIn;
import org.zhijia.verify.terminal.WrongUse;

/// Reads a voter's choices: a list with one item for each slate and each further question, in the
/// order of the election.
///
/// ```yaml
/// - approve: [甲, 乙]      # a slate
///   against: [丙]
///   write-in: 丁           # if the slate takes a write-in
/// - 赞成                   # one answer by name
/// - blank                  # a blank vote
/// - [甲, 乙]               # several answers by name
/// - [3, 0]                 # numbers, one for each answer
/// ```
///
/// The rows of 0 and 1 that belenios-tool takes are understood too: `[[1,1,0],[0,0,1],[0,1,0]]`.
final class ChoicesFile {
  private static final String[] SLATE = {"approve", "against"};
  private static final String[] SLATE_WITH_WRITE_IN = {"approve", "against", "write-in"};

  private final List<Question> questions;
  private final List<UnionSlate> slates;

  ChoicesFile(List<Question> questions, List<UnionSlate> slates) {
    this.questions = questions;
    this.slates = slates;
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
    int expected = questions.size() - beside().size();
    if (items.size() != expected) {
      throw choices.wrong("choices.count", expected, items.size());
    }
    int next = 0;
    for (int q = 0; q < questions.size(); q++) {
      int question = q;
      if (beside().contains(q)) {
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

  /// Questions that a voter answers together with a slate's approvals.
  private Set<Integer> beside() {
    Set<Integer> beside = new HashSet<>();
    for (UnionSlate slate : slates) {
      beside.add(slate.against());
      slate.writeIn().ifPresent(added -> beside.add(added.question()));
    }
    return beside;
  }

  private void setSlate(List<List<Integer>> rows, UnionSlate slate, Yaml item) throws WrongUse {
    item.only(slate.writeIn().isPresent() ? SLATE_WITH_WRITE_IN : SLATE);
    List<Integer> approve = marks(slate, slate.approve(), item.optional("approve"));
    List<Integer> against = marks(slate, slate.against(), item.optional("against"));
    demandNotBoth(item, approve, against);
    rows.set(slate.approve(), approve);
    rows.set(slate.against(), against);
    if (slate.writeIn().isPresent()) {
      writeIn(rows, slate, item);
    }
  }

  /// Marks of candidates; the place of a write-in stays open.
  private List<Integer> marks(UnionSlate slate, int question, Optional<Yaml> named)
      throws WrongUse {
    if (slate.writeIn().isPresent()) {
      for (Yaml name : names(named)) {
        if (name.text().equals(WriteIn.PLACE)) {
          throw name.wrong("choices.place", WriteIn.PLACE);
        }
      }
    }
    return row(questions.get(question), names(named));
  }

  /// Whoever writes somebody in spends an approval, and opposes a candidate in whose stead it is.
  private void writeIn(List<List<Integer>> rows, UnionSlate slate, Yaml item) throws WrongUse {
    WriteIn added = slate.writeIn().orElseThrow();
    List<Yaml> names = names(item.optional("write-in"));
    if (names.size() > 1) {
      throw item.wrong("choices.one-written-in", names.size());
    }
    Optional<String> person = Optional.empty();
    for (Yaml name : names) {
      person = Optional.of(name.text());
      if (!added.people().contains(name.text())) {
        throw name.wrong("choices.not-listed", name.text());
      }
      demandRoom(item, slate, rows);
      List<Integer> approve = new ArrayList<>(rows.get(slate.approve()));
      approve.set(approve.size() - 1, 1);
      rows.set(slate.approve(), approve);
    }
    rows.set(added.question(), added.row(person));
  }

  private void demandRoom(Yaml item, UnionSlate slate, List<List<Integer>> rows) throws WrongUse {
    var approvals = (Question.Homomorphic) questions.get(slate.approve());
    int marked = 1 + Collections.frequency(rows.get(slate.approve()), 1);
    if (marked > approvals.max()) {
      throw item.wrong("choices.over-seats", marked, approvals.max());
    }
    if (!rows.get(slate.against()).contains(1)) {
      throw item.wrong("choices.nobody-opposed");
    }
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
