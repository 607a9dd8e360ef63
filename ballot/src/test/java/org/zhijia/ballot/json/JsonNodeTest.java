package org.zhijia.ballot.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonNodeTest {
  private static final JsonLimits TIGHT = new JsonLimits(40, 3, 5, 6);

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '´',
      value = {
        "´´                        → $                   → empty",
        "´   ´                     → $                   → empty",
        "{\"a\":1                  → $ at byte           → not JSON",
        "{\"a\":1}x                → $ at byte           → not JSON",
        "{\"a\":1} {}              → $                   → something follows",
        "{\"a\":1,\"a\":2}         → $ at byte           → not JSON: Duplicate",
        "{\"a\":null}              → $ at byte           → neither null nor fractions",
        "{\"a\":1.0}               → $ at byte           → neither null nor fractions",
        "{\"a\":1e3}               → $ at byte           → neither null nor fractions",
        "{\"a\":01}                → $ at byte           → not JSON",
        "{\"a\":+1}                → $ at byte           → not JSON",
        "{\"a\":9223372036854775808} → $ at byte         → a number too large",
        "{a:1}                     → $ at byte           → not JSON",
        "{'a':1}                   → $ at byte           → not JSON",
        "[1,]                      → $ at byte           → not JSON",
        "/**/[1]                   → $ at byte           → not JSON",
        "NaN                       → $ at byte           → not JSON"
      })
  void whatIsNotStrictJsonIsRefusedWithItsPlace(String text, String where, String reason) {
    Malformed malformed = refused(text.getBytes(UTF_8), JsonLimits.HANDED_IN);
    assertThat(malformed.where()).startsWith(where);
    assertThat(malformed.reason()).startsWith(reason);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] latin1 = "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(refused(latin1, JsonLimits.HANDED_IN).reason()).startsWith("not JSON");
    for (String broken :
        List.of("C080", "EDA080", "EDA0BDEDB880", "F4908080", "E4B8", "F5808080")) {
      byte[] inside = HexFormat.of().parseHex("7B2261223A22" + broken + "227D");
      assertThat(refused(inside, JsonLimits.HANDED_IN).reason()).startsWith("not JSON: not UTF-8");
    }
    byte[] marked = "\uFEFF{}".getBytes(UTF_8);
    assertThat(refused(marked, JsonLimits.HANDED_IN).reason()).contains("byte-order mark");
    byte[] wide = "{}".getBytes(StandardCharsets.UTF_16LE);
    assertThat(refused(wide, JsonLimits.HANDED_IN).where()).startsWith("$");
  }

  @Test
  void halfALetterIsRefusedSinceItsHashIsThatOfAQuestionMark() throws Malformed {
    for (String half : List.of("\\ud83d", "\\ude00", "\\ude00\\ud83d", "\\ud83dx\\ude00")) {
      byte[] value = document("[\"a" + half + "\"]");
      assertThat(refused(value, JsonLimits.HANDED_IN).reason()).startsWith("half a letter");
      byte[] name = document("{\"a" + half + "\":1}");
      assertThat(refused(name, JsonLimits.HANDED_IN).reason()).contains("urrogate");
    }
    byte[] both = document("[\"\\ud83d\\ude00\",\"😀\"]");
    assertThat(JsonNode.parse(both).items().getFirst().text()).isEqualTo("😀");
    assertThat(JsonNode.parse(both).items().getLast().text()).isEqualTo("😀");
  }

  @Test
  void everyLimitHoldsOnBothOfItsSides() throws Malformed {
    assertThat(JsonNode.parse(document("[\"12345\"]"), TIGHT).items()).hasSize(1);
    assertThat(refused(document("[\"123456\"]"), TIGHT).reason()).contains("longer than 5");
    assertThat(JsonNode.parse(document("[[[1]]]"), TIGHT).items()).hasSize(1);
    assertThat(refused(document("[[[[1]]]]"), TIGHT).reason()).isEqualTo("nested too deep");
    assertThat(refused(document("{\"a\":[{\"b\":[]}]}"), TIGHT).reason())
        .isEqualTo("nested too deep");
    assertThat(JsonNode.parse(document("1" + " ".repeat(39)), TIGHT).integer(0, 1)).isOne();
    assertThat(refused(document("1" + " ".repeat(40)), TIGHT).reason()).contains("limit of 40");
    assertThat(JsonNode.parse(document("{\"a\":[1,2,{},[]]}"), TIGHT).isObject()).isTrue();
    assertThat(refused(document("{\"a\":[1,2,{},[],3]}"), TIGHT).reason())
        .isEqualTo("more values than the limit of 6");
    byte[] abyss = document("[".repeat(100_000));
    assertThat(refused(abyss, JsonLimits.HANDED_IN).reason()).isEqualTo("nested too deep");
  }

  @Test
  void aPlaceIsNamedByTheWayToIt() throws Malformed {
    JsonNode node = JsonNode.parse(document("{\"q\":[{\"min\":0},{\"min\":7,\"x\":true}]}"));
    JsonNode second = node.field("q").items(2).get(1);
    assertThat(second.field("min").path()).isEqualTo("$.q[1].min");
    assertRefused("$.q[1].min", "a number from 0 to 6", () -> second.field("min").integer(0, 6));
    assertRefused("$.q[1].min", "a string is expected", () -> second.field("min").text());
    assertRefused("$.q[1].min", "true or false", () -> second.field("min").flag());
    assertRefused("$.q[1].min", "an object is expected", () -> second.field("min").field("y"));
    assertRefused("$.q[1].x", "a whole number", () -> second.field("x").integer(0, 6));
    assertRefused("$.q[1].x", "a list is expected", () -> second.field("x").items());
    assertRefused("$.q[1]", "\"y\" is missing", () -> second.field("y"));
    assertRefused("$.q[1]", "\"x\" is not expected", () -> second.only("min"));
    assertRefused("$.q", "a list of 3 is expected here, not of 2", () -> node.field("q").items(3));
    assertThat(second.only("min", "x").optional("y")).isEmpty();
    assertThat(second.optional("x").orElseThrow().flag()).isTrue();
  }

  private static void assertRefused(String where, String reason, Reading reading) {
    assertThatThrownBy(reading::read)
        .isInstanceOfSatisfying(
            Malformed.class,
            malformed -> {
              assertThat(malformed.where()).isEqualTo(where);
              assertThat(malformed.reason()).contains(reason);
            });
  }

  private interface Reading {
    Object read() throws Malformed;
  }

  private static Malformed refused(byte[] document, JsonLimits limits) {
    return catchThrowableOfType(Malformed.class, () -> JsonNode.parse(document, limits));
  }

  private static byte[] document(String text) {
    return text.getBytes(UTF_8);
  }
}
