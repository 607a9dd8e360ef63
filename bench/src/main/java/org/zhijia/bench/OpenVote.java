package org.zhijia.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/// A congress in a rehearsal space up to its open election, with everybody's ballots encrypted;
/// the program that prepared it waits to count them.
final class OpenVote implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final Path folder;
  private final Properties hall = new Properties();

  private OpenVote(Process process, Path folder) {
    this.process = process;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.folder = folder;
  }

  /// @param space one-time address of the rehearsal space
  /// @param folder for the ballots
  static OpenVote prepare(URI space, Path folder, int due) throws IOException {
    List<String> command =
        ServerProcess.program("open-vote", "--lang=en", "--due", String.valueOf(due));
    command.addAll(List.of("--url", space.toString(), "--out", folder.toString()));
    OpenVote vote =
        new OpenVote(
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start(),
            folder);
    String line = vote.out.readLine();
    while (line != null && !line.equals("ready")) {
      System.out.println("  " + line);
      line = vote.out.readLine();
    }
    if (line == null) {
      throw new IOException("the congress did not get as far as its election");
    }
    try (Reader reader = Files.newBufferedReader(folder.resolve("hall.properties"))) {
      vote.hall.load(reader);
    }
    return vote;
  }

  private String of(String key) {
    return hall.getProperty(key, "");
  }

  /// The path of the congress's desk.
  String congress() {
    return of("congress");
  }

  String assembly() {
    return of("assembly");
  }

  String due() {
    return of("due");
  }

  /// UUIDs of the votes that are open, in the order in which pages list them.
  List<String> votes() {
    return List.of(of("votes").split(","));
  }

  /// Codes on the cards of the delegates who came.
  List<String> cards() {
    return List.of(of("cards").split(","));
  }

  /// The cookie of the usher's browser, which feeds the big screen.
  String usher() {
    return of("usher");
  }

  /// For each delegate the bodies of what the device posts, in the order of the votes.
  List<List<byte[]>> ballots() throws IOException {
    List<Path> voters;
    try (Stream<Path> folders = Files.list(folder.resolve("ballots"))) {
      voters = folders.sorted().toList();
    }
    List<List<byte[]>> all = new ArrayList<>();
    for (Path voter : voters) {
      List<byte[]> own = new ArrayList<>();
      for (String vote : votes()) {
        own.add(Files.readAllBytes(voter.resolve(vote + ".json")));
      }
      all.add(own);
    }
    return all;
  }

  /// Closes the boxes, lets the scrutineers open them and compares.
  ///
  /// @return whether every ballot is on the board and counted, and nothing else
  boolean count() throws IOException, InterruptedException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    out.lines().forEach(line -> System.out.println("  " + line));
    return process.waitFor() == 0;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
