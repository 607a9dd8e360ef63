package org.zhijia.congress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.election.Announced;
import org.zhijia.election.Body;
import org.zhijia.election.Elections;
import org.zhijia.registry.ElectedPosts;
import org.zhijia.registry.ElectedPosts.Member;
import org.zhijia.registry.Office;
import org.zhijia.registry.Organisation;
import org.zhijia.registry.Organisations;
import org.zhijia.web.Task;

/// Enters those who were elected into the register of posts. The term counts from the day of the
/// election; the posts are in force once the higher union has approved the result.
@Service
class Officers {
  private static final Map<Body, Office> OFFICES =
      Map.of(
          Body.COMMITTEE, Office.COMMITTEE_MEMBER,
          Body.AUDIT, Office.AUDIT_MEMBER,
          Body.CHAIR, Office.CHAIR,
          Body.VICE_CHAIRS, Office.VICE_CHAIR,
          Body.STANDING, Office.STANDING_MEMBER,
          Body.AUDIT_CHAIR, Office.AUDIT_CHAIR);
  private static final List<Integer> TERMS = List.of(5, 3);

  private final Congresses congresses;
  private final Elections elections;
  private final ElectedPosts posts;
  private final PaperStore papers;

  Officers(Congresses congresses, Elections elections, ElectedPosts posts, PaperStore papers) {
    this.congresses = congresses;
    this.elections = elections;
    this.posts = posts;
    this.papers = papers;
  }

  /// Somebody who was elected.
  ///
  /// @param members of this name; one of them is meant
  /// @param entered whether all these offices are in the register
  record Elected(
      String name, Set<Office> offices, List<Member> members, boolean entered, boolean approved) {
    Elected {
      members = List.copyOf(members);
    }
  }

  /// The day on which the first result was announced; empty before.
  Optional<LocalDate> electedOn(Congress congress) {
    return results(congress).stream()
        .flatMap(result -> elections.announcedAt(result.poll().id()).stream())
        .map(at -> LocalDate.ofInstant(at, Times.HERE))
        .min(LocalDate::compareTo);
  }

  private List<Announced> results(Congress congress) {
    return Arrays.stream(Body.values())
        .filter(OFFICES::containsKey)
        .flatMap(body -> elections.results(congress.assembly(), body).stream())
        .toList();
  }

  List<Elected> of(Congress congress) {
    Organisation union = congresses.organisation(congress);
    List<ElectedPosts.Held> held =
        electedOn(congress).map(since -> posts.of(union.id(), since)).orElse(List.of());
    return offices(congress).entrySet().stream()
        .map(each -> elected(each.getKey(), each.getValue(), union, held))
        .toList();
  }

  private Map<String, Set<Office>> offices(Congress congress) {
    Map<String, Set<Office>> offices = new LinkedHashMap<>();
    for (Announced result : results(congress)) {
      Office office = OFFICES.get(result.poll().body());
      result
          .elected()
          .forEach(name -> offices.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(office));
    }
    return offices;
  }

  private Elected elected(
      String name, Set<Office> offices, Organisation union, List<ElectedPosts.Held> held) {
    List<Member> members = posts.named(name, union);
    for (Member member : members) {
      List<ElectedPosts.Held> own =
          held.stream()
              .filter(each -> each.person() == member.person() && offices.contains(each.office()))
              .toList();
      if (own.size() == offices.size()) {
        boolean approved = own.stream().allMatch(ElectedPosts.Held::approved);
        return new Elected(name, offices, List.of(member), true, approved);
      }
    }
    return new Elected(name, offices, members, false, false);
  }

  static List<Integer> terms() {
    return TERMS;
  }

  /// Enters all who can be told apart; the others are named.
  ///
  /// @param numbers membership numbers by name, for those whom the name alone does not tell
  /// @param years of the term, one of [#terms]
  @Transactional
  Outcome enter(long id, Map<String, String> numbers, int years) {
    Congress congress = congresses.lock(id, Task.RUN_CONGRESS);
    Optional<LocalDate> since = electedOn(congress);
    if (since.isEmpty() || !TERMS.contains(years)) {
      return Outcome.refused(
          Ground.by(
              Articles.APPROVAL,
              "选举结果宣布之后才登记任职。",
              "Posts are entered once a result is announced."));
    }
    Organisation union = congresses.organisation(congress);
    List<Organisations.Posting> entered = new ArrayList<>();
    List<Ground> unknown = new ArrayList<>();
    for (Elected each : of(congress)) {
      Optional<Member> who = who(each, numbers.getOrDefault(each.name(), "").strip(), union);
      if (who.isEmpty()) {
        unknown.add(unknown(each));
        continue;
      }
      for (Office office : each.offices()) {
        entered.add(
            new Organisations.Posting(
                union.id(),
                who.get().person(),
                office,
                since.get(),
                since.get().plusYears(years).minusDays(1)));
      }
    }
    posts.enter(entered);
    approved(congress);
    return unknown.isEmpty() ? new Outcome.Done(id) : new Outcome.Refused(unknown);
  }

  private Optional<Member> who(Elected elected, String number, Organisation union) {
    if (!number.isEmpty()) {
      return posts.numbered(number, union);
    }
    return elected.members().size() == 1
        ? Optional.of(elected.members().getFirst())
        : Optional.empty();
  }

  private static Ground unknown(Elected elected) {
    return elected.members().isEmpty()
        ? Ground.of(
            "会员名册里没有“%s”：请先入册，或者填写会员编号。其余的人已经登记。",
            "%s is not on the roster: admit them first, or give a membership number. All others are"
                + " entered.",
            elected.name())
        : Ground.of(
            "名册里有 %2$d 位“%1$s”：请填写会员编号。其余的人已经登记。",
            "The roster has %2$d members named %1$s: give the number. All others are entered.",
            elected.name(),
            elected.members().size());
  }

  /// The higher union has approved: what was entered is in force.
  void approved(Congress congress) {
    if (papers.approval(congress.id()).isPresent()) {
      electedOn(congress)
          .ifPresent(
              since -> posts.approve(congress.organisation(), since, Set.copyOf(OFFICES.values())));
    }
  }
}
