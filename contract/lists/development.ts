import { developmentStages, developmentSteps } from "@dutyloop/domain/organization/development-things.ts";
import { memberStateWords } from "../messages/member-words.ts";
import type { ListOf } from "./list.ts";

const finished = { zh: "各步都已办理", en: "every step is taken" } as const;
/** Who was entered with a later state has no entries of the steps before it. */
const unentered = { zh: "此前各步没有登记", en: "no steps entered before this stage" } as const;
const overdue = { zh: "已超期", en: "overdue" } as const;

/** 发展党员. */
export const applicantsList: ListOf<"listApplicants"> = {
  name: { zh: "发展党员", en: "Admission of members" },
  sensitive: true,
  columns: [
    { key: "name", name: { zh: "姓名", en: "Name" }, value: ({ name }) => name },
    {
      key: "organization",
      name: { zh: "所在党支部", en: "Branch" },
      width: 28,
      value: ({ organizationName }) => organizationName,
    },
    {
      key: "stage",
      name: { zh: "阶段", en: "Stage" },
      width: 30,
      value: ({ stage }, { language }) => developmentStages[stage - 1]?.[language] ?? null,
    },
    {
      key: "step",
      name: { zh: "现在可办", en: "Next step" },
      width: 30,
      value: ({ current, stage }, { language }) => {
        const step = developmentSteps.find(({ number }) => number === current);
        if (step === undefined) return finished[language];
        return step.stage < stage ? unentered[language] : `${step.number} ${step[language]}`;
      },
    },
    { key: "latest", name: { zh: "最迟", en: "Due" }, kind: "date", value: ({ latest }) => latest },
    {
      key: "overdue",
      name: { zh: "超期", en: "Overdue" },
      value: (item, { language }) => (item.overdue ? overdue[language] : null),
    },
    { key: "earliest", name: { zh: "最早", en: "From" }, kind: "date", extra: true, value: ({ earliest }) => earliest },
    {
      key: "state",
      name: { zh: "党籍", en: "Membership" },
      extra: true,
      value: ({ state }, { language }) => memberStateWords[language][state],
    },
    {
      key: "warnings",
      name: { zh: "需要核对", en: "To check" },
      kind: "number",
      extra: true,
      value: ({ warnings }) => warnings,
    },
  ],
};
