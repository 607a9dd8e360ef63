package org.zhijia.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.statute.Laws;
import org.zhijia.tables.Column;
import org.zhijia.tables.Header;
import org.zhijia.tables.Row;
import org.zhijia.web.NotThere;
import org.zhijia.web.Permit;
import org.zhijia.web.Task;

/// Enters single organisations and members by hand, read by the same rules as the rows of a file.
@Service
class Entering {
  private final Organisations organisations;
  private final OrganisationStore store;
  private final Members members;
  private final ObjectProvider<Permit> permit;
  private final ApplicationEventPublisher acts;
  private final Laws laws;
  private final Clock clock;

  Entering(
      Organisations organisations,
      OrganisationStore store,
      Members members,
      ObjectProvider<Permit> permit,
      ApplicationEventPublisher acts,
      Laws laws,
      Clock clock) {
    this.organisations = organisations;
    this.store = store;
    this.members = members;
    this.permit = permit;
    this.acts = acts;
    this.laws = laws;
    this.clock = clock;
  }

  /// Founds an organisation right below another.
  @Transactional
  Entered found(long above, Map<String, String> form) {
    Organisation parent = demanded(Task.EDIT_ORGANISATIONS, above);
    OrganisationRow row = read(form);
    List<RowFinding> findings = new ArrayList<>(row.findings());
    if (store.byNumber(row.number()).isPresent()) {
      findings.add(
          RowFinding.stop(
              OrganisationColumns.NUMBER,
              "这个编号已被另一个工会使用。",
              "Another union has this number already."));
    }
    if (RowFinding.verdict(findings) == Verdict.BAD) {
      return new Entered.Refused(findings);
    }
    return new Entered.Done(organisations.add(row.founding(), parent).id());
  }

  /// Corrects what is known of an organisation, and moves it below another one if that is wished.
  /// Its number stays.
  @Transactional
  Entered change(long id, Map<String, String> form) {
    Organisation old = demanded(Task.EDIT_ORGANISATIONS, id);
    OrganisationRow row = read(form);
    List<RowFinding> findings = new ArrayList<>(row.findings());
    findings.removeIf(finding -> finding.field().equals(OrganisationColumns.NUMBER));
    Organisation parent = newParent(old, row.parent(), findings);
    if (RowFinding.verdict(findings) == Verdict.BAD) {
      return new Entered.Refused(findings);
    }
    store.change(id, row, Pinyin.initials(row.name()));
    if (parent != null && !Long.valueOf(parent.id()).equals(old.parent())) {
      move(old, parent);
    }
    return new Entered.Done(id);
  }

  private @org.jspecify.annotations.Nullable Organisation newParent(
      Organisation old, String wished, List<RowFinding> findings) {
    Long current = old.parent();
    if (current == null) {
      return null; // the federation itself stands at the top
    }
    Organisation parent =
        store
            .byNumber(wished)
            .filter(found -> permit.getObject().may(Task.EDIT_ORGANISATIONS, found.path()))
            .orElse(null);
    if (parent == null && wished.isEmpty()) {
      return store.find(current).orElseThrow();
    }
    if (parent == null) {
      findings.add(
          RowFinding.stop(
              OrganisationColumns.PARENT,
              "没有找到编号为“%s”的上级工会。",
              "There is no higher union with the number \"%s\".",
              wished));
    } else if (parent.path().startsWith(old.path())) {
      findings.add(
          RowFinding.stop(
              OrganisationColumns.PARENT, "不能隶属于自己或自己的下级。", "A union cannot stand below itself."));
    }
    return parent;
  }

  private void move(Organisation old, Organisation parent) {
    String to = parent.path() + old.id() + ".";
    store.move(old, parent, LocalDate.now(clock));
    acts.publishEvent(new SubtreeMoved(old.path(), to));
    acts.publishEvent(new OrganisationMoved(old.number(), old.name(), parent.number()));
  }

  /// Ends an organisation that has neither members nor organisations below it.
  @Transactional
  Entered dissolve(long id, String ground) {
    Organisation organisation = demanded(Task.EDIT_ORGANISATIONS, id);
    Headcount count = organisations.count(organisation);
    List<RowFinding> findings = new ArrayList<>();
    if (count.organisations() > 1 || count.members() + count.retained() > 0) {
      findings.add(
          RowFinding.stop(
              "",
              "它还有会员或下级工会。请先办理转接，再撤销（《工会法》第十二、十三条：任何组织和个人不得随意撤销、合并工会组织）。",
              "It still has members or unions below it: transfer them first (Trade Union Law,"
                  + " articles 12 and 13: nobody may abolish or merge a union at will)."));
    }
    if (ground.strip().length() < 4) {
      findings.add(
          RowFinding.stop(
              "GROUND",
              "请写明依据，例如上一级工会的批复文号。",
              "Name the ground, for example the number of the higher union's approval."));
    }
    if (!findings.isEmpty()) {
      return new Entered.Refused(findings);
    }
    store.dissolve(id, LocalDate.now(clock));
    acts.publishEvent(
        new OrganisationDissolved(organisation.number(), organisation.name(), ground.strip()));
    return new Entered.Done(id);
  }

  /// Admits somebody to an organisation.
  ///
  /// @return the person's id, or what stands against it
  @Transactional
  Entered admit(long organisation, Map<String, String> form) {
    Organisation union = demanded(Task.EDIT_MEMBERS, organisation);
    List<Column> columns = RosterColumns.OF_ONE_UNION;
    RosterReading reading =
        new RosterReading(
            header(columns), new UnionNames(union, List.of(union)), LocalDate.now(clock));
    RosterRow row = reading.read(row(columns, form));
    if (RowFinding.verdict(row.findings()) == Verdict.BAD) {
      return new Entered.Refused(row.findings());
    }
    OptionalLong person =
        members.enrol(
            new Members.Newcomer(
                row.name(),
                row.female(),
                row.sensitive(),
                union.id(),
                row.state(),
                row.joinedOn()));
    return person.isPresent()
        ? new Entered.Done(person.getAsLong())
        : new Entered.Refused(
            List.of(
                RowFinding.stop(
                    RosterColumns.ID_NUMBER,
                    "这个人已在册。一个人只有一份会籍，请办理转接。",
                    "This person is in the register already: one person has one membership,"
                        + " so transfer it.")));
  }

  private Organisation demanded(Task task, long id) {
    Organisation found = store.find(id).orElseThrow(NotThere::new);
    permit.getObject().demand(task, found.path());
    return found;
  }

  private OrganisationRow read(Map<String, String> form) {
    List<Column> columns = OrganisationColumns.ALL;
    return new OrganisationReading(header(columns), laws.national(LocalDate.now(clock)))
        .read(row(columns, form));
  }

  private static Header header(List<Column> columns) {
    List<String> keys = columns.stream().map(Column::key).toList();
    return new Header(0, keys, keys);
  }

  private static Row row(List<Column> columns, Map<String, String> form) {
    return new Row(
        1, columns.stream().map(column -> form.getOrDefault(column.key(), "").strip()).toList());
  }
}
