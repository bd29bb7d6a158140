import { wordFinding } from "../messages/finding-words.ts";
import { gapWords, wordProposal } from "../messages/gap-words.ts";
import { unitKindWords } from "../messages/unit-words.ts";
import type { ListOf } from "./list.ts";

/** 应建必建. Restricted units stay out of workbooks, as what is theirs does. */
export const gapsList: ListOf<"listGaps"> = {
  name: { zh: "应建必建", en: "What ought to be built" },
  organizationOf: ({ keeper }) => keeper?.id ?? null,
  sensitive: ({ unit }) => unit.restriction !== null,
  columns: [
    { key: "unit", name: { zh: "单位", en: "Unit" }, width: 28, value: ({ unit }) => unit.name },
    {
      key: "basis",
      name: { zh: "依据", en: "Basis" },
      width: 44,
      value: ({ finding }, { language }) => wordFinding(language, finding.code, finding.values),
    },
    {
      key: "proposal",
      name: { zh: "建议", en: "Proposal" },
      width: 44,
      value: (gap, { language }) => wordProposal(gap, language),
    },
    { key: "rule", name: { zh: "规则", en: "Rule" }, extra: true, value: ({ finding }) => finding.rule },
    {
      key: "strength",
      name: { zh: "强度", en: "Strength" },
      extra: true,
      value: ({ finding }, { language }) => gapWords[language][finding.strength],
    },
    {
      key: "kind",
      name: { zh: "单位类型", en: "Kind of unit" },
      extra: true,
      value: ({ unit }, { language }) => unitKindWords[language][unit.kind],
    },
    {
      key: "keeper",
      name: { zh: "负责的党组织", en: "Kept by" },
      extra: true,
      width: 28,
      value: ({ keeper }) => keeper?.name ?? null,
    },
  ],
};

/** 单位与覆盖, where they are found by a word or a filter. */
export const unitsList: ListOf<"listUnits"> = {
  name: { zh: "单位", en: "Units" },
  organizationOf: ({ keeper }) => keeper?.id ?? null,
  sensitive: ({ restriction }) => restriction !== null,
  columns: [
    { key: "unit", name: { zh: "单位", en: "Unit" }, width: 28, value: ({ name }) => name },
    { key: "region", name: { zh: "地区", en: "Region" }, value: ({ region }) => region },
    {
      key: "coverage",
      name: { zh: "覆盖的党组织", en: "Covered by" },
      width: 30,
      value: ({ coverage, keeper }, { language }) => coverage?.name ?? (keeper && through[language](keeper.name)),
    },
    { key: "full", name: { zh: "正式党员", en: "Full members" }, kind: "number", value: (unit) => unit.fullMembers },
    {
      key: "probationary",
      name: { zh: "预备党员", en: "Probationary" },
      kind: "number",
      value: (unit) => unit.probationaryMembers,
    },
    {
      key: "kind",
      name: { zh: "类型", en: "Kind" },
      extra: true,
      value: ({ kind }, { language }) => unitKindWords[language][kind],
    },
    { key: "code", name: { zh: "代码", en: "Code" }, extra: true, value: ({ code }) => code },
    {
      key: "since",
      name: { zh: "覆盖自", en: "Covered since" },
      kind: "date",
      extra: true,
      value: ({ coverage }) => coverage?.validFrom ?? null,
    },
    { key: "from", name: { zh: "成立", en: "Set up" }, kind: "date", extra: true, value: ({ validFrom }) => validFrom },
    { key: "to", name: { zh: "撤销", en: "Ended" }, kind: "date", extra: true, value: ({ validTo }) => validTo },
  ],
};

const through = { zh: (name: string) => `随${name}`, en: (name: string) => `with ${name}` } as const;
