package org.zhijia.registry;

import java.util.List;
import org.zhijia.tables.Column;

/// The columns of a roster of members, with the headers under which enterprises send them.
final class RosterColumns {
  static final String NAME = "NAME";
  static final String ID_NUMBER = "ID_NUMBER";
  static final String SEX = "SEX";
  static final String BIRTH = "BIRTH";
  static final String PHONE = "PHONE";
  static final String ETHNICITY = "ETHNICITY";
  static final String POLITICAL_STATUS = "POLITICAL_STATUS";
  static final String BANK_ACCOUNT = "BANK_ACCOUNT";
  static final String UNION = "UNION";
  static final String NUMBER = "NUMBER";
  static final String JOINED = "JOINED";
  static final String STATE = "STATE";

  static final List<Column> ALL =
      List.of(
          Column.required(NAME, "姓名", "Name", "名字", "会员姓名", "职工姓名", "员工姓名", "full name"),
          Column.of(
              ID_NUMBER,
              "身份证号码",
              "Identity number",
              "身份证",
              "身份证号",
              "公民身份号码",
              "公民身份证号码",
              "证件号码",
              "证件号",
              "id number",
              "id"),
          Column.of(SEX, "性别", "Sex", "gender"),
          Column.of(BIRTH, "出生日期", "Birth date", "出生年月", "出生年月日", "生日", "birthday"),
          Column.of(PHONE, "手机号码", "Phone", "手机", "手机号", "联系电话", "电话", "联系方式", "mobile"),
          Column.of(ETHNICITY, "民族", "Ethnicity"),
          Column.of(POLITICAL_STATUS, "政治面貌", "Political status"),
          Column.of(BANK_ACCOUNT, "银行账号", "Bank account", "银行卡号", "银行卡", "工资卡号"),
          Column.of(
              UNION,
              "所在工会",
              "Union",
              "工会",
              "工会名称",
              "工会组织",
              "所属工会",
              "基层工会",
              "所在单位",
              "单位",
              "单位名称",
              "工作单位",
              "union number"),
          Column.of(NUMBER, "会员编号", "Member number", "会员证号", "会员卡号", "编号"),
          Column.of(JOINED, "入会日期", "Joined on", "入会时间", "加入工会时间", "加入工会日期"),
          Column.of(STATE, "会籍状态", "State", "会员状态", "会籍"));

  /// Those of a form that admits somebody to one union: the union is known, the number is given.
  static final List<Column> OF_ONE_UNION =
      ALL.stream()
          .filter(column -> !column.key().equals(UNION) && !column.key().equals(NUMBER))
          .toList();

  private RosterColumns() {}
}
