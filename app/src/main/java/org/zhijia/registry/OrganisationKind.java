package org.zhijia.registry;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhijia.statute.Text;

/// The kinds of union organisation, from the nation to the workshop.
public enum OrganisationKind {
  NATIONAL("全国总工会", "National federation"),
  PROVINCE("省总工会", "Provincial federation"),
  CITY("市总工会", "City federation"),
  DISTRICT("县（区）总工会", "District federation", "区总工会", "县总工会", "总工会"),
  INDUSTRY("产业工会", "Industrial union"),
  STREET("乡镇、街道工会", "Street or township union", "乡镇工会", "街道总工会", "乡镇总工会"),
  ZONE("开发区、园区工会", "Zone union", "开发区工会", "园区总工会"),
  COMMUNITY("村、社区工会", "Community union", "村工会"),
  ASSOCIATION("区域性、行业性工会联合会", "Regional or trade association", "工会联合会", "区域性工会联合会"),
  JOINT("联合基层工会", "Joint grassroots union"),
  GRASSROOTS("基层工会", "Grassroots union"),
  BRANCH("工会分会", "Branch"),
  GROUP("工会小组", "Group"),
  AGENCY("派出代表机关", "Agency"),
  PREPARING("筹备组", "Preparatory group");

  private final Text label;
  private final List<String> otherNames;

  OrganisationKind(String zh, String en, String... otherNames) {
    this.label = new Text(zh, en);
    this.otherNames = List.of(otherNames);
  }

  public Text label() {
    return label;
  }

  /// As files name it: by its label in either language, by a part of the Chinese one between "、",
  /// by another usual name, or by its name in the code.
  static Optional<OrganisationKind> read(String written) {
    return Arrays.stream(values()).filter(kind -> kind.isCalled(written)).findFirst();
  }

  private boolean isCalled(String written) {
    String zh = Normalizer.normalize(label.zh(), Normalizer.Form.NFKC);
    return zh.equals(Normalizer.normalize(written, Normalizer.Form.NFKC))
        || label.en().equalsIgnoreCase(written)
        || name().equalsIgnoreCase(written)
        || Arrays.asList(label.zh().split("、", -1)).contains(written)
        || otherNames.contains(written);
  }
}
