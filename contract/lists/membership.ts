import { memberStateWords } from "../messages/member-words.ts";
import { type ListOf, together } from "./list.ts";

const letterStates = {
  open: { zh: "待回执", en: "waiting" },
  expired: { zh: "已过期", en: "expired" },
  acknowledged: { zh: "已回执", en: "acknowledged" },
  returned: { zh: "已退回", en: "returned" },
} as const;

/** 组织关系转接. */
export const transfersList: ListOf<"listTransfers"> = {
  name: { zh: "组织关系转接", en: "Transfers" },
  organizationOf: ({ direction, fromOrganizationId, toOrganizationId }) =>
    direction === "in" ? toOrganizationId : fromOrganizationId,
  columns: [
    { key: "name", name: { zh: "姓名", en: "Name" }, value: ({ personName }) => personName },
    { key: "from", name: { zh: "转出", en: "From" }, width: 26, value: ({ from }) => from },
    { key: "to", name: { zh: "转入", en: "To" }, width: 26, value: ({ to }) => to },
    { key: "issued", name: { zh: "开具日期", en: "Issued on" }, kind: "date", value: ({ issuedOn }) => issuedOn },
    { key: "until", name: { zh: "有效至", en: "Valid until" }, kind: "date", value: ({ validUntil }) => validUntil },
    {
      key: "standing",
      name: { zh: "状态", en: "Standing" },
      width: 20,
      value: ({ state, reason }, { language }) => together([letterStates[state][language], reason]),
    },
    {
      key: "letter",
      name: { zh: "介绍信编号", en: "Letter" },
      extra: true,
      width: 20,
      value: ({ letterNumber }) => letterNumber,
    },
    {
      key: "settled",
      name: { zh: "办结日期", en: "Settled on" },
      kind: "date",
      extra: true,
      value: ({ settledOn }) => settledOn,
    },
    {
      key: "warning",
      name: { zh: "未回执天数", en: "Days unanswered" },
      kind: "number",
      extra: true,
      value: ({ warning }) => warning,
    },
  ],
};

/** 组织处置. */
export const dispositionsList: ListOf<"listDispositions"> = {
  name: { zh: "组织处置", en: "Dispositions" },
  sensitive: true,
  columns: [
    { key: "name", name: { zh: "姓名", en: "Name" }, value: ({ personName }) => personName },
    {
      key: "change",
      name: { zh: "处置", en: "Disposition" },
      width: 26,
      value: ({ from, to }, { language }) =>
        [from, to].flatMap((state) => (state === null ? [] : [memberStateWords[language][state]])).join(" → "),
    },
    { key: "on", name: { zh: "生效日期", en: "In force from" }, kind: "date", value: ({ effectiveOn }) => effectiveOn },
    {
      key: "rule",
      name: { zh: "依据", en: "By" },
      width: 24,
      value: ({ rule, decidedBy }) => together([rule, decidedBy]),
    },
    { key: "ground", name: { zh: "事由", en: "Ground" }, width: 30, value: ({ reason }) => reason },
    { key: "belongs", name: { zh: "所在组织", en: "Belongs to" }, width: 26, value: (item) => item.organizationName },
    { key: "ends", name: { zh: "期限至", en: "Until" }, kind: "date", extra: true, value: ({ endsOn }) => endsOn },
  ],
};
