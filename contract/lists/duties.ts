import type { ObligationState } from "@dutyloop/domain/duties/things.ts";
import { cadenceWord, dueWord, dutyStateWords, isStillOwed } from "../messages/duty-words.ts";
import { type ListOf, type Reader, together } from "./list.ts";

/** 责任清单. */
export const dutiesList: ListOf<"listObligations"> = {
  name: { zh: "责任清单", en: "Duties" },
  organizationOf: ({ organizationId }) => organizationId,
  columns: [
    {
      key: "item",
      name: { zh: "事项", en: "Duty" },
      width: 24,
      value: ({ templateName }, { language }) => templateName[language],
    },
    {
      key: "owner",
      name: { zh: "责任组织", en: "Owed by" },
      width: 28,
      value: ({ organizationId, organizationName, subjectId, subjectName }) =>
        subjectId === organizationId ? organizationName : together([organizationName, subjectName]),
    },
    {
      key: "source",
      name: { zh: "来源", en: "Source" },
      width: 28,
      value: ({ sourceName, cadence }, { language }) => together([sourceName, cadenceWord(cadence, language)]),
    },
    {
      key: "period",
      name: { zh: "责任期", en: "Period" },
      width: 26,
      value: ({ periodFrom, periodTo }) => `${periodFrom} – ${periodTo}`,
    },
    { key: "due", name: { zh: "截止", en: "Due" }, kind: "date", value: ({ dueOn }) => dueOn },
    { key: "state", name: { zh: "状态", en: "State" }, value: stateOf },
    {
      key: "extended",
      name: { zh: "延期至", en: "Extended to" },
      kind: "date",
      extra: true,
      value: ({ extendedTo }) => extendedTo,
    },
    {
      key: "progress",
      name: { zh: "进度 %", en: "Progress %" },
      kind: "number",
      extra: true,
      value: ({ progress }) => progress,
    },
    {
      key: "requests",
      name: { zh: "待决申请", en: "Open requests" },
      kind: "number",
      extra: true,
      value: ({ openRequests }) => openRequests,
    },
    {
      key: "level",
      name: { zh: "要求", en: "Requirement" },
      extra: true,
      value: ({ requirement }, { language }) => levels[requirement][language],
    },
    {
      key: "direction",
      name: { zh: "提升方向", en: "Where improving work goes" },
      extra: true,
      width: 30,
      value: ({ direction }) => direction,
    },
    {
      key: "standard",
      name: { zh: "做到什么算完成", en: "What counts as done" },
      extra: true,
      width: 40,
      value: ({ standard }, { language }) => standard.map((line) => line[language]).join("；"),
    },
    {
      key: "group",
      name: { zh: "党小组", en: "Party group" },
      extra: true,
      width: 20,
      value: ({ organizationId, subjectId, subjectName }) => (subjectId === organizationId ? "" : subjectName),
    },
    {
      key: "round",
      name: { zh: "第几次", en: "Occurrence" },
      kind: "number",
      extra: true,
      value: (item) => item.occurrence,
    },
    {
      key: "code",
      name: { zh: "模板代码", en: "Template code" },
      extra: true,
      value: ({ templateCode }) => templateCode,
    },
  ],
};

/** 我的待办: the same columns for what waits for the reader himself. */
export const myDutiesList: ListOf<"listMyDuties"> = {
  ...dutiesList,
  name: { zh: "我的待办", en: "What waits for me" },
};

const levels = { basic: { zh: "基本", en: "basic" }, improving: { zh: "提升", en: "improving" } } as const;

function stateOf(
  { state, dueOn, extendedTo }: { state: ObligationState; dueOn: string; extendedTo: string | null },
  { language, today }: Reader,
): string {
  return isStillOwed(state) ? dueWord(extendedTo ?? dueOn, today, language) : dutyStateWords[language][state];
}
