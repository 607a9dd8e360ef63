package org.zhijia.congress;

import org.zhijia.statute.Citation;
import org.zhijia.statute.Status;
import org.zhijia.statute.Text;

/// Where the steps of a congress stand, as far as no number of the rulebook goes with them.
final class Articles {
  private static final Text CONSTITUTION =
      new Text("中国工会章程", "Constitution of the Chinese Trade Unions");
  private static final Text GRASSROOTS =
      new Text("基层工会会员代表大会条例（2019年）", "Regulations on Grassroots Members' Congresses (2019)");
  private static final Text UNION_LAW = new Text("中华人民共和国工会法（2021年修正）", "Trade Union Law (2021)");
  private static final Text METHODS = new Text("各地选举办法范本", "Model election methods in use");

  /// The committee convenes; early or late only with the higher union's approval.
  static final Citation CONVENING = new Citation(CONSTITUTION, "第二十二条", Status.P);

  /// The congress examines the committee's report, the funds and the audit committee's report.
  static final Citation POWERS = new Citation(CONSTITUTION, "第二十二条", Status.P);

  /// Committees are elected by the congress and report to it.
  static final Citation ELECTED = new Citation(UNION_LAW, "第十条", Status.S);

  /// Recalled only by a meeting that discussed it, and by more than half of all delegates.
  static final Citation RECALL = new Citation(UNION_LAW, "第十八条", Status.S);

  /// Secret ballot; lists discussed repeatedly.
  static final Citation BALLOT = new Citation(CONSTITUTION, "第十条", Status.K);

  /// The audit committee is elected by the same congress.
  static final Citation AUDIT = new Citation(CONSTITUTION, "第十三条", Status.P);

  /// Results go to the higher union for approval.
  static final Citation APPROVAL = new Citation(CONSTITUTION, "第二十二条", Status.P);

  /// Two thirds of a unit's members present, more than half of all for a delegate.
  static final Citation UNIT_ELECTION = new Citation(GRASSROOTS, "", Status.K);

  static final Citation PRACTICE = new Citation(METHODS, "", Status.P);

  private static final Citation GRASSROOTS_SCRUTINEERS =
      new Citation(
          new Text("工会基层组织选举工作条例（2016年）", "Regulations on Elections in Grassroots Unions (2016)"),
          "",
          Status.K);

  static final Citation LEGAL_PERSON =
      new Citation(
          new Text(
              "基层工会法人登记管理办法（总工办发〔2020〕20号）",
              "Measures on Registering Grassroots Unions as Legal Persons (No. 20 of 2020)"),
          "",
          Status.P);

  private Articles() {}

  /// Scrutineers do not stand; the meeting passes them.
  ///
  /// @param body as the rulebook names it; what binds grassroots unions others follow in practice
  static Citation scrutineers(String body) {
    return body.equals("district") ? PRACTICE : GRASSROOTS_SCRUTINEERS;
  }
}
