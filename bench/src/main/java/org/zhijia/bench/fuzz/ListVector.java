package org.zhijia.bench.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zhijia.ballot.belenios.v1.Credential;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.Malformed;

/// The election of lists that the specification publishes with its secrets. The library checks
/// ballots of lists and makes none, so these are all that there are.
///
/// @param key of the only trustee
/// @param ballots as cast: the second voter, the first, the second again
record ListVector(
    Election election, Scalar key, List<Credential> credentials, List<byte[]> ballots) {
  private static final String FILE = "docs/spec/vectors/lists.json";

  static ListVector read() throws IOException, Malformed {
    Path root = Path.of(System.getProperty("zhijia.root", "."));
    JsonNode vector = JsonNode.parse(Files.readAllBytes(root.resolve(FILE)));
    Election election = Election.read(bytes(vector.field("election")));
    List<Credential> credentials = new ArrayList<>();
    for (JsonNode credential : vector.field("credentials").items()) {
      credentials.add(Credential.parse(credential.text()).orElseThrow());
    }
    List<byte[]> ballots = new ArrayList<>();
    for (JsonNode ballot : vector.field("ballots").items()) {
      ballots.add(bytes(ballot));
    }
    Scalar key = election.group().scalar(vector.field("key").text()).orElseThrow();
    return new ListVector(election, key, credentials, ballots);
  }

  private static byte[] bytes(JsonNode document) throws Malformed {
    return document.text().getBytes(StandardCharsets.UTF_8);
  }
}
