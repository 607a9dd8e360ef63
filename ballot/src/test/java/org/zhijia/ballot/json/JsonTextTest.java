package org.zhijia.ballot.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonTextTest {

  @Test
  void theFormIsCompactAndInOrder() {
    JsonText json = new JsonText();
    json.open().field("b").number(-1).field("a").texts(List.of("x", "y"));
    json.field("c").openList().open().close().flag(true).openList().closeList().closeList();
    assertThat(json.close().toString())
        .isEqualTo("{\"b\":-1,\"a\":[\"x\",\"y\"],\"c\":[{},true,[]]}");
  }

  @Test
  void onlyWhatMustBeIsEscaped() {
    assertThat(written("/ 职家 <&> é 😀")).isEqualTo("\"/ 职家 <&> é 😀\"");
    assertThat(written("\"\\\b\f\n\r\t")).isEqualTo("\"\\\"\\\\\\b\\f\\n\\r\\t\"");
    assertThat(written("\u0000\u001F\u007F\u0080")).isEqualTo("\"\\u0000\\u001f\\u007f\u0080\"");
  }

  @Test
  void whatIsWrittenIsReadBack() throws Malformed {
    Random random = new Random(20261124);
    String letters = "\"\\/\b\f\n\r\t\u0000\u001F\u007F\u0080\u2028职é a\uFFFD";
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(30); j > 0; j--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      byte[] document = JsonText.bytesOf(json -> json.text(text.toString()));
      assertThat(JsonNode.parse(document).text()).isEqualTo(text.toString());
    }
  }

  private static String written(String text) {
    return new JsonText().text(text).toString();
  }
}
