import { fillIn } from "../messages/fill-in.ts";
import { schemeWords } from "../messages/scheme-words.ts";
import { joined } from "../messages/score-names.ts";
import { type ListOf, together } from "./list.ts";

/** 考核方案. */
export const schemesList: ListOf<"listSchemes"> = {
  name: { zh: "考核方案", en: "Schemes" },
  columns: [
    { key: "scheme", name: { zh: "方案", en: "Scheme" }, width: 30, value: ({ name }, { language }) => name[language] },
    {
      key: "cadence",
      name: { zh: "周期", en: "Every" },
      value: ({ cadence }, { language }) =>
        (schemeWords[language] as Readonly<Record<string, string>>)[cadence] ?? cadence,
    },
    {
      key: "version",
      name: { zh: "版本", en: "Version" },
      width: 26,
      value: ({ versions: [newest] }, { language }) => {
        const words = schemeWords[language];
        const owner = newest?.ownerId == null ? words.library : (newest.ownerName ?? words.elsewhere);
        return together([fillIn(words.versionNumber, { version: newest?.version ?? 1 }), owner]);
      },
    },
    {
      key: "usedBy",
      name: { zh: "采用单位", en: "Used by" },
      width: 34,
      value: ({ adoptions }, { language }) => {
        const { elsewhere, notUsed } = schemeWords[language];
        return (
          joined(
            adoptions.map((one) => one.organizationName ?? elsewhere),
            language,
          ) || notUsed
        );
      },
    },
    {
      key: "fields",
      name: { zh: "支部每月要填", en: "Fields a month" },
      kind: "number",
      value: ({ fields }) => fields,
    },
    { key: "code", name: { zh: "方案代码", en: "Code" }, extra: true, width: 24, value: ({ code }) => code },
    {
      key: "versions",
      name: { zh: "共有几版", en: "Versions" },
      kind: "number",
      extra: true,
      value: ({ versions }) => versions.length,
    },
  ],
};
