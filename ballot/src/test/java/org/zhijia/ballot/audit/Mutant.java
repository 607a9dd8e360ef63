package org.zhijia.ballot.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.zhijia.ballot.archive.ArchiveFault;
import org.zhijia.ballot.archive.ArchiveSurgery;
import org.zhijia.ballot.belenios.v1.Ballot;
import org.zhijia.ballot.belenios.v1.Credential;
import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.proof.Proof;
import org.zhijia.ballot.proof.Schnorr;
import org.zhijia.ballot.proof.Sha256;

/// A copy of a good election on which a test works its mischief.
final class Mutant {
  final SmallElection original;
  final ArchiveSurgery parts;
  final List<String> companion;

  /// The last touch, on the bytes of the archive.
  UnaryOperator<byte[]> bytes = UnaryOperator.identity();

  /// Changes the text of each event before it is hashed.
  UnaryOperator<String> event = UnaryOperator.identity();

  boolean mendReferences = true;
  boolean withCompanion = true;

  Mutant(SmallElection original) {
    this.original = original;
    try {
      parts = ArchiveSurgery.takeApart(original.archive);
      companion =
          new ArrayList<>(
              original.slates.isEmpty() ? List.of() : Files.readAllLines(original.companion));
    } catch (IOException | ArchiveFault failure) {
      throw new AssertionError(failure);
    }
  }

  Path writeInto(Path directory) throws IOException {
    Path archive = directory.resolve(original.archive.getFileName());
    Files.write(archive, bytes.apply(parts.putTogether(event, mendReferences)));
    if (withCompanion && !companion.isEmpty()) {
      Files.writeString(
          directory.resolve(original.companion.getFileName()), String.join("\n", companion) + "\n");
    }
    return archive;
  }

  /// Changes one document of the only event of a type.
  Mutant document(Event.Type type, int index, UnaryOperator<String> change) {
    List<String> documents = parts.only(type).documents;
    documents.set(index, change.apply(documents.get(index)));
    return this;
  }

  String ballot(int number) {
    return parts.all(Event.Type.BALLOT).get(number).documents.getFirst();
  }

  /// Changes a ballot; its companion follows the new tracker, its signature is left as it is.
  Mutant ballot(int number, UnaryOperator<String> change) {
    String before = ballot(number);
    String after = change.apply(before);
    parts.all(Event.Type.BALLOT).get(number).documents.set(0, after);
    companion.replaceAll(line -> line.replace(tracker(before), tracker(after)));
    return this;
  }

  /// Changes a ballot and has its voter sign it anew.
  Mutant resigned(int number, int voter, UnaryOperator<String> change) {
    return ballot(number, text -> sign(change.apply(text), original.credentials.get(voter)));
  }

  private String sign(String ballot, Credential credential) {
    String unsigned = ballot.substring(0, ballot.lastIndexOf(",\"signature\":")) + "}";
    String hash = Sha256.base64(unsigned.getBytes(StandardCharsets.UTF_8));
    Scalar secret = credential.exponent(original.group, original.election.uuid());
    Proof proof = Schnorr.prove(original.group, "sig|" + hash + "|", secret, SmallElection.RANDOM);
    return unsigned.substring(0, unsigned.length() - 1)
        + ",\"signature\":{\"hash\":\""
        + hash
        + "\",\"proof\":"
        + new JsonText().value(proof)
        + "}}";
  }

  static String tracker(String ballot) {
    return Ballot.tracker(ballot.getBytes(StandardCharsets.UTF_8));
  }

  /// Changes the n-th match of a pattern, from 0; the pattern's first group if it has one.
  static UnaryOperator<String> nth(String pattern, int n, UnaryOperator<String> change) {
    return text -> {
      List<MatchResult> matches = Pattern.compile(pattern).matcher(text).results().toList();
      MatchResult match = matches.get(n);
      int group = match.groupCount() == 0 ? 0 : 1;
      return text.substring(0, match.start(group))
          + change.apply(match.group(group))
          + text.substring(match.end(group));
    };
  }

  static UnaryOperator<String> challenge(int n) {
    return nth("\"challenge\":\"(\\d+)\"", n, Mutant::other);
  }

  static UnaryOperator<String> response(int n) {
    return nth("\"response\":\"(\\d+)\"", n, Mutant::other);
  }

  static UnaryOperator<String> alpha(int n, String text) {
    return nth("\"alpha\":\"(\\w+)\"", n, old -> text);
  }

  static UnaryOperator<String> replace(String what, String with) {
    return text -> {
      if (!text.contains(what)) {
        throw new AssertionError("nothing to replace: " + what);
      }
      return text.replace(what, with);
    };
  }

  /// Another scalar that is as well-formed as this one.
  static String other(String decimal) {
    return decimal.equals("7") ? "8" : "7";
  }
}
