package org.zhijia.rehearsal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The other people of a congress that somebody leads by hand: each act does what now waits for
/// them, through the pages that real people use, with keys and slips that only they have.
///
/// Example: `simulation.arrive("/congresses/1")`. Every act throws an exception with the server's
/// own words if it is refused. Keys and slips live in memory: they are gone when the program ends.
public final class Simulation {
  private static final Pattern ROW = Pattern.compile("(?s)<tr>.*?</tr>");
  private static final Pattern SLIP = Pattern.compile("/check-in/(\\d+)/slip\"");
  private static final Pattern LEGEND = Pattern.compile("<legend>\\d+\\. ([^<]*)</legend>");
  private static final Pattern MEMBER = Pattern.compile("name=\"member\" value=\"([^\"]*)\"");
  private static final Pattern COUNT = Pattern.compile("/resolutions/(\\d+)/counts\"");

  /// So many take paper instead of a slip: enough that nobody is found out.
  private static final int ON_PAPER = 12;

  /// At the end of the list stand those who count and must not be candidates.
  private static final int OFFICIALS = 5;

  private static final int PRESIDIUM = 7;
  private static final String METHOD_ADOPTED = "<dt>SHA-256</dt>";

  private final URI base;
  private final Cast cast;
  private final Map<Long, Scrutiny> scrutinies = new ConcurrentHashMap<>();
  private final Map<Long, List<SlipClerk.Slip>> slips = new ConcurrentHashMap<>();
  private @Nullable Company signedIn;

  public Simulation(URI base, Cast cast) {
    this.base = base;
    this.cast = cast;
  }

  /// A vote as the meeting sees it.
  ///
  /// @param body as the elections name it, e.g. `COMMITTEE`
  /// @param round 1 for the first, higher for run-offs
  /// @param due of whom more than half must be for it
  /// @param paper how many of the ballots that were handed out are on paper
  public record Vote(
      long assembly,
      String uuid,
      String body,
      int round,
      String title,
      int seats,
      int due,
      int paper) {}

  /// What the hall is.
  public record Hall(int due, int present) {}

  /// Signed in once, and again if the session has ended since the last act.
  private synchronized Company company() {
    if (signedIn == null || signedIn.secretary().get("/me").status() != 200) {
      signedIn = Company.of(base, cast);
    }
    return signedIn;
  }

  private Desk desk(String congress) {
    return new Desk(company().secretary(), congress);
  }

  /// The electing units tell how they elected.
  public void electInUnits(String congress, LocalDate on) {
    new ElectingUnits(desk(congress)).elect(on);
  }

  /// The credentials clerk examines everybody.
  public void examine(String congress) {
    Client clerk = company().clerk();
    clerk.page(congress + "/credentials");
    clerk.act(congress + "/credentials");
  }

  /// Delegates come to the door with their cards; of forty one stays away.
  public void arrive(String congress) {
    List<Desk.Card> cards = desk(congress).cards();
    Client usher = company().usher();
    usher.page(congress + "/check-in");
    for (Desk.Card card : cards.subList(0, cards.size() - cards.size() / 40)) {
      usher.act(congress + "/check-in", "card", card.code());
    }
  }

  /// The meeting votes by hand on each of these; who is to be named for it, and is not yet, is.
  ///
  /// @param subjects as the desk names them, e.g. `PRESIDIUM`
  public void raiseHands(String congress, List<String> subjects, Hall hall) {
    Desk desk = desk(congress);
    List<String> people = desk.cards().stream().map(Desk.Card::name).toList();
    for (String subject : subjects) {
      propose(desk, subject, people, company().watching());
      desk.hands(subject, hall.present(), hall.due());
      if (subject.equals("ELECTION_METHOD")) {
        adoptMethod(desk, hall);
      }
    }
  }

  private static void propose(
      Desk desk, String subject, List<String> people, List<String> scrutineers) {
    String named = desk.secretary().page(desk.at() + "/hands");
    int last = people.size();
    switch (subject) {
      case "PRESIDIUM" ->
          nameUnless(named, desk, "PRESIDIUM", people.subList(0, Math.min(PRESIDIUM, last)));
      case "SECRETARY_GENERAL" ->
          nameUnless(named, desk, "SECRETARY_GENERAL", people.subList(last - 1, last));
      case "SCRUTINEERS" -> {
        nameUnless(named, desk, "CHIEF_SCRUTINEER", scrutineers.subList(0, 1));
        nameUnless(named, desk, "SCRUTINEER", scrutineers.subList(1, scrutineers.size()));
      }
      default -> {
        // Nobody is named for it.
      }
    }
  }

