package org.zhijia.demo;

import java.util.ArrayList;
import java.util.List;
import org.zhijia.registry.OrganisationKind;

/// The unions of the invented district 锦川区: about sixty, with as many members as they shall get.
/// Whoever knows the district's streets has dreamt of them.
final class DistrictPlan {
  static final String FEDERATION = "锦川区总工会";

  private static final List<String> STREETS =
      List.of("望江", "青石", "桂花", "东湖", "翠屏", "新河", "古槐", "凤鸣");
  private static final List<String> WORKS =
      List.of(
          "恒通机械制造", "金穗面粉", "云帆电子", "宏远建筑", "安居物业", "绿源环卫", "百味食品", "飞梭纺织", "明德印务", "瑞康药业", "长河水务",
          "顺达公交", "华光照明", "万里轮胎", "青瓷陶艺", "同济医院", "锦川一中", "育才小学", "锦绣商场", "蓝天酒店", "丰年粮油", "力行重工",
          "星海软件", "和顺家政", "速达快递", "四季果蔬", "金桥装饰", "远景测绘", "雅韵乐器", "博闻书店", "仁爱养老", "永固水泥", "晨光乳业",
          "卓越模具", "通达仓储", "汇丰典当");

  private DistrictPlan() {}

  /// One union of the plan.
  ///
  /// @param number its own, and that of the one above it
  /// @param members of its own, in the lower unions as well
  record Union(
      String number,
      String above,
      OrganisationKind kind,
      String name,
      String employer,
      int members) {}

  /// Those right under the federation, which elect the delegates to its congress.
  static List<Union> electing() {
    return unions().stream().filter(union -> union.above().equals("0001")).toList();
  }

  /// Those above come first.
  static List<Union> unions() {
    List<Union> unions = new ArrayList<>();
    unions.add(new Union("0001", "", OrganisationKind.DISTRICT, FEDERATION, "", 28));
    for (int i = 0; i < STREETS.size(); i++) {
      String name = STREETS.get(i) + "街道总工会";
      unions.add(
          new Union("01%02d".formatted(i + 1), "0001", OrganisationKind.STREET, name, "", 12));
    }
    unions.add(new Union("0201", "0001", OrganisationKind.ZONE, "锦川经济开发区工会", "", 15));
    unions.add(new Union("0301", "0001", OrganisationKind.INDUSTRY, "锦川区教育工会", "", 10));
    unions.add(new Union("0302", "0001", OrganisationKind.INDUSTRY, "锦川区卫生工会", "", 10));
    for (int i = 0; i < 8; i++) {
      String above = "01%02d".formatted(i + 1);
      unions.add(
          new Union(
              above + "90",
              above,
              i % 2 == 0 ? OrganisationKind.JOINT : OrganisationKind.COMMUNITY,
              STREETS.get(i) + (i % 2 == 0 ? "街道新就业群体联合工会" : "社区工会"),
              "",
              24 + 5 * i));
    }
    for (int i = 0; i < WORKS.size(); i++) {
      unions.add(works(i));
    }
    return unions;
  }

  private static Union works(int i) {
    String above =
        switch (i) {
          case 15 -> "0302";
          case 16, 17 -> "0301";
          case 0, 2, 21, 22, 33 -> "0201";
          default -> "01%02d".formatted(i % 8 + 1);
        };
    String what = WORKS.get(i);
    String employer =
        switch (i) {
          case 15, 16, 17 -> what;
          default -> what + "有限公司";
        };
    int members = 18 + (i * 37 + 11) % 104;
    String number = above + "%02d".formatted(i + 1);
    return new Union(
        number, above, OrganisationKind.GRASSROOTS, employer + "工会", employer, members);
  }
}
