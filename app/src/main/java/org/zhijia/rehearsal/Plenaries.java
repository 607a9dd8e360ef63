package org.zhijia.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The first plenaries: each committee that was elected meets and elects its officers from among
/// its members, on paper.
final class Plenaries {
  private static final Pattern VOTE =
      Pattern.compile("href=\"/polls/([1-9A-HJ-NP-Za-km-z]+)\"><span>([^<]*)</span>");
  private static final int LARGE = 20;

  private final Company company;
  private final long assembly;
  private final List<Rehearsal.Round> rounds;
  private final Timeline timeline;
  private final List<Ask> asks = new ArrayList<>();

  Plenaries(Company company, long assembly, List<Rehearsal.Round> rounds, Timeline timeline) {
    this.company = company;
    this.assembly = assembly;
    this.rounds = rounds;
    this.timeline = timeline;
  }

  private String at() {
    return "/elections/" + assembly + "/plenaries";
  }

  /// Convenes those that have members; their votes are ready to be opened.
  List<Ask> prepare() {
    for (String body : List.of("COMMITTEE", "AUDIT")) {
      List<String> members = elected(body);
      if (members.isEmpty()) {
        timeline.say("plenary-none." + body);
      } else {
        convene(body, members);
      }
    }
    return List.copyOf(asks);
  }

  /// Whether whoever heads a committee is elected, in both of them.
  boolean areComplete() {
    boolean complete = !elected("CHAIR").isEmpty() && !elected("AUDIT_CHAIR").isEmpty();
    if (!complete) {
      timeline.say("plenaries-incomplete");
    }
    return complete;
  }

  /// By all rounds of votes for this body.
  private List<String> elected(String body) {
    List<String> names = new ArrayList<>();
    for (Rehearsal.Round round : rounds) {
      if (round.counted().ask().body().equals(body)) {
        JsonNode elected = round.counted().json().get("electedNames");
        elected.forEach(name -> names.add(name.stringValue()));
      }
    }
    return names;
  }

  private void convene(String body, List<String> members) {
    Client secretary = company.secretary();
    secretary.act(at(), "body", body);
    List<String> there = new ArrayList<>(List.of("body", body));
    members.forEach(name -> there.addAll(List.of("present", name)));
    secretary.act(at() + "/attendance", there.toArray(String[]::new));
    Map<String, Integer> offices = offices(body, members.size());
    secretary.act(
        at() + "/polls",
        "body",
        body,
        "viceChairs",
        String.valueOf(offices.getOrDefault("VICE_CHAIRS", 0)),
        "standing",
        String.valueOf(offices.getOrDefault("STANDING", 0)),
        "equal",
        "true");
    List<MatchResult> votes = Desk.all(VOTE, secretary.page(at()));
    int taken = 0;
    for (Map.Entry<String, Integer> office : offices.entrySet()) {
      MatchResult vote = votes.get(votes.size() - offices.size() + taken);
      asks.add(ask(vote, office.getKey(), office.getValue(), members));
      taken++;
    }
    timeline.say("plenary." + body, members.size());
  }

  /// How many of each; a standing committee only where there are enough members for one.
  private static Map<String, Integer> offices(String body, int members) {
    Map<String, Integer> offices = new LinkedHashMap<>();
    if (body.equals("AUDIT")) {
      offices.put("AUDIT_CHAIR", 1);
      return offices;
    }
    offices.put("CHAIR", 1);
    if (members >= 5) {
      offices.put("VICE_CHAIRS", members >= LARGE ? 2 : 1);
      offices.put("STANDING", members >= LARGE ? 9 : 3);
    }
    return offices;
  }

  /// Nominates from the first member on, after the chair for those who stand beside, one more than
  /// there are seats for a standing committee.
  ///
  /// @return who stands
  static List<String> nominate(
      Client secretary, String uuid, String office, int seats, List<String> members) {
    int first = office.equals("VICE_CHAIRS") ? 1 : 0;
    int last = Math.min(members.size(), first + seats + (office.equals("STANDING") ? 1 : 0));
    List<String> standing = members.subList(Math.min(first, last), last);
    List<String> form = new ArrayList<>();
    standing.forEach(name -> form.addAll(List.of("member", name)));
    secretary.act("/polls/" + uuid + "/candidates/members", form.toArray(String[]::new));
    secretary.act("/polls/" + uuid + "/consent");
    return standing;
  }

  private Ask ask(MatchResult vote, String office, int seats, List<String> members) {
    List<Slate.Nominee> nominees =
        nominate(company.secretary(), vote.group(1), office, seats, members).stream()
            .map(name -> new Slate.Nominee(name, name))
            .toList();
    Slate slate = new Slate(nominees, seats);
    List<Optional<Marked>> marks = new ArrayList<>();
    for (int voter = 0; voter < members.size(); voter++) {
      marks.add(Optional.of(marked(voter, seats)));
    }
    String title = Desk.plain(vote.group(2));
    return new Ask(vote.group(1), office, 1, title, members.size(), new Plan.Ballot(slate, marks));
  }

  /// For as many as there are seats; every seventh leaves one out.
  static Marked marked(int voter, int seats) {
    List<Integer> approve = new ArrayList<>();
    for (int place = 0; place < seats; place++) {
      if (voter % 7 != 6 || place != voter % seats) {
        approve.add(place);
      }
    }
    return Marked.of(approve, List.of());
  }
}
