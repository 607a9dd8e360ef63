package org.zhijia.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Plays a whole congress, and compares each result with a count of its own.
///
/// Example: `new Rehearsal(company, plan, wishes, stage).play()`.
final class Rehearsal {
  private static final Pattern RESOLUTION = Pattern.compile("/resolutions/(\\d+)/secret-vote");
  private static final List<String> KINDS =
      List.of("WORK_REPORT", "FINANCIAL_REPORT", "AUDIT_REPORT");
  private static final List<String> TITLES = List.of("关于工作报告的决议", "关于财务工作报告的决议", "关于经费审查工作报告的决议");

  private final Company company;
  private final Plan plan;
  private final Wishes wishes;
  private final Inventor inventor;
  private final Timeline timeline;
  private final Pictures pictures;
  private final Losses losses;
  private final List<Round> rounds = new ArrayList<>();

  /// Voters whose devices forget to send the ballot; for tests of what finds that out.
  BiPredicate<Ask, Integer> forgetful = (_, _) -> false;

  Rehearsal(Company company, Plan plan, Wishes wishes, Timeline timeline, Pictures pictures) {
    this.company = company;
    this.plan = plan;
    this.wishes = wishes;
    this.inventor = new Inventor(wishes.seed + 2);
    this.timeline = timeline;
    this.pictures = pictures;
    this.losses = new Losses(wishes.loss, wishes.seed);
  }

  /// A vote that was held, with what our own count says of it.
  ///
  /// @param differences between the server's result and ours; empty if they are the same
  record Round(Casting.Counted counted, Recount recount, List<String> differences) {
    Round {
      differences = List.copyOf(differences);
    }
  }

  /// What came of it.
  ///
  /// @param documents what was drafted and printed
  /// @param dossiers address of the whole record as one file; empty if the congress did not end
  /// @param findings what the server had to say against the roster
  /// @param lost requests and replies that never arrived
  record Played(
      List<Round> rounds,
      List<Desk.Paper> documents,
      List<String> dossiers,
      List<String> findings,
      long lost) {
    Played {
      rounds = List.copyOf(rounds);
      documents = List.copyOf(documents);
      dossiers = List.copyOf(dossiers);
      findings = List.copyOf(findings);
    }

    boolean isSound() {
      return rounds.stream().allMatch(round -> round.differences().isEmpty());
    }
  }

  /// A congress whose delegates can vote for both committees now.
  ///
  /// @param bodies the votes that are open
  /// @param slips by voter; who has none votes on paper
  record Begun(
      Preparing.Prepared prepared,
      Meeting meeting,
      Voting voting,
      Casting casting,
      Scrutiny scrutiny,
      List<Ask> bodies,
      Map<Integer, SlipClerk.Slip> slips) {
    Begun {
      bodies = List.copyOf(bodies);
      slips = Map.copyOf(slips);
    }

    Desk desk() {
      return prepared.desk();
    }
  }

  Played play() {
    Begun begun = begin();
    Desk desk = begun.desk();
    look(desk, begun.bodies().getFirst(), begun.slips());
    elect(begun);
    desk.enter("FIRST_PLENARIES");
    boolean complete = meetFirst(desk, begun.scrutiny());
    desk.draft("scrutineers-report");
    desk.draft("count-sheet");
    if (complete) {
      new Ending(desk, begun.meeting(), timeline).play();
    }
    pictures.take("archive", company.secretary(), desk.at() + "/archive");
    return new Played(
        rounds,
        papers(desk),
        complete ? List.of(desk.at() + "/dossier") : List.of(),
        begun.prepared().findings(),
        losses.lost());
  }

  /// The documents, and the ballot of each vote as it is printed on paper.
  private List<Desk.Paper> papers(Desk desk) {
    List<Desk.Paper> papers = new ArrayList<>(desk.papers());
    for (Round round : rounds) {
      Ask ask = round.counted().ask();
      String ballot = "/polls/" + ask.uuid() + "/ballot-paper.pdf";
      papers.add(new Desk.Paper("ballot-paper-" + ask.folder() + ".pdf", ballot));
    }
    return papers;
  }

  /// From the decision to hold a congress to its open election.
  Begun begin() {
    Preparing.Prepared prepared = new Preparing(company, plan, wishes, timeline).run();
    Desk desk = prepared.desk();
    pictures.take("desk", company.secretary(), desk.at());
    pictures.take("delegates", company.secretary(), desk.at() + "/delegates");
    Meeting meeting = new Meeting(company, plan, prepared, timeline, pictures);
    meeting.checkIn();
    desk.draft("host-script");
    pictures.take("check-in", company.usher(), desk.at() + "/check-in?show=present");
    meeting.open();
    meeting.report();
    return open(prepared, meeting);
  }

  /// The first plenaries of both committees, all their votes in one casting.
  ///
  /// @return whether both have their heads, so that the congress can close
  private boolean meetFirst(Desk desk, Scrutiny scrutiny) {
    Plenaries plenaries = new Plenaries(company, desk.assembly(), rounds, timeline);
    List<Ask> asks = plenaries.prepare();
    pictures.take("plenaries", company.secretary(), "/elections/" + desk.assembly() + "/plenaries");
    if (!asks.isEmpty()) {
      Casting casting = new Casting(company, desk.assembly(), scrutiny, Map.of(), losses);
      casting.open(asks);
      hold(desk, casting, asks);
    }
    return plenaries.areComplete();
  }

