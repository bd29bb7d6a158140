import { recordStateWord } from "../messages/record-words.ts";
import { type ListOf, together } from "./list.ts";

const yes = { zh: "是", en: "yes" } as const;

/** 纪实. */
export const recordsList: ListOf<"listRecords"> = {
  name: { zh: "纪实", en: "Records" },
  organizationOf: ({ organizationId }) => organizationId,
  columns: [
    { key: "title", name: { zh: "标题", en: "Title" }, width: 34, value: ({ title }) => title },
    {
      key: "kind",
      name: { zh: "类型", en: "Type" },
      width: 20,
      value: ({ templateNames }, { language }) => together(templateNames.map((name) => name[language])),
    },
    {
      key: "owner",
      name: { zh: "组织", en: "Organisation" },
      width: 28,
      value: ({ organizationName, subjectName }) =>
        subjectName === organizationName ? organizationName : together([organizationName, subjectName]),
    },
    { key: "day", name: { zh: "日期", en: "Day" }, kind: "date", value: ({ occurredOn }) => occurredOn },
    {
      key: "attendance",
      name: { zh: "到会", en: "Present" },
      value: ({ present, expected }) => `${present} / ${expected}`,
    },
    {
      key: "standard",
      name: { zh: "标准", en: "Standard" },
      value: ({ standardPassed, standardApplicable }) => `${standardPassed} / ${standardApplicable}`,
    },
    {
      key: "state",
      name: { zh: "状态", en: "State" },
      value: ({ state }, { language }) => recordStateWord(state, language),
    },
    {
      key: "late",
      name: { zh: "逾期补录", en: "Entered late" },
      extra: true,
      value: ({ lateEntry }, { language }) => (lateEntry ? yes[language] : ""),
    },
    {
      key: "photos",
      name: { zh: "照片与附件", en: "Files" },
      kind: "number",
      extra: true,
      value: ({ files }) => files,
    },
    { key: "hosts", name: { zh: "主办组织数", en: "Hosts" }, kind: "number", extra: true, value: ({ hosts }) => hosts },
    {
      key: "expected",
      name: { zh: "应到", en: "Expected" },
      kind: "number",
      extra: true,
      value: (item) => item.expected,
    },
    { key: "present", name: { zh: "实到", en: "Came" }, kind: "number", extra: true, value: ({ present }) => present },
  ],
};
