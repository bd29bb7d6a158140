import type { ListOf } from "./list.ts";

const standings = {
  standing: { zh: "计入", en: "counts" },
  takenBack: { zh: "申诉后已冲销", en: "taken back after a dispute" },
} as const;

/** 已评的分. */
export const judgementsList: ListOf<"listJudgements"> = {
  name: { zh: "已评的分", en: "Points given" },
  organizationOf: ({ organizationId }) => organizationId,
  columns: [
    {
      key: "organization",
      name: { zh: "组织", en: "Organisation" },
      width: 28,
      value: ({ organizationName }) => organizationName,
    },
    { key: "points", name: { zh: "评分", en: "Points" }, kind: "number", value: ({ points }) => Number(points) },
    { key: "judge", name: { zh: "评委", en: "Judge" }, value: ({ judgeName }) => judgeName },
    { key: "reason", name: { zh: "理由", en: "Reason" }, width: 40, value: ({ reason }) => reason },
    {
      key: "judged",
      name: { zh: "评分时间", en: "Judged at" },
      kind: "instant",
      width: 18,
      value: ({ judgedAt }) => judgedAt,
    },
    {
      key: "standing",
      name: { zh: "是否计入", en: "Standing" },
      value: ({ standing }, { language }) => standings[standing ? "standing" : "takenBack"][language],
    },
    {
      key: "on",
      name: { zh: "计入日期", en: "Counts on" },
      kind: "date",
      extra: true,
      value: ({ countsOn }) => countsOn,
    },
    {
      key: "indicator",
      name: { zh: "指标代码", en: "Indicator" },
      extra: true,
      value: ({ indicatorCode }) => indicatorCode,
    },
    {
      key: "version",
      name: { zh: "第几次", en: "Version" },
      kind: "number",
      extra: true,
      value: ({ version }) => version,
    },
  ],
};
