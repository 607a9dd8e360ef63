package org.zhijia.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zhijia.ballot.group.Randomness;
import org.zhijia.ballot.group.Scalar;
import org.zhijia.ballot.json.JsonNode;
import org.zhijia.ballot.json.Malformed;
import org.zhijia.ballot.proof.Proof;
import org.zhijia.ballot.proof.Schnorr;
import org.zhijia.ballot.proof.Sha256;
import org.zhijia.bench.fuzz.TarRecords.Part;

/// Signs changed ballots as a voter could who changed her own: then not the signature finds the
/// change, before anything else of the ballot is looked at.
final class BallotSigner {
  private static final String BALLOT = "{\"election_uuid\":";

  private final SampleElection sample;

  BallotSigner(SampleElection sample) {
    this.sample = sample;
  }

  /// The ballot with the hash and the signature that fit what stands in it now, as far as it has
  /// a credential of this election.
  byte[] signedAnew(byte[] ballot, Randomness randomness) {
    return signed(ballot, true, randomness);
  }

  /// The same where the signed hash does not fit; a ballot of which only the proof of its
  /// signature is wrong stays wrong.
  byte[] mended(byte[] ballot, Randomness randomness) {
    return signed(ballot, false, randomness);
  }

  /// An archive with its ballots mended, sealed anew if there was anything to mend.
  byte[] mendedArchive(byte[] archive, Randomness randomness) {
    TarRecords records = TarRecords.of(archive);
    List<Part> parts = records.parts();
    boolean changed = false;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.content().startsWith(BALLOT)) {
        String mended = Interesting.latin(mended(records.content(i), randomness));
        changed |= !mended.equals(part.content());
        parts.set(i, new Part(part.name(), mended));
      }
    }
    if (!changed) {
      return archive;
    }
    records.reseal(true);
    return records.bytes();
  }

  private byte[] signed(byte[] ballot, boolean always, Randomness randomness) {
    try {
      Json tree = Json.of(JsonNode.parse(ballot).plain());
      int at = tree.names.indexOf("signature");
      int credential = tree.names.indexOf("credential");
      if (at < 0 || credential < 0) {
        return ballot;
      }
      var secret = sample.secretOf(tree.items.get(credential).letters);
      Json old = tree.items.get(at);
      tree.remove(at);
      String hash = Sha256.base64(bytes(tree));
      if (secret.isEmpty() || (!always && isOver(old, hash))) {
        return ballot;
      }
      tree.add(at, "signature", signature(hash, secret.get(), randomness));
      return bytes(tree);
    } catch (Malformed notJson) {
      return ballot;
    }
  }

  private static boolean isOver(Json signature, String hash) {
    int at = signature.names.indexOf("hash");
    return at >= 0 && signature.items.get(at).letters.equals(hash);
  }

  private Json signature(String hash, Scalar secret, Randomness randomness) throws Malformed {
    Proof proof = Schnorr.prove(sample.group, "sig|" + hash + "|", secret, randomness);
    String written =
        String.format(
            "{\"hash\":\"%s\",\"proof\":{\"challenge\":\"%s\",\"response\":\"%s\"}}",
            hash, proof.challenge().decimal(), proof.response().decimal());
    return Json.of(JsonNode.parse(written.getBytes(StandardCharsets.UTF_8)).plain());
  }

  private static byte[] bytes(Json tree) {
    return tree.written().getBytes(StandardCharsets.UTF_8);
  }
}
