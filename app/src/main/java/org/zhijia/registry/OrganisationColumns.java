package org.zhijia.registry;

import java.util.List;
import org.zhijia.tables.Column;

/// The columns of a list of organisations.
final class OrganisationColumns {
  static final String NUMBER = "NUMBER";
  static final String NAME = "NAME";
  static final String KIND = "KIND";
  static final String PARENT = "PARENT";
  static final String EMPLOYER = "EMPLOYER";
  static final String CREDIT_CODE = "CREDIT_CODE";
  static final String FOUNDED = "FOUNDED";
  static final String TERM_ENDS = "TERM_ENDS";

  static final List<Column> ALL =
      List.of(
          Column.required(NUMBER, "工会编号", "Number", "编号", "组织编号", "组织编码", "union number"),
          Column.required(NAME, "工会名称", "Name", "名称", "组织名称", "工会全称"),
          Column.required(KIND, "类别", "Kind", "工会类别", "组织类别", "组织类型", "工会类型", "类型"),
          Column.of(PARENT, "上级工会", "Higher union", "上级", "上级工会编号", "上级工会名称", "隶属"),
          Column.of(EMPLOYER, "所在单位", "Employer", "单位", "单位名称", "企业名称", "用人单位"),
          Column.of(CREDIT_CODE, "统一社会信用代码", "Credit code", "信用代码", "社会信用代码", "工会法人代码", "uscc"),
          Column.of(FOUNDED, "成立日期", "Founded on", "建会日期", "建会时间", "成立时间"),
          Column.of(TERM_ENDS, "任期届满日期", "Term ends on", "本届任期至", "届满日期", "任期至", "换届日期"));

  private OrganisationColumns() {}
}
