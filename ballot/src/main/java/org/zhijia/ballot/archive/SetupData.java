package org.zhijia.ballot.archive;

import java.util.Optional;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.Malformed;

/// The hashes, in hexadecimal, of the documents that set an election up.
///
/// Source: Belenios specification 3.1, section 4.10.
public record SetupData(
    String election, String trustees, String credentials, Optional<String> certificate) {

  public static SetupData read(byte[] document) throws Malformed {
    JsonNode node =
        JsonNode.parse(document)
            .only("election", "trustees", "credentials", "credentials_certificate");
    Optional<JsonNode> certificate = node.optional("credentials_certificate");
    return new SetupData(
        node.field("election").text(),
        node.field("trustees").text(),
        node.field("credentials").text(),
        certificate.isPresent() ? Optional.of(certificate.get().text()) : Optional.empty());
  }
}
