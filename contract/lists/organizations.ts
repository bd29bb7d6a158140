import { kindWords } from "../messages/organization-words.ts";
import type { ListOf } from "./list.ts";

/** 下级组织. */
export const organizationsList: ListOf<"listOrganizations"> = {
  name: { zh: "下级组织", en: "Organisations below" },
  organizationOf: ({ id }) => id,
  columns: [
    { key: "name", name: { zh: "名称", en: "Name" }, width: 30, value: ({ name }) => name },
    { key: "kind", name: { zh: "类型", en: "Kind" }, value: ({ kind }, { language }) => kindWords[language][kind] },
    { key: "branches", name: { zh: "党支部", en: "Branches" }, kind: "number", value: ({ branches }) => branches },
    { key: "members", name: { zh: "党员", en: "Members" }, kind: "number", value: ({ members }) => members },
    { key: "findings", name: { zh: "不合规定", en: "Findings" }, kind: "number", value: ({ findings }) => findings },
    { key: "code", name: { zh: "代码", en: "Code" }, extra: true, value: ({ code }) => code },
    { key: "class", name: { zh: "类别", en: "Class" }, extra: true, value: (organization) => organization.class },
    { key: "from", name: { zh: "设立", en: "Set up" }, kind: "date", extra: true, value: ({ validFrom }) => validFrom },
    { key: "to", name: { zh: "撤销", en: "Ended" }, kind: "date", extra: true, value: ({ validTo }) => validTo },
  ],
};
