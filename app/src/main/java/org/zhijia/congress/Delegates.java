package org.zhijia.congress;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.registry.Sensitive;
import org.zhijia.registry.Sensitive.Field;
import org.zhijia.web.NotThere;
import org.zhijia.web.Task;

/// Units, their quotas and elections; delegates, their delegations and credentials.
@Service
class Delegates {
  private final DelegateStore store;
  private final Congresses congresses;
  private final Standings standings;
  private final CardCodes codes;
  private final ApplicationEventPublisher acts;
  private final Live live;
  private final Clock clock;

  Delegates(
      DelegateStore store,
      Congresses congresses,
      Standings standings,
      CardCodes codes,
      ApplicationEventPublisher acts,
      Live live,
      Clock clock) {
    this.store = store;
    this.congresses = congresses;
    this.standings = standings;
    this.codes = codes;
    this.acts = acts;
    this.live = live;
    this.clock = clock;
  }

  @Transactional
  Outcome addUnit(long id, String name, int members, int quota) {
    Congress congress = openForRoster(id);
    if (isFixed(congress, Standing.DELEGATE)) {
      return Outcome.refused(FIXED);
    }
    if (name.isBlank() || name.length() > 80) {
      return Outcome.refused("请填写选举单位的名称。", "Name the electing unit.");
    }
    if (members < 0 || quota < 0 || quota > congress.dueTarget()) {
      return Outcome.refused("会员数和名额不能是负数，名额不超过总数。", "No number is negative or above the whole.");
    }
    live.changed(id);
    return new Outcome.Done(store.addUnit(id, name.strip(), members, quota));
  }

  /// Once the meeting has adopted the credentials report its delegates are who they are.
  private static boolean isFixed(Congress congress, Standing standing) {
    return standing == Standing.DELEGATE && !congress.stage().isBefore(Stage.PRELIMINARY_MEETING);
  }

  private static final Ground FIXED =
      Ground.by(
          Articles.PRACTICE,
          "预备会议之后不再增加正式代表，也不改变名额。",
          "After the preliminary meeting neither delegates nor quotas are added.");

  private Congress openForRoster(long id) {
    return congresses.lock(id, Task.RUN_CONGRESS);
  }

  /// Shares the seats out among the units in proportion to their members.
  @Transactional
  Outcome shareOut(long id) {
    Congress congress = openForRoster(id);
    if (isFixed(congress, Standing.DELEGATE)) {
      return Outcome.refused(FIXED);
    }
    List<Unit> units = store.units(id);
    if (units.size() > congress.dueTarget()) {
      return Outcome.refused(
          Ground.by(
              Articles.UNIT_ELECTION,
              "%d 个选举单位多于 %d 个名额，不能保证每个单位至少一名。请合并单位。",
              "%d units are more than %d seats: not every one gets one. Join some of them.",
              units.size(),
              congress.dueTarget()));
    }
    List<Integer> quotas =
        Quotas.of(units.stream().map(Unit::members).toList(), congress.dueTarget());
    for (int i = 0; i < units.size(); i++) {
      store.quota(units.get(i).id(), quotas.get(i));
    }
    live.changed(id);
    return new Outcome.Done(id);
  }

  /// What a unit reports of its election.
  ///
  /// @param approvals by delegate
  record Report(LocalDate on, int attended, Map<Long, Integer> approvals) {}

  @Transactional
  Outcome held(long id, long unitId, Report report) {
    openForRoster(id);
    Unit unit = unit(id, unitId);
    List<Ground> grounds = new ArrayList<>();
    if (report.attended() < 0 || report.attended() > unit.members()) {
      grounds.add(
          Ground.of(
              "实到 %d 人不能多于会员 %d 人。",
              "%d present cannot be more than %d members.", report.attended(), unit.members()));
    }
    report.approvals().values().stream()
        .filter(votes -> votes < 0 || votes > report.attended())
        .findFirst()
        .ifPresent(
            votes ->
                grounds.add(
                    Ground.of(
                        "得票 %d 不能多于实到 %d 人。",
                        "%d votes cannot be more than %d present.", votes, report.attended())));
    if (!grounds.isEmpty()) {
      return new Outcome.Refused(grounds);
    }
    store.held(unitId, report.on(), report.attended());
    for (Delegate delegate : store.of(id)) {
      Integer votes = report.approvals().get(delegate.id());
      if (votes != null && delegate.unit().equals(OptionalLong.of(unitId))) {
        store.approvals(delegate.id(), votes);
      }
    }
    live.changed(id);
    return new Outcome.Done(unitId);
  }

