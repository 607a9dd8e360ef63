package org.zhijia.rehearsal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhijia.ballot.belenios.v1.Credential;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.Randomness;

/// The credentials clerk's browser: makes slips, keeps their secrets to itself, sends the public
/// halves.
final class SlipClerk {
  private static final String LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int HALF = 3;

  private final Client client;
  private final String home;
  private final Randomness randomness = Randomness.secure();

  SlipClerk(Client client, long assembly) {
    this.client = client;
    this.home = "/credentials/" + assembly;
    client.get(home);
  }

  /// A printed slip.
  ///
  /// @param code on its outside
  record Slip(String code, Credential credential) {}

  /// Makes slips and sends their public halves.
  List<Slip> make(int count) {
    List<String> uuids = new ArrayList<>();
    client.get(home + "/state").json().get("uuids").forEach(uuid -> uuids.add(uuid.stringValue()));
    List<Slip> slips = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    while (slips.size() < count) {
      String code = half() + "-" + half();
      if (codes.add(code)) {
        slips.add(new Slip(code, Credential.random(randomness)));
      }
    }
    List<Map<String, Object>> sent =
        slips.parallelStream()
            .map(
                slip ->
                    Map.<String, Object>of(
                        "code", slip.code(), "credentials", publicHalves(slip, uuids)))
            .toList();
    Client.Answer answer = client.json(home + "/slips", Map.of("slips", sent));
    if (!answer.isDone()) {
      throw new Stuck(home + "/slips", answer);
    }
    return slips;
  }

  private static List<String> publicHalves(Slip slip, List<String> uuids) {
    return uuids.stream()
        .map(uuid -> slip.credential().publicCredential(Ed25519.group(), uuid))
        .toList();
  }

  private String half() {
    byte[] bytes = new byte[HALF];
    randomness.fill(bytes);
    StringBuilder half = new StringBuilder();
    for (byte each : bytes) {
      half.append(LETTERS.charAt(Math.floorMod(each, LETTERS.length())));
    }
    return half.toString();
  }

  void freeze() {
    client.act(home + "/freezing");
  }
}
