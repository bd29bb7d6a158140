import type { Restriction } from "@dutyloop/domain/organization/things.ts";
import type { UnitKind } from "@dutyloop/domain/organization/unit-things.ts";
import type { Language } from "./score-names.ts";

/** What kinds of administrative unit are called on pages and in workbooks. */
export const unitKindWords: Record<Language, Record<UnitKind, string>> = {
  zh: { COMPANY: "公司", CITY: "地市单位", COUNTY: "县级单位", DEPARTMENT: "部门", PROJECT: "项目部", TEAM: "班组" },
  en: {
    COMPANY: "company",
    CITY: "city unit",
    COUNTY: "county unit",
    DEPARTMENT: "department",
    PROJECT: "project",
    TEAM: "team",
  },
};

export const restrictionWords: Record<Language, Record<Restriction, string>> = {
  zh: { OVERSEAS: "境外", SECRET: "涉密" },
  en: { OVERSEAS: "overseas", SECRET: "secret" },
};
