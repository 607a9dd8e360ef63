package org.zhijia.ballot.group;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class SignatureVectorsTest {

  private static final HexFormat HEX = HexFormat.of();

  private record Case(int id, String key, String message, String signature, String result) {}

  @Test
  void theVectorsOfRfc8032AreSignedAndVerified() throws IOException {
    List<String> lines =
        new String(resource("rfc8032.txt").readAllBytes(), StandardCharsets.US_ASCII)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertThat(lines).hasSize(5);
    for (String line : lines) {
      String[] fields = line.split(":", -1);
      byte[] secretKey = HEX.parseHex(fields[0]);
      byte[] publicKey = HEX.parseHex(fields[1]);
      byte[] message = HEX.parseHex(fields[2]);
      byte[] signature = HEX.parseHex(fields[3]);
      assertThat(Signatures.publicKey(secretKey)).isEqualTo(publicKey);
      assertThat(Signatures.sign(secretKey, message)).isEqualTo(signature);
      assertThat(Signatures.verify(publicKey, message, signature)).isTrue();
      for (int i = 0; i < signature.length; i++) {
        byte[] other = signature.clone();
        other[i] ^= 4;
        assertThat(Signatures.verify(publicKey, message, other)).as("byte %d", i).isFalse();
      }
    }
  }

  /// All keys of this file lie in the prime-order subgroup and no verdict is `acceptable`, so that
  /// our stricter door changes none.
  @Test
  void theVerdictsOfWycheproofAreOurs() throws IOException {
    List<Case> cases = wycheproof();
    assertThat(cases).hasSize(145);
    for (Case one : cases) {
      assertThat(one.result()).isIn("valid", "invalid");
      assertThat(
              Signatures.verify(
                  HEX.parseHex(one.key()),
                  HEX.parseHex(one.message()),
                  HEX.parseHex(one.signature())))
          .as("tcId %d", one.id())
          .isEqualTo(one.result().equals("valid"));
    }
  }

  private static List<Case> wycheproof() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in = resource("wycheproof-eddsa.json");
        JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
      String key = "";
      String message = "";
      String signature = "";
      int id = 0;
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
          continue;
        }
        switch (String.valueOf(parser.currentName())) {
          case "pk" -> key = parser.getString();
          case "tcId" -> id = parser.getIntValue();
          case "msg" -> message = parser.getString();
          case "sig" -> signature = parser.getString();
          case "result" -> cases.add(new Case(id, key, message, signature, parser.getString()));
          default -> {}
        }
      }
    }
    return cases;
  }

  private static InputStream resource(String name) {
    return requireNonNull(SignatureVectorsTest.class.getResourceAsStream(name));
  }
}
