package org.zhijia.rehearsal;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhijia.operation.CannotRun;
import tools.jackson.databind.JsonNode;

/// Those who play a congress, signed in.
///
/// @param organisation for which they act; 0 where the congress is opened by others
/// @param scrutineerNames with which they are named on the desk, the chief first
record Company(
    URI base,
    long organisation,
    Client secretary,
    Client clerk,
    Client usher,
    List<Client> tellers,
    List<Client> scrutineers,
    List<String> scrutineerNames) {
  private static final String DOOR = "/rehearsal/";

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
        all(base, players, "SCRUTINEER"),
        named(players, "SCRUTINEER").stream().map(Company::name).toList());
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
        cast.scrutineers().stream().map(each -> signedIn(base, each)).toList(),
        cast.scrutineers().stream().map(Cast.SignIn::name).toList());
  }

  private static Client signedIn(URI base, Cast.SignIn who) {
    Client client = new Client(base);
    client.signIn(who.name(), who.password());
    return client;
  }

  private static List<JsonNode> named(JsonNode players, String role) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode player : players) {
      if (player.get("role").stringValue().equals(role)) {
        found.add(player);
      }
    }
    return found;
  }

  private static String name(JsonNode player) {
    return player.get("name").stringValue();
  }

  private static List<Client> all(URI base, JsonNode players, String role) {
    List<Client> clients = new ArrayList<>();
    for (JsonNode player : named(players, role)) {
      String password = player.get("password").stringValue();
      clients.add(signedIn(base, new Cast.SignIn(name(player), password)));
    }
    return clients;
  }
}
