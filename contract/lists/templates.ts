import { owerWords, strengthWords, templateStageWords, wordCadence } from "../messages/template-words.ts";
import type { ListOf } from "./list.ts";

const example = { zh: "示例", en: "example" } as const;

/** 模板. */
export const templatesList: ListOf<"listTemplates"> = {
  name: { zh: "模板", en: "Templates" },
  columns: [
    {
      key: "template",
      name: { zh: "模板", en: "Template" },
      width: 30,
      value: ({ body }, { language }) => body.name[language],
    },
    {
      key: "strength",
      name: { zh: "强度", en: "Strength" },
      value: ({ body }, { language }) => strengthWords[language][body.strength],
    },
    {
      key: "cadence",
      name: { zh: "频次", en: "Cadence" },
      width: 24,
      value: ({ body }, { language }) => wordCadence(body.cadence, language),
    },
    {
      key: "owedBy",
      name: { zh: "由谁做", en: "Owed by" },
      width: 24,
      value: ({ body }, { language }) => owerWords[language][body.owedBy],
    },
    {
      key: "stage",
      name: { zh: "阶段", en: "Stage" },
      value: ({ stage }, { language }) => templateStageWords[language][stage],
    },
    {
      key: "cost",
      name: { zh: "每次填写项数", en: "Fields a filing" },
      kind: "number",
      value: ({ cost }) => cost.typed,
    },
    {
      key: "inYear",
      name: { zh: "每年填写项数", en: "Fields a year" },
      kind: "number",
      value: ({ cost }) => cost.inYear,
    },
    {
      key: "example",
      name: { zh: "示例", en: "Example" },
      extra: true,
      value: ({ body }, { language }) => (body.example ? example[language] : null),
    },
    {
      key: "version",
      name: { zh: "版本", en: "Version" },
      kind: "number",
      extra: true,
      value: ({ version }) => version,
    },
    {
      key: "owner",
      name: { zh: "发布组织", en: "Published by" },
      extra: true,
      width: 28,
      value: ({ ownerName }) => ownerName,
    },
    {
      key: "filled",
      name: { zh: "系统带出", en: "Filled in" },
      kind: "number",
      extra: true,
      value: ({ cost }) => cost.filled,
    },
    {
      key: "papers",
      name: { zh: "另交材料", en: "Papers" },
      kind: "number",
      extra: true,
      value: ({ cost }) => cost.papers,
    },
    {
      key: "rules",
      name: { zh: "规则", en: "Rules" },
      extra: true,
      width: 30,
      value: ({ body }) => body.rules.join(" · "),
    },
    { key: "code", name: { zh: "模板代码", en: "Template code" }, extra: true, value: ({ body }) => body.code },
  ],
};
