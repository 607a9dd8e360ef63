package org.zhijia.ballot.trustee;

import org.zhijia.ballot.belenios.v1.TrusteePublicKey;
import org.zhijia.ballot.group.Group;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.JsonText;
import org.zhijia.ballot.json.Malformed;

/// What a trustee gets out of the third round: its share of the key, encrypted to itself, and the
/// public key of that share, for all. (The specification calls it `voutput`.)
///
/// Source: Belenios specification 3.1, section 4.6.6.
///
/// @param privateKey encrypted: only the trustee's seed opens it
public record ThresholdShare(String privateKey, TrusteePublicKey publicKey)
    implements JsonText.Writable {

  public static ThresholdShare read(Group group, JsonNode node) throws Malformed {
    node.only("private_key", "public_key");
    return new ThresholdShare(
        node.field("private_key").text(), TrusteePublicKey.read(group, node.field("public_key")));
  }

  @Override
  public void writeTo(JsonText json) {
    json.open().field("private_key").text(privateKey).field("public_key").value(publicKey).close();
  }
}
