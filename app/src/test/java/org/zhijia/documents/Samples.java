package org.zhijia.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/// Wordings that the tests set; the names are invented.
final class Samples {
  static final String NUMBER = "青工发〔2026〕5号";

  private Samples() {}

  static Template template(String name) {
    try (var in =
        Objects.requireNonNull(
            Samples.class.getResourceAsStream("/documents/templates/" + name + ".txt"))) {
      return new Template(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Wording notice() {
    return template("congress-notice")
        .fill(
            Map.of(
                "发文机关", "青川区总工会",
                "代字", "青工发",
                "大会名称", "青川区工会第五次代表大会",
                "主送单位", "各镇（街道）总工会，各系统工会，各直属基层工会",
                "会期", "2026年4月22日至23日",
                "地点", "青川区工人文化宫",
                "报到时间", "4月21日14:00至18:00",
                "主要议程", "听取和审议第四届委员会工作报告；审议财务工作报告和经费审查工作报告；选举第五届委员会和经费审查委员会。",
                "联系方式", "区总工会组织部，电话0000—1234567"))
        .wording()
        .dated("2026年4月3日");
  }

  /// A wording whose body is this and nothing else.
  static Wording body(String body) {
    return new Wording(DocumentKind.NOTICE, "", "", "关于测试的通知", "", "", body, "", "", "", "", "");
  }
}
