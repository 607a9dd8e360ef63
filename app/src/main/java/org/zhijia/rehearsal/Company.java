package org.zhijia.rehearsal;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.zhijia.operation.CannotRun;
import tools.jackson.databind.JsonNode;

/// Those who play a congress, signed in.
///
/// @param organisation for which they act; 0 where the congress is opened by others
/// @param scrutineers the chief first
record Company(
    URI base,
    long organisation,
    Client secretary,
    Client clerk,
    Client usher,
    List<Client> tellers,
    List<Watcher> scrutineers) {
  private static final String DOOR = "/rehearsal/";

  /// A scrutineer at work.
  ///
  /// @param name to sign in with
  /// @param person whom the meeting passes
  record Watcher(Client client, String name, String person) {}

  /// Names of those whom the meeting passes as scrutineers, the chief first.
  List<String> watching() {
    return scrutineers.stream().map(Watcher::person).toList();
  }

  /// @param url as `serve --rehearsal` prints it, with the token
  static Company behind(URI url) {
    String path = String.valueOf(url.getPath());
    Wishes.demand(path.startsWith(DOOR), "rehearse.url-without-token");
    return at(url.resolve("/"), path.substring(DOOR.length()));
  }

  /// @param token of the rehearsal space, good once
  /// @throws CannotRun if nobody is there, or nobody opens
  static Company at(URI base, String token) {
    Client.Answer answer;
    try {
      answer = Client.device(base).json("/api/rehearsals/" + token, Map.of());
    } catch (UncheckedIOException nobody) {
      throw new CannotRun("rehearse.unreachable", base);
    }
    if (answer.status() != 201) {
      throw new CannotRun("rehearse.door", base);
    }
    JsonNode players = answer.json().get("players");
    return new Company(
        base,
        answer.json().get("organisation").longValue(),
        all(base, players, "SECRETARY").getFirst(),
        all(base, players, "CREDENTIALS_CLERK").getFirst(),
        all(base, players, "USHER").getFirst(),
        all(base, players, "TELLER"),
        named(players, "SCRUTINEER").stream()
            .map(player -> watcher(base, signIn(player)))
            .toList());
  }

  /// Those whom one can sign in as.
  static Company of(URI base, Cast cast) {
    return new Company(
        base,
        0,
        signedIn(base, cast.secretary()),
        signedIn(base, cast.clerk()),
        signedIn(base, cast.usher()),
        cast.tellers().stream().map(each -> signedIn(base, each)).toList(),
        cast.scrutineers().stream().map(each -> watcher(base, each)).toList());
  }

  private static Client signedIn(URI base, Cast.SignIn who) {
    Client client = new Client(base);
    client.signIn(who.name(), who.password());
    return client;
  }

  private static List<JsonNode> named(JsonNode players, String role) {
    return players
        .valueStream()
        .filter(player -> player.get("role").stringValue().equals(role))
        .toList();
  }

  private static Cast.SignIn signIn(JsonNode player) {
    return new Cast.SignIn(
        player.get("name").stringValue(),
        player.get("person").stringValue(),
        player.get("password").stringValue());
  }

  private static Watcher watcher(URI base, Cast.SignIn who) {
    return new Watcher(signedIn(base, who), who.name(), who.person());
  }

  private static List<Client> all(URI base, JsonNode players, String role) {
    return named(players, role).stream().map(player -> signedIn(base, signIn(player))).toList();
  }
}