  private static void nameUnless(String page, Desk desk, String post, List<String> names) {
    if (!page.contains("data-post=\"" + post + "\"")) {
      desk.name(post, names);
    }
  }

  private static void adoptMethod(Desk desk, Hall hall) {
    String page = "/elections/" + desk.assembly();
    if (!desk.secretary().page(page).contains(METHOD_ADOPTED)) {
      List<String> form = new ArrayList<>(List.of("text", Voting.METHOD));
      form.addAll(List.of("quorum", "at-least-two-thirds", "tie", "runoff"));
      form.addAll(List.of("shortage", "left-vacant", "approve", String.valueOf(hall.present())));
      desk.secretary().act(page + "/method", form.toArray(String[]::new));
    }
  }

  /// The scrutineers make their key together.
  public void makeKey(long assembly) {
    scrutinies.put(assembly, new Scrutiny(company(), assembly));
  }

  /// Whether the key of this meeting's votes was made here.
  public boolean holdsKey(long assembly) {
    return scrutinies.containsKey(assembly);
  }

  /// Everybody present draws a slip or chooses paper; the clerk makes as many as are missing.
  /// Attendance and the roster of slips are frozen.
  ///
  /// @param made slips that are there already, drawn or not
  /// @param frozen whether attendance is
  public void drawSlips(String congress, long assembly, int made, boolean frozen) {
    Company company = company();
    String page = company.usher().page(congress + "/check-in?show=present");
    int drawn = 0;
    int onPaper = 0;
    for (MatchResult row : Desk.all(ROW, page)) {
      var guest = SLIP.matcher(row.group());
      if (!guest.find()) {
        continue;
      }
      boolean has = row.group().contains("value=\"back\"");
      boolean paper = has ? !row.group().contains("value=\"paper\"") : onPaper < ON_PAPER;
      if (!has) {
        String kind = paper ? "paper" : "slip";
        company.usher().act(congress + "/check-in/" + guest.group(1) + "/slip", "kind", kind);
      }
      drawn += paper ? 0 : 1;
      onPaper += paper ? 1 : 0;
    }
    if (!frozen) {
      company.usher().act(congress + "/attendance");
    }
    SlipClerk clerk = new SlipClerk(company.clerk(), assembly);
    slips.put(assembly, drawn > made ? clerk.make(drawn - made) : List.of());
    clerk.freeze();
  }

  /// Delegates propose who stands; all of them agree to stand.
  public void nominate(String congress, Vote vote) {
    Client secretary = company().secretary();
    String link = "/polls/" + vote.uuid();
    List<String> members =
        Desk.all(MEMBER, secretary.page(link)).stream()
            .map(one -> Desk.plain(one.group(1)))
            .toList();
    if (!members.isEmpty()) {
      Plenaries.nominate(secretary, vote.uuid(), vote.body(), vote.seats(), members);
      return;
    }
    List<List<String>> rows = new ArrayList<>(List.of(List.of("姓名", "单位")));
    standing(new Desk(secretary, congress).cards(), vote)
        .forEach(card -> rows.add(List.of(card.name(), card.unit())));
    secretary.upload(link + "/candidates", "candidates.csv", Desk.csv(rows));
    secretary.act(link + "/consent");
  }

  /// From the list's beginning for the committee, from its end for others; one more in twenty than
  /// there are seats.
  private static List<Desk.Card> standing(List<Desk.Card> all, Vote vote) {
    List<Desk.Card> cards = all.subList(0, all.size() - OFFICIALS);
    int count = Math.min(cards.size(), vote.seats() + Math.ceilDiv(vote.seats(), 20));
    return vote.body().equals("COMMITTEE")
        ? cards.subList(0, count)
        : cards.subList(cards.size() - count, cards.size());
  }

