package org.zhijia.election;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhijia.ballot.proof.Sha256;
import org.zhijia.web.Task;

/// Voting slips: secrets are made and printed in the credentials clerk's browser; only their public
/// halves come here. Which slip somebody draws, nobody records.
@Service
class Slips {
  private static final Pattern CODE = Pattern.compile("[1-9A-HJ-NP-Z]{3}-[1-9A-HJ-NP-Z]{3}");
  private static final int MOST = 3000;

  private final AssemblyStore store;
  private final PollStore polls;
  private final BoxStore box;
  private final Assemblies assemblies;
  private final Clock clock;

  Slips(AssemblyStore store, PollStore polls, BoxStore box, Assemblies assemblies, Clock clock) {
    this.store = store;
    this.polls = polls;
    this.box = box;
    this.assemblies = assemblies;
    this.clock = clock;
  }

  /// A slip's public half as the browser sends it.
  ///
  /// @param code on the outside of the slip
  /// @param credentials one for each reserved id, in their order
  record Made(String code, List<String> credentials) {}

  @Transactional
  Decision add(long assembly, List<Made> slips) {
    assemblies.demand(assembly, Task.CHECK_CREDENTIALS);
    return enter(assembly, slips);
  }

  /// A voter made one in their own browser: it is entered, and counts as handed out. Whether this
  /// voter may, the meeting has found out.
  @Transactional
  Decision enrol(long assembly, Made own) {
    Decision decision = enter(assembly, List.of(own));
    if (decision instanceof Decision.Granted) {
      store.draw(assembly, 1);
    }
    return decision;
  }

  /// A voter's own one is given back, before the roster is frozen.
  @Transactional
  Decision withdraw(long assembly, String code) {
    store.lock(assembly);
    if (assemblies.find(assembly).rosterFrozen()) {
      return frozen();
    }
    store.strike(assembly, code);
    store.draw(assembly, -1);
    return Decision.granted();
  }

  private Decision enter(long assembly, List<Made> slips) {
    store.lock(assembly);
    Assembly of = assemblies.find(assembly);
    if (of.rosterFrozen()) {
      return frozen();
    }
    Set<String> codes = new HashSet<>();
    Set<String> credentials = new HashSet<>();
    for (AssemblyStore.Slip known : store.slips(assembly)) {
      codes.add(known.code());
      credentials.addAll(known.credentials());
    }
    for (Made slip : slips) {
      boolean sound =
          CODE.matcher(slip.code()).matches()
              && slip.credentials().size() == of.uuids().size()
              && codes.add(slip.code())
              && slip.credentials().stream().allMatch(credentials::add)
              && slip.credentials().stream()
                  .allMatch(each -> Ceremony.GROUP.element(each).isPresent());
      if (!sound || codes.size() > MOST) {
        return Decision.refused(
            "SLIP_WRONG",
            "凭证条“%s”的公开部分不对，或与已有的重复；请重新生成这一批。",
            "The public half of slip \"%s\" is wrong or there already; make this batch again.",
            slip.code());
      }
    }
    slips.forEach(slip -> store.addSlip(assembly, slip.code(), slip.credentials()));
    return Decision.granted();
  }

  /// Strikes slips that nobody drew, so that they cannot vote.
  @Transactional
  Decision strike(long assembly, List<String> codes) {
    Assembly of = assemblies.demand(assembly, Task.CHECK_CREDENTIALS);
    store.lock(assembly);
    if (of.rosterFrozen()) {
      return frozen();
    }
    List<String> unknown = new ArrayList<>();
    for (String code : codes) {
      if (!store.strike(assembly, code.strip())) {
        unknown.add(code);
      }
    }
    return unknown.isEmpty()
        ? Decision.granted()
        : Decision.refused(
            "NO_SLIP",
            "没有编号为“%s”的凭证条；其余已划去。",
            "There is no slip \"%s\"; the others are struck.",
            String.join("、", unknown));
  }

  /// From now on nobody is added and nobody struck: as many slips as were handed out.
  @Transactional
  Decision freeze(long assembly) {
    Assembly of = assemblies.demand(assembly, Task.CHECK_CREDENTIALS);
    store.lock(assembly);
    if (of.rosterFrozen()) {
      return frozen();
    }
    List<AssemblyStore.Slip> live =
        store.slips(assembly).stream().filter(slip -> !slip.struck()).toList();
    if (live.isEmpty() || live.size() != of.drawn()) {
      return Decision.refused(
          "ROSTER_DIFFERS",
          "发出的凭证条 %d 张，未划去的 %d 张，应当相等：没有发出的凭证条请逐一划去。",
          "%d slips were handed out, %d are not struck; both must agree. Strike those left over.",
          of.drawn(),
          live.size());
    }
    store.freezeRoster(assembly, hash(live), Instant.now(clock));
    return Decision.granted();
  }

  /// SHA-256 over all public credentials, sorted, one a line.
  private static String hash(List<AssemblyStore.Slip> slips) {
    String lines =
        String.join("\n", slips.stream().flatMap(s -> s.credentials().stream()).sorted().toList());
    return Sha256.hex(lines.getBytes(StandardCharsets.UTF_8));
  }

  /// Takes an unused slip back for a ballot on paper: it can vote no more, and what is going on
  /// counts one more ballot on paper and one less on slips.
  @Transactional
  Decision surrender(long assembly, String code) {
    Assembly of = assemblies.demand(assembly, Task.CHECK_CREDENTIALS);
    store.lock(assembly);
    Optional<AssemblyStore.Slip> slip =
        store.slips(assembly).stream()
            .filter(each -> each.code().equals(code) && !each.struck() && !each.surrendered())
            .findFirst();
    if (!of.rosterFrozen() || slip.isEmpty()) {
      return Decision.refused(
          "NO_SLIP", "名册里没有编号为“%s”的有效凭证条。", "There is no slip \"%s\" on the frozen roster.", code);
    }
    List<PollRow> open = polls.of(assembly).stream().filter(row -> row.poll().isOpen()).toList();
    for (PollRow row : open) {
      polls.lock(row.poll().id());
      int place = of.uuids().indexOf(row.poll().uuid());
      if (box.hasVoted(row.poll().id(), slip.get().credentials().get(place))) {
        return Decision.refused(
            "SLIP_USED",
            "这张凭证条已经投过票，不能再换纸质选票；投票结束前可以用它重新投。",
            "This slip has voted: no paper for it, but it can vote again until closing.");
      }
      if (row.issued().map(PollRow.Issued::paper).orElse(0) == 0) {
        return Decision.refused(
            "NO_PAPER_COLUMN",
            "“%s”没有纸质选票；只有一个人用纸质选票会暴露选择，请改用会场平板。",
            "\"%s\" has no paper ballots; a single one would tell its vote. Offer a tablet.",
            row.poll().title());
      }
    }
    store.surrender(assembly, code);
    open.forEach(row -> polls.moveToPaper(row.poll().id()));
    return Decision.granted();
  }

  private static Decision frozen() {
    return Decision.refused(
        "ROSTER_FROZEN",
        "凭证名册已经冻结，不能再增减。",
        "The roster of slips is frozen; nothing is added or struck.");
  }
}
