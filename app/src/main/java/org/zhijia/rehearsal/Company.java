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
      Client client = new Client(base);
      client.signIn(name(player), player.get("password").stringValue());
      clients.add(client);
    }
    return clients;
  }
}
