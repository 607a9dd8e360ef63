package org.zhijia.congress;

import java.util.Arrays;
import java.util.List;
import org.zhijia.statute.Citation;
import org.zhijia.statute.Text;

/// Something that is done outside and is written down with its reference and day.
enum Step {
  DECISION(
      Stage.PREPARATION,
      true,
      new Text("本届委员会决定召开大会", "The outgoing committee decided to hold it"),
      Articles.CONVENING),
  PARTY_CONSENT(
      Stage.PREPARATION,
      true,
      new Text("同级党组织同意", "The Party committee of the same level consented"),
      Articles.PRACTICE),
  HIGHER_CONSENT(
      Stage.PREPARATION,
      true,
      new Text("上级工会批复同意召开", "The higher union approved the request"),
      Articles.CONVENING),
  PREPARATORY_GROUP(
      Stage.PREPARATION,
      false,
      new Text("成立筹备机构", "A preparatory group is at work"),
      Articles.PRACTICE),
  BUDGET(Stage.PREPARATION, false, new Text("大会经费预算", "A budget for it"), Articles.PRACTICE),
  DELEGATES_PUBLISHED(
      Stage.CREDENTIALS,
      false,
      new Text("代表名单公示", "The delegates were published"),
      Articles.PRACTICE),
  LEGAL_PERSON(
      Stage.ARCHIVE,
      false,
      new Text("工会法人变更登记（30 日内）", "The legal person was registered anew (30 days)"),
      Articles.LEGAL_PERSON);

  private final Stage stage;
  private final boolean needed;
  private final Text text;
  private final Citation citation;

  Step(Stage stage, boolean needed, Text text, Citation citation) {
    this.stage = stage;
    this.needed = needed;
    this.text = text;
    this.citation = citation;
  }

  static List<Step> of(Stage stage) {
    return Arrays.stream(values()).filter(step -> step.stage == stage).toList();
  }

  public boolean needed() {
    return needed;
  }

  public Text text() {
    return text;
  }

  public Citation citation() {
    return citation;
  }
}
