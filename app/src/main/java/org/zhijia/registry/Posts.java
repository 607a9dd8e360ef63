package org.zhijia.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.tables.Dates;
import org.zhijia.web.NotThere;
import org.zhijia.web.Permit;
import org.zhijia.web.Task;

/// Who takes up and lays down an office.
@Service
class Posts {
  private final OrganisationStore store;
  private final MemberStore members;
  private final ObjectProvider<Permit> permit;
  private final Clock clock;

  Posts(OrganisationStore store, MemberStore members, ObjectProvider<Permit> permit, Clock clock) {
    this.store = store;
    this.members = members;
    this.permit = permit;
    this.clock = clock;
  }

  /// @param form `office`, `member` (number), `since`, `termEndsOn`
  @Transactional
  Entered take(long organisation, Map<String, String> form) {
    Organisation union = demanded(organisation);
    List<RowFinding> findings = new ArrayList<>();
    Optional<Office> office =
        Arrays.stream(Office.values())
            .filter(each -> each.name().equals(form.getOrDefault("office", "")))
            .findFirst();
    Optional<MemberStore.Row> member =
        members.byNumber(form.getOrDefault("member", "").strip(), top(union));
    Optional<LocalDate> since = Dates.read(form.getOrDefault("since", ""));
    Optional<LocalDate> ends = Dates.read(form.getOrDefault("termEndsOn", ""));
    if (member.isEmpty()) {
      findings.add(
          RowFinding.stop(
              "member",
              "没有找到这个会员编号。编号在会员名册里可以查到。",
              "There is no such member number; the roster shows them."));
    }
    if (since.isEmpty() || ends.filter(day -> day.isBefore(since.get())).isPresent()) {
      findings.add(
          RowFinding.stop(
              "since",
              "任职日期要填，任期届满不能早于它。",
              "The first day is needed, and the term cannot end before it."));
    }
    if (!findings.isEmpty() || office.isEmpty()) {
      return new Entered.Refused(findings);
    }
    store.addPost(
        new Organisations.Posting(
            organisation,
            member.get().person(),
            office.get(),
            since.orElseThrow(),
            ends.orElse(null)));
    return new Entered.Done(organisation);
  }

  /// Officers may be members anywhere in the federation that the actor sees.
  private String top(Organisation union) {
    String root = "." + union.path().split("\\.", -1)[1] + ".";
    return permit.getObject().may(Task.SEE_MEMBERS, root) ? root : union.path();
  }

  @Transactional
  void end(long post) {
    demanded(store.organisationOfPost(post).orElseThrow(NotThere::new));
    store.endPost(post, LocalDate.now(clock));
  }

  private Organisation demanded(long organisation) {
    Organisation found = store.find(organisation).orElseThrow(NotThere::new);
    permit.getObject().demand(Task.EDIT_ORGANISATIONS, found.path());
    return found;
  }
}
