package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhijia.election.Announced;
import org.zhijia.election.Body;
import org.zhijia.election.Candidate;
import org.zhijia.election.Elections;
import org.zhijia.election.Poll;
import org.zhijia.election.Stage;
import org.zhijia.identity.Account;
import org.zhijia.identity.Role;
import org.zhijia.registry.Organisation;
import org.zhijia.statute.BodyKind;
import org.zhijia.testing.TestServer;
import tools.jackson.databind.JsonNode;

/// A meeting with its key made and its slips drawn.
final class Hall {
  private static final Losses NONE = new Losses(0, 1);

  private final TestServer server = TestServer.running();
  private final URI base = server.at("/");
  private final Elections elections = server.bean(Elections.class);
  final Organisation union = server.union("选举测试工会" + System.nanoTime());
  final long assembly;
  final Account secretaryAccount = server.officer(union, Role.SECRETARY, Role.TELLER);
  final Client secretary = signedIn(secretaryAccount);
  final Client clerkClient = client(Role.CREDENTIALS_CLERK);
  final List<Client> tellers = List.of(client(Role.TELLER), client(Role.TELLER));
  final List<SimulatedScrutineer> scrutineers = new ArrayList<>();
  final List<Client> scrutineersClients = new ArrayList<>();
  final List<Account> scrutineersAccounts = new ArrayList<>();
  Optional<Account> chief = Optional.empty();
  List<SlipClerk.Slip> slips = List.of();

  Hall() {
    this(BodyKind.DISTRICT);
  }

  Hall(BodyKind kind) {
    this(kind, true);
  }

  /// Before the meeting has adopted its method.
  static Hall withoutMethod() {
    return new Hall(BodyKind.DISTRICT, false);
  }

  private Hall(BodyKind kind, boolean adopted) {
    assembly =
        elections.convene(new Elections.Convening(union.id(), "第五次代表大会", "/congresses/1", kind));
    if (adopted) {
      adopt("at-least-two-thirds", "runoff", "left-vacant");
    }
  }

  Client client(Role role) {
    return signedIn(server.officer(union, role));
  }

  private Client signedIn(Account account) {
    Client client = new Client(base);
    client.signIn(account.signInName(), TestServer.PASSWORD);
    return client;
  }

  Hall makeKey() {
    List<Account> accounts =
        Stream.generate(() -> server.officer(union, Role.SCRUTINEER)).limit(3).toList();
    String names = String.join(",", accounts.stream().map(Account::signInName).toList());
    secretary.act("/elections/" + assembly + "/scrutineers", "names", names, "threshold", "2");
    chief = Optional.of(accounts.getFirst());
    scrutineersAccounts.addAll(accounts);
    accounts.forEach(account -> scrutineersClients.add(signedIn(account)));
    scrutineersClients.forEach(
        client -> scrutineers.add(new SimulatedScrutineer(client, assembly)));
    scrutineers.forEach(SimulatedScrutineer::certify);
    scrutineers.forEach(SimulatedScrutineer::deal);
    scrutineers.forEach(SimulatedScrutineer::accept);
    assertThat(elections.readiness(assembly).keyMade()).isTrue();
    return this;
  }

  Hall drawSlips(int count) {
    SlipClerk clerk = new SlipClerk(clerkClient, assembly);
    slips = clerk.make(count);
    IntStream.range(0, count).forEach(_ -> elections.slipDrawn(assembly));
    clerk.freeze();
    return this;
  }

  Hall attend(int due, int present, int paper) {
    return attend(due, present, paper, List.of());
  }

  /// @param voters who of them is no candidate can be written in
  Hall attend(int due, int present, int paper, List<String> voters) {
    elections.attend(assembly, new Elections.Attendance(due, present, paper), voters);
    return this;
  }

  private static String title(String body) {
    return switch (body) {
      case "COMMITTEE" -> "委员会委员选举";
      case "AUDIT" -> "经费审查委员会委员选举";
      default -> "关于工作报告的决议";
    };
  }

  String prepare(String body, int seats, String... names) {
    String link =
        secretary
            .act(
                "/elections/" + assembly + "/polls",
                "body",
                body,
                "title",
                title(body),
                "seats",
                String.valueOf(seats))
            .location();
    return nominated(link, names);
  }

  /// A vote whose electronic ballots take a write-in.
  String prepareWithWriteIn(int seats, String... names) {
    String[] form = {
      "body",
      "COMMITTEE",
      "title",
      title("COMMITTEE"),
      "seats",
      String.valueOf(seats),
      "writeIn",
      "on"
    };
    String link = secretary.act("/elections/" + assembly + "/polls", form).location();
    return nominated(link, names);
  }

  private String nominated(String link, String... names) {
    if (names.length > 0) {
      secretary.act(link + "/candidates", "typed", String.join("\n", names));
      secretary.act(link + "/consent");
    }
    return link.substring("/polls/".length());
  }

  /// A vote that the congress hands over, upon a question.
  String putToVote(Body body, String title) {
    return elections.putToVote(assembly, body, title).uuid();
  }

  /// The meeting's method with these choices, adopted by hand.
  Hall adopt(String quorum, String tie, String shortage) {
    secretary.act(
        "/elections/" + assembly + "/method",
        "text",
        "选举办法",
        "quorum",
        quorum,
        "tie",
        tie,
        "shortage",
        shortage,
        "approve",
        "160");
    return this;
  }

