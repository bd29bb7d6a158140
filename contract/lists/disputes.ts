import type { ListOf } from "./list.ts";

const states = {
  open: { zh: "待答复", en: "open" },
  upheld: { zh: "成立", en: "upheld" },
  rejected: { zh: "不成立", en: "rejected" },
} as const;

/** 申诉. */
export const disputesList: ListOf<"listDisputes"> = {
  name: { zh: "申诉", en: "Disputes" },
  organizationOf: ({ organizationId }) => organizationId,
  columns: [
    {
      key: "organization",
      name: { zh: "组织", en: "Organisation" },
      width: 28,
      value: (item) => item.organizationName,
    },
    {
      key: "line",
      name: { zh: "考核项", en: "Line" },
      width: 24,
      value: ({ lineName }, { language }) => lineName[language],
    },
    {
      key: "period",
      name: { zh: "期间", en: "Period" },
      width: 26,
      value: ({ period, scheme }, { language }) => `${period} ${scheme.name[language]}`,
    },
    {
      key: "raised",
      name: { zh: "提出时间", en: "Raised" },
      kind: "instant",
      width: 18,
      value: ({ openedAt }) => openedAt,
    },
    {
      key: "total",
      name: { zh: "总分", en: "Total" },
      kind: "number",
      value: ({ totalBefore, totalAfter }) =>
        totalAfter === null || totalAfter === totalBefore ? totalBefore : `${totalBefore} → ${totalAfter}`,
    },
    { key: "state", name: { zh: "状态", en: "State" }, value: ({ state }, { language }) => states[state][language] },
    { key: "reason", name: { zh: "理由", en: "Reason" }, extra: true, width: 40, value: ({ reason }) => reason },
    { key: "answer", name: { zh: "答复", en: "Answer" }, extra: true, width: 40, value: ({ answer }) => answer },
    { key: "by", name: { zh: "提出人", en: "Raised by" }, extra: true, value: ({ openedBy }) => openedBy },
    { key: "answeredBy", name: { zh: "答复人", en: "Answered by" }, extra: true, value: (item) => item.answeredBy },
  ],
};
