import type { ListOf } from "./list.ts";

const standings = {
  missing: { zh: "待补报", en: "missing" },
  zero: { zh: "零报告", en: "zero report" },
  delivered: { zh: "已报送", en: "delivered" },
} as const;

/** 报送情况. */
export const receiptsList: ListOf<"listReceipts"> = {
  name: { zh: "报送情况", en: "Deliveries" },
  organizationOf: ({ organizationId }) => organizationId,
  columns: [
    {
      key: "organization",
      name: { zh: "组织", en: "Organisation" },
      width: 30,
      value: ({ organizationName }) => organizationName,
    },
    {
      key: "receipt",
      name: { zh: "回执", en: "Receipt" },
      value: ({ deliveries, figures }, { language }) =>
        standings[deliveries === 0 ? "missing" : figures === 0 ? "zero" : "delivered"][language],
    },
    {
      key: "received",
      name: { zh: "最近报送", en: "Received" },
      kind: "instant",
      width: 18,
      value: ({ lastReceivedAt }) => lastReceivedAt,
    },
    {
      key: "code",
      name: { zh: "组织代码", en: "Code" },
      extra: true,
      value: ({ organizationCode }) => organizationCode,
    },
    {
      key: "deliveries",
      name: { zh: "报送次数", en: "Times delivered" },
      kind: "number",
      extra: true,
      value: ({ deliveries }) => deliveries,
    },
    {
      key: "figures",
      name: { zh: "数据条数", en: "Figures" },
      kind: "number",
      extra: true,
      value: ({ figures }) => figures,
    },
  ],
};
