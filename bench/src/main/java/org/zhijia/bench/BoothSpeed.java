package org.zhijia.bench;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.belenios.v1.Base58;
import org.zhijia.ballot.belenios.v1.Credential;
import org.zhijia.ballot.belenios.v1.Election;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.belenios.v1.Vote;
import org.zhijia.ballot.group.Ed25519;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.slate.UnionSlate;
import org.zhijia.ballot.slate.WriteIn;

/// How long a voter waits while the booth's own scripts encrypt, in Chromium: the reference ballot
/// and a slate of 40 candidates for 36 seats with its companion. Chromium slows pages down, not
/// workers, so the scripts of the worker run in the page here.
final class BoothSpeed {
  private static final Randomness RANDOM = Randomness.secure();
  private static final int CANDIDATES = 40;
  private static final int SEATS = 36;
  private static final int PEOPLE = 180;
  private static final int ROUNDS = 5;

  private BoothSpeed() {}

  static void run() throws IOException, InterruptedException {
    Path scripts =
        Path.of(System.getProperty("zhijia.root", "."), "app/src/main/resources/static")
            .toAbsolutePath()
            .normalize();
    HttpServer server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            scripts,
            SimpleFileServer.OutputLevel.NONE);
    server.start();
    try (Chromium chromium = Chromium.start()) {
      chromium.open("http://127.0.0.1:" + server.getAddress().getPort() + "/booth/encrypt.js");
      System.out.printf("encrypting in Chromium, seconds, median of %d%n", ROUNDS);
      for (int slower : new int[] {1, 4}) {
        chromium.slowDown(slower);
        measure(chromium, slower, "reference ballot", reference());
        measure(chromium, slower, "slate 40/36 with companion", slate());
        measure(chromium, slower, "the same with a write-in", writeIn());
      }
    } finally {
      server.stop(0);
    }
  }

  private record Ask(List<Question> questions, Vote vote, String description) {}

  private static void measure(Chromium chromium, int slower, String name, Ask ask)
      throws IOException {
    String script = script(ask);
    double first = chromium.number(script);
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      seconds.add(chromium.number(script));
    }
    double median = seconds.stream().sorted().toList().get(ROUNDS / 2);
    System.out.printf(
        "  %d× slower  %-28s %.2f s   the first time %.2f s%n", slower, name, median, first);
  }

  private static String script(Ask ask) {
    Group group = Ed25519.group();
    Election election =
        new Election(
            ask.description(),
            "bench",
            group,
            group.generatorPower(group.randomScalar(RANDOM)),
            ask.questions(),
            Base58.electionId(RANDOM),
            Optional.empty(),
            Optional.empty());
    return "Promise.all([import('/booth/election.js'), import('/booth/encrypt.js')])"
        + ".then(([{ readElection }, { makeBallot }]) => { const start = performance.now();"
        + " makeBallot(readElection("
        + Chromium.quoted(new JsonText().value(election).toString())
        + "), "
        + Chromium.quoted(Credential.random(RANDOM).secretText())
        + ", "
        + ask.vote().rows()
        + "); return (performance.now() - start) / 1000 + 1e-9; })";
  }

  private static Ask reference() {
    return new Ask(BallotWork.questions(), BallotWork.vote(1), "bench");
  }

  private static Ask slate() {
    return slate(SEATS, Optional.empty());
  }

  /// One approval is left for somebody of whom nobody can tell who it is.
  private static Ask writeIn() {
    List<String> people = new ArrayList<>();
    for (int i = 1; i <= PEOPLE; i++) {
      people.add("代表" + i);
    }
    return slate(SEATS - 1, Optional.of(new WriteIn(2, people)));
  }

  private static Ask slate(int approved, Optional<WriteIn> writeIn) {
    List<String> names = new ArrayList<>();
    List<Integer> approvals = new ArrayList<>();
    List<Integer> oppositions = new ArrayList<>();
    for (int i = 1; i <= CANDIDATES; i++) {
      names.add("候选人" + i);
      approvals.add(i <= approved ? 1 : 0);
      oppositions.add(i <= approved ? 0 : 1);
    }
    List<List<Integer>> rows = new ArrayList<>(List.of(approvals, oppositions));
    if (writeIn.isPresent()) {
      names.add(WriteIn.PLACE);
      approvals.add(1);
      oppositions.add(0);
      rows.add(writeIn.get().row(Optional.of(writeIn.get().people().getLast())));
    }
    List<Question> questions =
        new ArrayList<>(
            List.of(UnionSlate.approvals("赞成", names, SEATS), UnionSlate.oppositions("反对", names)));
    writeIn.ifPresent(added -> questions.add(added.question(WriteIn.PLACE)));
    return new Ask(questions, new Vote(rows), new UnionSlate(0, 1, writeIn).declaration());
  }
}
