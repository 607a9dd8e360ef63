package org.zhijia.rehearsal;

import java.util.List;

/// One row of a roster of delegates, as it is written.
record Person(
    String name,
    String gender,
    String ethnicity,
    String birth,
    String party,
    String unit,
    String post,
    String category,
    String phone) {
  static final List<String> HEADER =
      List.of("姓名", "性别", "民族", "出生年月", "政治面貌", "单位", "职务", "代表类别", "手机");

  List<String> cells() {
    return List.of(name, gender, ethnicity, birth, party, unit, post, category, phone);
  }

  Person as(String otherCategory) {
    return new Person(name, gender, ethnicity, birth, party, unit, post, otherCategory, phone);
  }
}
