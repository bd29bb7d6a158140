import { draftStanding, draftWords } from "../messages/draft-words.ts";
import { type ListOf, together } from "./list.ts";

/** 纪实草稿. */
export const draftsList: ListOf<"listRecordDrafts"> = {
  name: { zh: "纪实草稿", en: "Drafts" },
  organizationOf: ({ subjectId }) => subjectId,
  columns: [
    {
      key: "title",
      name: { zh: "主题", en: "Subject" },
      width: 34,
      value: ({ title }, { language }) => title || draftWords[language].untitled,
    },
    {
      key: "kind",
      name: { zh: "类型", en: "Type" },
      width: 20,
      value: ({ templateNames }, { language }) => together(templateNames.map((name) => name[language])),
    },
    { key: "day", name: { zh: "日期", en: "Day" }, kind: "date", value: ({ occurredOn }) => occurredOn },
    {
      key: "typed",
      name: { zh: "保存人", en: "Kept by" },
      value: ({ typedBy }) => typedBy,
    },
    {
      key: "state",
      name: { zh: "状态", en: "State" },
      width: 24,
      value: (draft, { language }) => together([draftWords[language][draftStanding(draft)], draft.sentBackReason]),
    },
    {
      key: "typedAt",
      name: { zh: "保存时间", en: "Kept at" },
      kind: "instant",
      width: 18,
      extra: true,
      value: ({ typedAt }) => typedAt,
    },
    {
      key: "owner",
      name: { zh: "组织", en: "Organisation" },
      extra: true,
      width: 28,
      value: ({ subjectName }) => subjectName,
    },
    {
      key: "handedBy",
      name: { zh: "交来人", en: "Handed over by" },
      extra: true,
      value: ({ handedOverBy }) => handedOverBy,
    },
    {
      key: "handedAt",
      name: { zh: "交来时间", en: "Handed over at" },
      kind: "instant",
      width: 18,
      extra: true,
      value: ({ handedOverAt }) => handedOverAt,
    },
  ],
};