  /// Who stands, in the order of the ballot.
  List<String> candidates(Poll poll) {
    return elections.candidates(poll.id()).stream().map(Candidate::name).toList();
  }

  /// What the page of an announced vote offers next.
  Poll nextRound(String uuid) {
    String link = secretary.act("/polls/" + uuid + "/next-round").location();
    return poll(link.substring("/polls/".length()));
  }

  /// So many that nobody has, in the order of the ballot.
  static String[] names(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Hall::name).toArray(String[]::new);
  }

  /// Whoever of them stands at this place.
  static String name(int place) {
    return "丁%02d".formatted(place);
  }

  Poll poll(String uuid) {
    return elections.polls(assembly).stream()
        .filter(poll -> poll.uuid().equals(uuid))
        .findFirst()
        .orElseThrow();
  }

  List<Poll> polls() {
    return elections.polls(assembly);
  }

  /// The one vote for this body that was not given up.
  Poll live(Body body) {
    return polls().stream()
        .filter(poll -> poll.body() == body && poll.stage() != Stage.CANCELLED)
        .findFirst()
        .orElseThrow();
  }

  void await(String uuid, Stage stage) {
    for (int i = 0; i < 300 && poll(uuid).stage() != stage; i++) {
      try {
        Thread.sleep(100);
      } catch (InterruptedException stop) {
        throw new IllegalStateException(stop);
      }
    }
    assertThat(poll(uuid).stage()).isEqualTo(stage);
  }

  SimulatedVoter voter(int slip) {
    return new SimulatedVoter(new Client(base), slips.get(slip).credential(), NONE);
  }

  Map<String, String> elections() {
    Map<String, String> documents = new HashMap<>();
    new Client(base)
        .get("/api/assemblies/" + assembly + "/polls")
        .json()
        .get("polls")
        .forEach(
            poll ->
                documents.put(poll.get("uuid").stringValue(), poll.get("election").stringValue()));
    return documents;
  }

  SimulatedVoter.Sealed seal(int slip, String uuid, List<List<Integer>> marks) {
    return voter(slip).seal(uuid, Objects.requireNonNull(elections().get(uuid)), marks);
  }

  /// From the closing to the announcement, without the minute of grace.
  Announced finish(String uuid) {
    secretary.act("/polls/" + uuid + "/closing", "grace", "10");
    await(uuid, Stage.CLOSED);
    List<SimulatedScrutineer> opening = List.of(scrutineers.get(2), scrutineers.get(0));
    opening.forEach(each -> each.shuffle(uuid));
    opening.forEach(each -> each.decrypt(uuid));
    await(uuid, Stage.COUNTED);
    return signAndAnnounce(uuid);
  }

  /// Both tellers read the same ballots.
  Hall read(String uuid, Pile... piles) {
    for (Client teller : tellers) {
      for (Pile pile : piles) {
        teller.act("/polls/" + uuid + "/paper", pile.fields());
      }
      teller.act("/polls/" + uuid + "/paper/completion");
    }
    return this;
  }

  /// From the closing to the announcement of a vote on paper alone.
  Announced finishPaper(String uuid) {
    secretary.act("/polls/" + uuid + "/closing");
    await(uuid, Stage.COUNTED);
    return signAndAnnounce(uuid);
  }

  /// What the scrutineers' pages show of a vote that is counted, before the chief signs.
  JsonNode beforeSigning(String uuid) {
    JsonNode state = scrutineersClients.getFirst().get("/scrutiny/" + assembly + "/state").json();
    for (JsonNode poll : state.get("polls")) {
      if (poll.get("uuid").stringValue().equals(uuid)) {
        return poll.get("result");
      }
    }
    throw new IllegalStateException(uuid);
  }

  /// What a scrutineer says of a surplus; the first one is the chief.
  Client.Answer accept(int scrutineer, String uuid, String reason) {
    return scrutineersClients
        .get(scrutineer)
        .json("/scrutiny/" + assembly + "/polls/" + uuid + "/acceptance", Map.of("text", reason));
  }

  Announced signAndAnnounce(String uuid) {
    scrutineers.get(0).sign(uuid);
    secretary.act("/polls/" + uuid + "/announcement");
    return elections.announced(poll(uuid).id()).orElseThrow();
  }

  /// Marks of one ballot, by place from 1.
  static List<List<Integer>> marks(int candidates, List<Integer> approve, List<Integer> against) {
    return List.of(row(candidates, approve), row(candidates, against));
  }

  /// A vote on three candidates: the first is approved; who is written in takes the place and the
  /// stead of the third.
  ///
  /// @param person number on the list; 0 for nobody
  static List<List<Integer>> writingIn(int person) {
    return writingIn(3, person);
  }

  static List<List<Integer>> writingIn(int candidates, int person) {
    int place = candidates + 1;
    return person == 0
        ? marks(place, List.of(1), List.of())
        : Stream.concat(
                marks(place, List.of(1, place), List.of(3)).stream(), Stream.of(List.of(person)))
            .toList();
  }

  private static List<Integer> row(int candidates, List<Integer> marked) {
    List<Integer> row = new ArrayList<>(Collections.nCopies(candidates, 0));
    marked.forEach(place -> row.set(place - 1, 1));
    return row;
  }
}
