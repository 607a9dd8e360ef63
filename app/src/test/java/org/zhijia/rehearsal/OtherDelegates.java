package org.zhijia.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.zhijia.ballot.belenios.v1.Credential;
import tools.jackson.databind.JsonNode;

/// The rest of a hall in a story that looks at two or three of its delegates: their devices are
/// simulated, they encrypt and cast as the voter's page does.
public final class OtherDelegates {
  private static final Losses NONE = new Losses(0, 1);

  private final URI base;
  private final String uuid;
  private final String election;
  private final int candidates;

  private OtherDelegates(URI base, JsonNode paper) {
    this.base = base;
    this.uuid = paper.get("uuid").stringValue();
    this.election = paper.get("election").stringValue();
    this.candidates = paper.get("candidates").size();
  }

  /// For the one vote that is open in this meeting.
  public static OtherDelegates of(URI base, long assembly) {
    JsonNode papers = new Client(base).get("/api/assemblies/" + assembly + "/polls").json();
    return new OtherDelegates(base, papers.get("polls").get(0));
  }

  /// @param slip the letters inside it
  /// @param approve places on the ballot, from 1
  public void vote(String slip, List<Integer> approve, List<Integer> against) {
    Credential credential = Credential.parse(slip).orElseThrow();
    SimulatedVoter voter = new SimulatedVoter(Client.device(base), credential, NONE);
    SimulatedVoter.Sealed sealed =
        voter.seal(uuid, election, Hall.marks(candidates, approve, against));
    assertThat(voter.cast(sealed).status()).isEqualTo(201);
  }
}