  /// Everybody votes in these votes, on the telephone or on paper, and the tellers enter what is
  /// on paper.
  public void vote(long assembly, List<Vote> votes) {
    cast(assembly, votes.stream().filter(vote -> !isOfPlenary(vote)).toList(), slipsOf(assembly));
    cast(assembly, votes.stream().filter(Simulation::isOfPlenary).toList(), List.of());
  }

  /// @param slips of those who vote on a telephone
  private void cast(long assembly, List<Vote> votes, List<SlipClerk.Slip> slips) {
    if (votes.isEmpty()) {
      return;
    }
    Company company = company();
    Map<Integer, SlipClerk.Slip> drawn = new HashMap<>();
    slips.forEach(slip -> drawn.put(drawn.size(), slip));
    Scrutiny scrutiny = Objects.requireNonNull(scrutinies.get(assembly));
    List<Ask> asks = votes.stream().map(vote -> ask(company, vote, drawn.size())).toList();
    new Casting(company, assembly, scrutiny, drawn, new Losses(0, 1)).cast(asks);
  }

  private List<SlipClerk.Slip> slipsOf(long assembly) {
    return slips.getOrDefault(assembly, List.of());
  }

  static boolean isOfPlenary(Vote vote) {
    return Set.of("CHAIR", "VICE_CHAIRS", "STANDING", "AUDIT_CHAIR").contains(vote.body());
  }

  private static Ask ask(Company company, Vote vote, int electronic) {
    int voters = electronic + vote.paper();
    Inventor inventor = new Inventor(vote.title().hashCode() + vote.round());
    Slate slate = Ask.isResolution(vote.body()) ? Slate.resolution() : slate(company, vote);
    List<Optional<Marked>> marks = new ArrayList<>();
    if (Ask.isResolution(vote.body())) {
      inventor.opinions(voters, vote.due()).forEach(each -> marks.add(Optional.of(each)));
    }
    for (int voter = marks.size(); voter < voters; voter++) {
      marks.add(Optional.of(marked(vote, voter, slate, inventor)));
    }
    return new Ask(
        vote.uuid(),
        vote.body(),
        vote.round(),
        vote.title(),
        vote.due(),
        new Plan.Ballot(slate, marks));
  }

  private static Marked marked(Vote vote, int voter, Slate slate, Inventor inventor) {
    if (isOfPlenary(vote)) {
      return Plenaries.marked(voter, vote.seats());
    }
    return vote.round() == 1 ? inventor.ballot(slate) : inventor.runoff(slate);
  }

  /// As the list on paper says.
  private static Slate slate(Company company, Vote vote) {
    String page = company.tellers().getFirst().page("/polls/" + vote.uuid() + "/paper");
    List<Slate.Nominee> nominees =
        Desk.all(LEGEND, page).stream()
            .map(one -> Desk.plain(one.group(1)))
            .map(name -> new Slate.Nominee(name, name))
            .toList();
    return new Slate(nominees, vote.seats());
  }

  /// The scrutineers verify, decrypt, and the chief signs.
  public void count(long assembly, List<Vote> votes) {
    Scrutiny scrutiny = Objects.requireNonNull(scrutinies.get(assembly));
    for (Vote vote : votes) {
      if (scrutiny.stage(vote.uuid()).equals("closed")) {
        scrutiny.count(vote.uuid(), !isOfPlenary(vote) && !slipsOf(assembly).isEmpty());
      }
      scrutiny.sign(vote.uuid());
    }
  }

  /// Two tellers count the hands for each resolution that waits for them.
  public void countHands(String congress, Hall hall) {
    int against = 2 * (hall.present() - 2) > hall.due() ? 2 : 0;
    for (Client teller : company().tellers()) {
      for (MatchResult waiting : Desk.all(COUNT, teller.page(congress + "/counting"))) {
        teller.act(
            congress + "/resolutions/" + waiting.group(1) + "/counts",
            "approvals",
            String.valueOf(hall.present() - against),
            "against",
            String.valueOf(against));
      }
    }
  }

  /// The higher union answers.
  public void reply(String congress, LocalDate on) {
    byte[] letter = "同意锦川区工会第五次代表大会选举结果（演示）。".getBytes(StandardCharsets.UTF_8);
    company()
        .secretary()
        .upload(congress + "/approval", "reply.txt", letter, "number", "市工发〔演示〕1号", "on", "" + on);
  }
}
