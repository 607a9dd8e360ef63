package org.zhijia.ballot.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijia.ballot.archive.ArchiveReader;
import org.zhijia.ballot.belenios.v1.EncryptedTally;
import org.zhijia.ballot.belenios.v1.Event;
import org.zhijia.ballot.belenios.v1.Question;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonLimits;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;

/// How far a verifier has come with an archive that is still growing, so that the next run checks
/// only what came since.
///
/// It is the verifier's own note and worth what the verifier's disk is worth: take no checkpoint
/// from others. The hashes in it make sure that the part already verified has not changed.
///
/// @param end where reading goes on
/// @param prefixHash SHA-256, in hexadecimal, of the archive up to there
/// @param companionEnd where reading of the companion file goes on; 0 without one
/// @param companionHash SHA-256 of the companion file up to there; empty without one
public record Checkpoint(
    ArchiveReader.End end, String prefixHash, long companionEnd, String companionHash, Box box)
    implements JsonText.Writable {

  /// A ballot's credential, as index on the list, and its record's position in the archive.
  public record Cast(int credential, long position) implements JsonText.Writable {
    @Override
    public void writeTo(JsonText json) {
      json.openList().number(credential).number(position).closeList();
    }
  }

  /// The ballots so far.
  ///
  /// @param last each credential's last ballot
  /// @param earlier replaced ballots, oldest first
  public record Box(long ballots, EncryptedTally tally, List<Cast> last, List<Cast> earlier) {
    public Box {
      last = List.copyOf(last);
      earlier = List.copyOf(earlier);
    }
  }

  private static final JsonLimits LIMITS = new JsonLimits(1 << 30, 16, 1 << 20, 1 << 28);

  /// @param credentials length of the list of credentials
  public static Checkpoint read(
      Group group, List<Question> questions, int credentials, byte[] document) throws Malformed {
    JsonNode node = JsonNode.parse(document, LIMITS);
    node.field("version").integer(1, 1);
    JsonNode at = node.field("end");
    JsonNode type = at.field("type");
    ArchiveReader.End end =
        new ArchiveReader.End(
            at.field("position").integer(0, Long.MAX_VALUE),
            at.field("timestamp").integer(0, Long.MAX_VALUE),
            Optional.of(at.field("event").text()),
            at.field("height").integer(0, Long.MAX_VALUE),
            Optional.of(type(type)));
    JsonNode box = node.field("box");
    EncryptedTally tally =
        EncryptedTally.read(group, questions, box.field("tally").text().getBytes(UTF_8));
    return new Checkpoint(
        end,
        node.field("prefix").text(),
        node.field("companion_end").integer(0, Long.MAX_VALUE),
        node.field("companion").text(),
        new Box(
            box.field("ballots").integer(0, Long.MAX_VALUE),
            tally,
            casts(box.field("last"), credentials, end),
            casts(box.field("earlier"), credentials, end)));
  }

  @Override
  public void writeTo(JsonText json) {
    json.open().field("version").number(1).field("end").open();
    json.field("position").number(end.position()).field("timestamp").number(end.timestamp());
    json.field("event").text(end.lastEvent().orElse(""));
    json.field("height").number(end.nextHeight()).field("type");
    json.text(end.lastType().map(Event.Type::text).orElse("")).close();
    json.field("prefix").text(prefixHash).field("companion_end").number(companionEnd);
    json.field("companion").text(companionHash).field("box").open();
    json.field("ballots").number(box.ballots()).field("tally");
    json.text(new JsonText().value(box.tally()).toString());
    json.field("last").list(box.last()).field("earlier").list(box.earlier()).close().close();
  }

  private static Event.Type type(JsonNode node) throws Malformed {
    for (Event.Type type : List.of(Event.Type.SETUP, Event.Type.BALLOT)) {
      if (type.text().equals(node.text())) {
        return type;
      }
    }
    throw node.malformed("a checkpoint is made while ballots come in");
  }

  private static List<Cast> casts(JsonNode node, int credentials, ArchiveReader.End end)
      throws Malformed {
    List<Cast> casts = new ArrayList<>();
    for (JsonNode item : node.items()) {
      List<JsonNode> pair = item.items(2);
      casts.add(
          new Cast(
              (int) pair.get(0).integer(0, credentials - 1L),
              pair.get(1).integer(0, end.position())));
    }
    return casts;
  }
}
