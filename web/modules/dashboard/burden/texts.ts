import { defineTexts } from "../../../app/language/texts.ts";

export const burdenTexts = defineTexts({
  zh: {
    title: "负担表",
    about: "{organization} {year} 年，{branches} 个支部：填写了多少，系统代填了多少",
    months: "按月",
    month: "月份",
    organizations: "按组织",
    organizationsNote: "全年",
    organization: "组织",
    own: "{name}（本级）",
    costs: "看各模板的填写成本",
    empty: "还没有录入过纪实",
    emptyText: "支部录入纪实后，这里会显示手填和系统代填的字段数。",
    note: "联合活动只记在牵头组织；从台账导入的纪实没有人在表单里填写，不计字段。",
  },
  en: {
    title: "Burden",
    about: "{organization} {year}: what was typed, and what the system filled in. Branches: {branches}",
    months: "By month",
    month: "Month",
    organizations: "By organisation",
    organizationsNote: "whole year",
    organization: "Organisation",
    own: "{name} (itself)",
    costs: "What each template costs",
    empty: "No record has been entered yet",
    emptyText: "Once branches enter records, the fields they typed and those the system filled in appear here.",
    note: "A joint event counts at the organisation that led it; nobody typed what came from a ledger.",
  },
});
