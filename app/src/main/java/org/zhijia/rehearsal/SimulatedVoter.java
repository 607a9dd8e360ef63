package org.zhijia.rehearsal;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.zhijia.ballot.belenios.v1.BallotMaker;
import org.zhijia.ballot.belenios.v1.Credential;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.slate.Companion;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.slate.WriteIn;

/// A voter's device: encrypts with a slip's secret, sends without cookies, and sends again until
/// it is answered.
final class SimulatedVoter {
  private static final int MOST_TRIES = 200;
  private static final Map<String, Booth> BOOTHS = new ConcurrentHashMap<>();

  private final Client client;
  private final Credential credential;
  private final Losses losses;

  SimulatedVoter(Client client, Credential credential, Losses losses) {
    this.client = client;
    this.credential = credential;
    this.losses = losses;
  }

  /// What one election's ballots are made with; laid out once for all voters.
  private record Booth(Election election, BallotMaker maker, List<UnionSlate> slates) {
    static Booth of(String election) {
      try {
        byte[] document = election.getBytes(StandardCharsets.UTF_8);
        Election read = Election.read(document);
        return new Booth(
            read,
            new BallotMaker(read, Election.fingerprint(document), Randomness.secure()),
            UnionSlate.of(read));
      } catch (Malformed malformed) {
        throw new IllegalStateException(malformed);
      }
    }

    /// Who writes nobody in leaves the place of the write-in open.
    List<List<Integer>> filled(List<List<Integer>> marks, Optional<String> person) {
      List<List<Integer>> rows = new ArrayList<>();
      for (int i = 0; i < election.questions().size(); i++) {
        List<Integer> row = new ArrayList<>(i < marks.size() ? marks.get(i) : List.of());
        int open = election.questions().get(i).answers().size() - row.size();
        row.addAll(Collections.nCopies(Math.max(0, open), 0));
        rows.add(row);
      }
      if (person.isPresent()) {
        UnionSlate slate = slates.getFirst();
        WriteIn writeIn = slate.writeIn().orElseThrow();
        rows.get(slate.approve()).set(rows.get(slate.approve()).size() - 1, 1);
        rows.set(writeIn.question(), writeIn.row(person));
      }
      return rows;
    }
  }

  /// A ballot as it is sent, and as often as needed.
  ///
  /// @param companion none for a resolution
  record Sealed(String uuid, String ballot, Optional<String> companion, String tracker) {
    /// Where it is sent.
    String path() {
      return "/api/polls/" + uuid + "/ballots";
    }

    /// What is sent, as JSON.
    Map<String, String> content() {
      Map<String, String> content = new HashMap<>();
      content.put("ballot", ballot);
      companion.ifPresent(line -> content.put("companion", line));
      return content;
    }
  }

  /// Encrypts; takes long, sends nothing.
  Sealed seal(String uuid, String election, List<List<Integer>> marks) {
    return seal(uuid, election, marks, Optional.empty());
  }

  /// @param person who is written in besides
  Sealed seal(String uuid, String election, List<List<Integer>> marks, Optional<String> person) {
    Booth booth = BOOTHS.computeIfAbsent(election, Booth::of);
    BallotMaker.Made made = booth.maker().make(credential, new Vote(booth.filled(marks, person)));
    Optional<String> companion =
        booth.slates().isEmpty()
            ? Optional.empty()
            : Optional.of(
                text(JsonText.bytesOf(Companion.make(booth.slates(), booth.maker(), made))));
    return new Sealed(uuid, text(made.bytes()), companion, made.tracker());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// Sends until the server has answered. A ballot whose answer was lost is sent again; the server
  /// counts it once.
  Client.Answer cast(Sealed sealed) {
    return insist(() -> client.json(sealed.path(), sealed.content()));
  }

  /// What this device may vote upon in a meeting.
  Client.Answer papers(long assembly) {
    return insist(() -> client.get("/api/assemblies/" + assembly + "/polls"));
  }

  private Client.Answer insist(Supplier<Client.Answer> request) {
    for (int i = 0; i < MOST_TRIES; i++) {
      try {
        if (losses.next()) {
          continue; // the request never arrived
        }
        Client.Answer answer = request.get();
        if (losses.next()) {
          continue; // the reply never arrived
        }
        return answer;
      } catch (UncheckedIOException away) {
        pause();
      }
    }
    throw new Stuck("a device asked " + MOST_TRIES + " times without an answer");
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }
}
