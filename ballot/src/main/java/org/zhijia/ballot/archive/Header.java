package org.zhijia.ballot.archive;

import java.util.Arrays;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;

/// The first record of an archive, `BELENIOS`: format version 1 and when the election was set up.
///
/// @param timestamp seconds since 1970; every record bears this time, so that none tells when it
///     came
public record Header(long timestamp) implements JsonText.Writable {

  static final String NAME = "BELENIOS";

  static Header read(byte[] document) throws Malformed {
    JsonNode node = JsonNode.parse(document).only("version", "timestamp");
    node.field("version").integer(1, 1);
    JsonNode timestamp = node.field("timestamp");
    if (!timestamp.text().matches("0|[1-9][0-9]{0,9}")) {
      throw timestamp.malformed("not a number of seconds");
    }
    Header header = new Header(Long.parseLong(timestamp.text()));
    if (!Arrays.equals(document, JsonText.bytesOf(header))) {
      throw node.malformed("not in canonical form (order of fields, spaces or escapes)");
    }
    return header;
  }

  @Override
  public void writeTo(JsonText json) {
    json.open().field("version").number(1).field("timestamp").text(Long.toString(timestamp));
    json.close();
  }
}
