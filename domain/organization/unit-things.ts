/** Kinds of administrative unit that a Party organisation can cover. */
export const unitKinds = [
  "COMPANY", // 公司
  "CITY", // 地市单位
  "COUNTY", // 县级单位
  "DEPARTMENT", // 部门
  "PROJECT", // 项目部
  "TEAM", // 班组
] as const;
export type UnitKind = (typeof unitKinds)[number];