  Unit unit(long congress, long id) {
    return store.units(congress).stream()
        .filter(each -> each.id() == id)
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  /// Somebody who is added by hand.
  record Form(
      String name,
      String gender,
      String ethnicity,
      String birth,
      String party,
      String unit,
      String post,
      String category,
      String phone,
      Standing standing) {
    Form {
      name = Typed.text(name);
      gender = Typed.text(gender);
      ethnicity = Typed.text(ethnicity);
      birth = Typed.text(birth);
      party = Typed.text(party);
      unit = Typed.text(unit);
      post = Typed.text(post);
      category = Typed.text(category);
      phone = Typed.text(phone);
      standing = Typed.or(standing, Standing.DELEGATE);
    }
  }

  @Transactional
  Outcome add(long id, Form form) {
    Congress congress = openForRoster(id);
    return isFixed(congress, form.standing())
        ? Outcome.refused(FIXED)
        : add(congress, form, OptionalLong.empty());
  }

  private Outcome add(Congress congress, Form form, OptionalLong replaces) {
    List<Ground> grounds = DelegateReading.check(form);
    if (!grounds.isEmpty()) {
      return new Outcome.Refused(grounds);
    }
    long added = take(congress, form, replaces);
    live.changed(congress.id());
    return new Outcome.Done(added);
  }

  private long take(Congress congress, Form form, OptionalLong replaces) {
    OptionalLong unit =
        form.unit().isBlank()
            ? OptionalLong.empty()
            : OptionalLong.of(store.unit(congress.id(), form.unit().strip()));
    return store.add(
        congress.id(),
        new DelegateStore.Newcomer(
            unit,
            form.standing(),
            form.name().strip(),
            DelegateReading.isFemale(form.gender()),
            Category.read(form.category()),
            form.post().strip(),
            sensitive(form),
            OptionalLong.empty(),
            replaces),
        codes.next(),
        Instant.now(clock));
  }

  private static Sensitive sensitive(Form form) {
    return new Sensitive(
        Map.of(
            Field.PHONE,
            form.phone().strip(),
            Field.BIRTH,
            form.birth().strip(),
            Field.ETHNICITY,
            form.ethnicity().strip(),
            Field.POLITICAL_STATUS,
            form.party().strip()));
  }

  /// Takes the rows of a file over that are without fault and not on the list yet.
  ///
  /// @return how many were added
  @Transactional
  int take(long id, List<Form> rows) {
    Congress congress = openForRoster(id);
    List<String> known = new ArrayList<>(store.of(id).stream().map(Delegates::key).toList());
    int added = 0;
    for (Form row : rows) {
      String key = row.name().strip() + "\n" + row.unit().strip();
      boolean good = DelegateReading.check(row).isEmpty() && !isFixed(congress, row.standing());
      if (good && !known.contains(key)) {
        take(congress, row, OptionalLong.empty());
        known.add(key);
        added++;
      }
    }
    live.changed(id);
    return added;
  }

  private static String key(Delegate delegate) {
    return delegate.isThere() ? delegate.name() + "\n" + delegate.unitName() : "";
  }

  /// Somebody leaves, and another whom the same unit elected comes.
  @Transactional
  Outcome replace(long id, long delegate, String because, Form by) {
    Congress congress = openForRoster(id);
    Delegate leaving = store.find(id, delegate).orElseThrow(NotThere::new);
    if (because.isBlank()) {
      return Outcome.refused(
          Ground.by(Articles.UNIT_ELECTION, "请写明更换的原因。", "Say why the delegate is replaced."));
    }
    store.leave(delegate, because.strip());
    if (by.name().isBlank()) {
      live.changed(id);
      return new Outcome.Done(delegate);
    }
    Outcome added = add(congress, by, OptionalLong.of(leaving.id()));
    if (added instanceof Outcome.Refused) {
      store.leave(delegate, "");
    }
    return added;
  }

  /// The verdict of the credentials committee on one delegate.
  @Transactional
  Outcome examine(long id, long delegate, boolean passed, String ground) {
    Congress congress = congresses.lock(id, Task.CHECK_CREDENTIALS);
    Delegate examined = store.find(id, delegate).orElseThrow(NotThere::new);
    if (!passed && ground.isBlank()) {
      return Outcome.refused(
          Ground.by(Articles.PRACTICE, "不通过须写明理由。", "A refusal says its ground."));
    }
    store.examine(examined.id(), passed, ground.strip(), congresses.by(), Instant.now(clock));
    report(congress);
    return new Outcome.Done(delegate);
  }

  /// All who are not examined yet and of whom nothing stands against them, at once.
  @Transactional
  int examineRest(long id) {
    Congress congress = congresses.lock(id, Task.CHECK_CREDENTIALS);
    int passed = 0;
    for (Delegate each : store.of(id)) {
      if (each.isThere() && each.standing() == Standing.DELEGATE && each.passed().isEmpty()) {
        store.examine(each.id(), true, "", congresses.by(), Instant.now(clock));
        passed++;
      }
    }
    report(congress);
    return passed;
  }

  private void report(Congress congress) {
    live.changed(congress.id());
    Progress.Roster roster = standings.progress(congress).roster();
    if (roster.examined() == roster.delegates()) {
      Composition composition = standings.composition(congress);
      acts.publishEvent(
          new CredentialsExamined(
              congress.organisation(),
              congress.id(),
              roster.delegates() - roster.rejected(),
              composition.women(),
              composition.of(Category.UNION_WORKER),
              composition.of(Category.FRONT_LINE)));
    }
  }

  @Transactional
  Outcome addDelegation(long id, String name, String place, List<Long> units) {
    openForRoster(id);
    if (name.isBlank()) {
      return Outcome.refused("请填写代表团名称。", "Name the delegation.");
    }
    long delegation = store.addDelegation(id, name.strip(), place.strip());
    units.forEach(unit -> store.assign(id, unit, delegation));
    live.changed(id);
    return new Outcome.Done(delegation);
  }
}
