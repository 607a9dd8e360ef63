package org.zhijia.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The elections of the congress: method, key, slips, the votes and what they lead to.
final class Voting {
  private static final Pattern POLL = Pattern.compile("/polls/([1-9A-HJ-NP-Za-km-z]+)\"");
  private static final int MOST_ROUNDS = 4;
  static final String METHOD =
      """
      选举采用无记名投票方式。代表在会场用凭证条在电子设备上投票，或者使用纸质选票。
      对每一名候选人可以赞成、反对或者弃权；赞成的人数等于或者少于应选名额的选票有效，多于应选名额的无效。
      候选人获得的赞成票超过应到会代表人数的一半，始得当选。""";

  private final Company company;
  private final Plan plan;
  private final Wishes wishes;
  private final Inventor inventor;
  private final Timeline timeline;
  private final long assembly;

  Voting(Company company, Plan plan, Wishes wishes, Inventor inventor, Running running) {
    this.company = company;
    this.plan = plan;
    this.wishes = wishes;
    this.inventor = inventor;
    this.timeline = running.timeline();
    this.assembly = running.assembly();
  }

  /// @param assembly as the elections know the congress
  record Running(long assembly, Timeline timeline) {}

  /// The meeting adopts its election method by hand; the congress's own record has the same vote.
  void adoptMethod() {
    company
        .secretary()
        .act(
            "/elections/" + assembly + "/method",
            "text",
            METHOD,
            "quorum",
            wishes.quorum,
            "tie",
            wishes.tie,
            "shortage",
            wishes.shortage,
            "approve",
            String.valueOf(plan.present()),
            "against",
            "0",
            "abstain",
            "0");
    timeline.say("method", wishes.quorum, wishes.tie, wishes.shortage);
  }

  /// The clerk makes as many slips as were asked for; the roster of slips is frozen.
  Map<Integer, SlipClerk.Slip> slips() {
    Map<Integer, SlipClerk.Slip> drawn = new HashMap<>();
    int electronic = plan.present() - plan.paper().size();
    if (electronic == 0) {
      return drawn;
    }
    SlipClerk clerk = new SlipClerk(company.clerk(), assembly);
    List<SlipClerk.Slip> slips = clerk.make(electronic);
    clerk.freeze();
    for (int voter = 0; voter < plan.present(); voter++) {
      if (!plan.paper().contains(voter)) {
        drawn.put(voter, slips.get(drawn.size()));
      }
    }
    return drawn;
  }

  /// Puts a list to the vote, up to where it can be opened.
  Ask prepare(String body, String title, Plan.Ballot ballot) {
    List<String> form = new ArrayList<>();
    form.addAll(List.of("body", body, "title", title));
    form.addAll(List.of("seats", String.valueOf(ballot.slate().seats())));
    if (ballot.slate().isEqual()) {
      form.addAll(List.of("equal", "on"));
    }
    if (wishes.writeIn) {
      form.addAll(List.of("writeIn", "on"));
    }
    Client secretary = company.secretary();
    String link =
        secretary.act("/elections/" + assembly + "/polls", form.toArray(String[]::new)).location();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("姓名"));
    ballot.slate().names().forEach(name -> rows.add(List.of(name)));
    secretary.upload(link + "/candidates", "candidates.csv", Desk.csv(rows));
    secretary.act(link + "/consent");
    return new Ask(link.substring("/polls/".length()), body, 1, title, plan.due(), ballot);
  }

  /// A vote that the desk prepared without us: the last one on the elections' page.
  Ask found(String title, Plan.Ballot ballot) {
    String page = company.secretary().page("/elections/" + assembly);
    String uuid = Desk.all(POLL, page).getLast().group(1);
    return new Ask(uuid, "RESOLUTION", 1, title, plan.due(), ballot);
  }

  /// The next round that a result asks for, if it is to be held.
  Optional<Ask> next(Casting.Counted counted) {
    JsonNode result = counted.json();
    Ask ask = counted.ask();
    boolean runoff = result.hasNonNull("runoff");
    int seats = runoff ? result.get("runoff").get("seats").intValue() : number(result, "short");
    boolean again = runoff || (seats > 0 && wishes.shortage.equals("revote"));
    if (!again || ask.round() >= MOST_ROUNDS) {
      return Optional.empty();
    }
    Slate slate = new Slate(left(ask.slate(), result, runoff), seats);
    if (slate.nominees().size() < seats) {
      return Optional.empty();
    }
    String link = company.secretary().act("/polls/" + ask.uuid() + "/next-round").location();
    List<Optional<Marked>> marks =
        ask.ballot().marks().stream()
            .map(mark -> mark.map(_ -> runoff ? inventor.runoff(slate) : inventor.ballot(slate)))
            .toList();
    return Optional.of(
        new Ask(
            link.substring("/polls/".length()),
            ask.body(),
            ask.round() + 1,
            runoff,
            ask.title(),
            ask.due(),
            new Plan.Ballot(slate, marks)));
  }

  /// Seats that stay open are reduced where the method says so and the law allows it, else vacant.
  void settle(Casting.Counted last) {
    JsonNode result = last.json();
    int open = number(result, "short");
    if (open == 0 || result.get("electedNames").isEmpty() || result.hasNonNull("runoff")) {
      return;
    }
    String at = "/polls/" + last.ask().uuid();
    String[] hands = {"approve", String.valueOf(plan.present()), "against", "0", "abstain", "0"};
    boolean reduced =
        wishes.shortage.equals("reduce")
            && company.secretary().form(at + "/reduction", hands).isDone();
    if (!reduced) {
      company.secretary().act(at + "/vacancy", hands);
    }
    timeline.say(reduced ? "reduced" : "vacant", last.ask().title(), open);
  }

  private static int number(JsonNode result, String key) {
    return result.hasNonNull(key) ? result.get(key).intValue() : 0;
  }

  /// Those who stand again: tied at the last seat, or not elected.
  private static List<Slate.Nominee> left(Slate slate, JsonNode result, boolean runoff) {
    List<String> among = new ArrayList<>();
    if (runoff) {
      List<String> ids = new ArrayList<>();
      result.get("runoff").get("among").forEach(id -> ids.add(id.stringValue()));
      result
          .get("candidates")
          .forEach(
              line -> {
                if (ids.contains(line.get("id").stringValue())) {
                  among.add(line.get("name").stringValue());
                }
              });
    } else {
      among.addAll(slate.names());
      result.get("electedNames").forEach(name -> among.remove(name.stringValue()));
    }
    return slate.nominees().stream().filter(each -> among.contains(each.name())).toList();
  }
}
