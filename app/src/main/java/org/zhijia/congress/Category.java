package org.zhijia.congress;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Which part of the unions a delegate stands for (代表类别); the composition is counted by it.
enum Category {
  UNION_WORKER("unionWorkers", "工会工作者", "工会干部", "专职工会工作者", "union worker"),
  FRONT_LINE("frontLine", "一线职工", "一线工人", "生产一线", "front line", "front-line worker"),
  MODEL("modelWorkers", "劳模先进", "劳动模范", "先进模范", "先进人物", "model worker"),
  INTELLECTUAL("intellectuals", "知识分子", "专业技术人员", "科技人员", "intellectual", "professional"),
  MANAGER("managers", "管理人员", "企业负责人", "中层以上管理人员", "manager"),
  OFFICIAL("officials", "机关干部", "党政领导干部", "领导干部", "official"),
  OTHER("", "其他", "other");

  private final String fact;
  private final List<String> words;

  Category(String fact, String... words) {
    this.fact = fact;
    this.words = List.of(words);
  }

  /// As the rule `delegates.composition` names it; empty where no rule counts it.
  String fact() {
    return fact;
  }

  /// As files name it; what is unknown is [#OTHER].
  static Category read(String written) {
    String plain = written.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(each -> each.words.contains(plain) || each.name().equalsIgnoreCase(plain))
        .findFirst()
        .orElse(OTHER);
  }
}