  private Begun open(Preparing.Prepared prepared, Meeting meeting) {
    Desk desk = prepared.desk();
    desk.hands("ELECTION_METHOD", plan.present(), plan.due());
    meeting.nameScrutineers();
    long assembly = desk.assembly();
    Voting voting =
        new Voting(company, plan, wishes, inventor, new Voting.Running(assembly, timeline));
    voting.adoptMethod();
    Scrutiny scrutiny = new Scrutiny(company, assembly);
    timeline.say("key", Scrutiny.SIZE, Scrutiny.THRESHOLD);
    meeting.handOutSlips();
    Map<Integer, SlipClerk.Slip> slips = voting.slips();
    Casting casting = new Casting(company, assembly, scrutiny, slips, losses);
    casting.forgetful = forgetful;
    List<Ask> bodies =
        List.of(
            voting.prepare("COMMITTEE", "委员会委员选举", plan.committee()),
            voting.prepare("AUDIT", "经费审查委员会委员选举", plan.audit()));
    desk.draft("candidate-list");
    pictures.take("elections", company.secretary(), "/elections/" + assembly);
    meeting.call(Meeting.ELECTION);
    casting.open(bodies);
    return new Begun(prepared, meeting, voting, casting, scrutiny, bodies, slips);
  }

  /// Both committees, with the rounds that their results ask for, and the resolutions.
  private void elect(Begun begun) {
    Desk desk = begun.desk();
    Meeting meeting = begun.meeting();
    Casting casting = begun.casting();
    hold(desk, casting, begun.bodies());
    for (Round round : List.copyOf(rounds)) {
      Round last = round;
      var next = begun.voting().next(round.counted());
      while (next.isPresent()) {
        timeline.say("runoff", next.get().title(), next.get().round());
        casting.open(List.of(next.get()));
        hold(desk, casting, List.of(next.get()));
        last = rounds.getLast();
        next = begun.voting().next(last.counted());
      }
      begun.voting().settle(last.counted());
    }
    meeting.call(Meeting.ANNOUNCEMENT);
    meeting.end();
    desk.enter("RESOLUTIONS");
    meeting.call(Meeting.VOTE);
    resolve(desk, meeting, begun.voting(), casting);
  }

  /// How an open vote looks to everybody.
  private void look(Desk desk, Ask ask, Map<Integer, SlipClerk.Slip> slips) {
    pictures.take("open-" + ask.folder(), company.secretary(), "/polls/" + ask.uuid());
    pictures.take("screen-voting", company.usher(), desk.at() + "/screen");
    slips.values().stream()
        .findFirst()
        .ifPresent(slip -> pictures.takeBooth(desk.assembly(), slip.credential()));
  }

  private void hold(Desk desk, Casting casting, List<Ask> asks) {
    timeline.say("voting", String.join("、", asks.stream().map(Ask::title).toList()));
    for (Casting.Counted counted : casting.play(asks)) {
      rounds.add(compared(counted, casting));
      new Results(timeline).print(rounds.getLast());
    }
    Ask first = asks.getFirst();
    pictures.take("result-" + first.folder(), company.secretary(), "/polls/" + first.uuid());
    desk.showLastResult();
    pictures.take("screen-" + first.folder(), company.usher(), desk.at() + "/screen");
    desk.showHall();
  }

  /// A result beside our own count of what was put in.
  Round compared(Casting.Counted counted, Casting casting) {
    Recount recount =
        new Recount(counted.ask(), casting::isOnPaper, wishes.tie.equals("fewer-against"));
    List<String> differences = new ArrayList<>(recount.differences(counted.json()));
    counted.missing().forEach(tracker -> differences.add("tracker " + tracker));
    return new Round(counted, recount, differences);
  }

  /// The work report by secret vote, the others by hand.
  private void resolve(Desk desk, Meeting meeting, Voting voting, Casting casting) {
    Client secretary = company.secretary();
    for (int i = 0; i < KINDS.size(); i++) {
      secretary.act(
          desk.at() + "/resolutions",
          "kind",
          KINDS.get(i),
          "title",
          TITLES.get(i),
          "text",
          "大会听取并审议了报告。大会认为，报告实事求是，部署符合实际。大会同意这个报告。",
          "base",
          "due");
    }
    List<MatchResult> drafts = Desk.all(RESOLUTION, secretary.page(desk.at() + "/resolutions"));
    String first = desk.at() + "/resolutions/" + drafts.getFirst().group(1);
    secretary.act(first + "/secret-vote");
    Ask report = voting.found(TITLES.getFirst(), plan.resolution());
    casting.open(List.of(report));
    hold(desk, casting, List.of(report));
    for (int i = 1; i < drafts.size(); i++) {
      int against = 2 * (plan.present() - 2) > plan.due() ? 2 : 0;
      meeting.count(Long.parseLong(drafts.get(i).group(1)), plan.present() - against, against);
      timeline.say("hands", TITLES.get(i), plan.present() - against, against);
    }
    meeting.end();
    drafts.forEach(
        draft -> secretary.act(desk.at() + "/resolutions/" + draft.group(1) + "/document"));
    pictures.take("resolutions", secretary, desk.at() + "/resolutions");
  }
}
