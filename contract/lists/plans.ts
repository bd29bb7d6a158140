import type { ListOf } from "./list.ts";

/** 年度计划. */
export const plansList: ListOf<"listPlans"> = {
  name: { zh: "年度计划", en: "Plans" },
  organizationOf: ({ organizationId }) => organizationId,
  columns: [
    { key: "plan", name: { zh: "计划", en: "Plan" }, width: 34, value: ({ name }) => name },
    {
      key: "issuer",
      name: { zh: "下达组织", en: "Issued by" },
      width: 28,
      value: ({ organizationName }) => organizationName,
    },
    { key: "lines", name: { zh: "要求", en: "Lines" }, kind: "number", value: ({ lines }) => lines },
    {
      key: "done",
      name: { zh: "已完成", en: "Done" },
      kind: "number",
      value: ({ discharged, obligations }) => `${discharged} / ${obligations}`,
    },
    { key: "waived", name: { zh: "免除", en: "Waived" }, kind: "number", value: ({ waived }) => waived },
    { key: "year", name: { zh: "年度", en: "Year" }, kind: "number", extra: true, value: ({ year }) => year },
    {
      key: "version",
      name: { zh: "版本", en: "Version" },
      kind: "number",
      extra: true,
      value: ({ version }) => version,
    },
    {
      key: "duties",
      name: { zh: "责任事项", en: "Duties" },
      kind: "number",
      extra: true,
      value: ({ obligations }) => obligations,
    },
  ],
};
