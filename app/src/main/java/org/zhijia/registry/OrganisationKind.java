package org.zhijia.registry;

/// The kinds of union organisation, from the nation to the workshop.
public enum OrganisationKind {
  /// 全国总工会
  NATIONAL,
  /// 省总工会
  PROVINCE,
  /// 市总工会
  CITY,
  /// 县（区）总工会
  DISTRICT,
  /// 产业工会
  INDUSTRY,
  /// 乡镇、街道工会（总工会）
  STREET,
  /// 开发区、园区工会
  ZONE,
  /// 村、社区工会
  COMMUNITY,
  /// 区域性、行业性工会联合会
  ASSOCIATION,
  /// 联合基层工会
  JOINT,
  /// 基层工会
  GRASSROOTS,
  /// 工会分会
  BRANCH,
  /// 工会小组
  GROUP,
  /// 派出代表机关
  AGENCY,
  /// 筹备组
  PREPARING
}
