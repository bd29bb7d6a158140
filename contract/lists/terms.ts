import { kindWords } from "../messages/organization-words.ts";
import { termStateWords } from "../messages/term-words.ts";
import type { ListOf } from "./list.ts";

/** 任期. */
export const termsList: ListOf<"listTerms"> = {
  name: { zh: "任期", en: "Terms of office" },
  organizationOf: ({ id }) => id,
  columns: [
    { key: "organization", name: { zh: "组织", en: "Organisation" }, width: 30, value: ({ name }) => name },
    { key: "ends", name: { zh: "届满", en: "Ends" }, kind: "date", value: ({ term }) => term?.endsOn ?? null },
    {
      key: "standing",
      name: { zh: "进度", en: "Standing" },
      width: 20,
      value: ({ term }, { language }) => (term === null ? null : termStateWords[language][term.state]),
    },
    {
      key: "reminder",
      name: { zh: "提醒", en: "Reminder" },
      kind: "date",
      width: 24,
      value: ({ term }) => term?.reminder?.on ?? null,
    },
    {
      key: "kind",
      name: { zh: "类型", en: "Kind" },
      extra: true,
      value: ({ kind }, { language }) => kindWords[language][kind],
    },
    {
      key: "began",
      name: { zh: "本届开始", en: "Began" },
      kind: "date",
      extra: true,
      value: (item) => item.term?.beganOn ?? null,
    },
    {
      key: "days",
      name: { zh: "剩余天数", en: "Days left" },
      kind: "number",
      extra: true,
      value: ({ term }) => term?.daysLeft ?? null,
    },
    {
      key: "approval",
      name: { zh: "延期批复", en: "Approval" },
      extra: true,
      value: ({ term }) => term?.approval ?? null,
    },
  ],
};
