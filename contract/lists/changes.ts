import type { ListOf } from "./list.ts";

const kinds = { roster: { zh: "名册", en: "roster" }, ledger: { zh: "台账", en: "ledger" } } as const;
const standings = {
  undone: { zh: "已撤销", en: "taken back" },
  inForce: { zh: "已写入", en: "in force" },
  applied: { zh: "已实施", en: "applied" },
} as const;

/** 导入记录. */
export const importsList: ListOf<"listImports"> = {
  name: { zh: "导入记录", en: "Imports" },
  organizationOf: ({ organizationId }) => organizationId,
  columns: [
    { key: "file", name: { zh: "文件", en: "File" }, width: 34, value: ({ fileName }) => fileName },
    {
      key: "time",
      name: { zh: "时间", en: "Time" },
      kind: "instant",
      width: 18,
      value: ({ committedAt }) => committedAt,
    },
    { key: "by", name: { zh: "导入人", en: "By" }, value: ({ committedBy }) => committedBy },
    {
      key: "counts",
      name: { zh: "新增 / 更新", en: "New / changed" },
      kind: "number",
      value: ({ sheets }) => `${sum(sheets, "added")} / ${sum(sheets, "changed")}`,
    },
    {
      key: "standing",
      name: { zh: "状态", en: "Standing" },
      width: 22,
      value: ({ undoneAt }, { language }) => standings[undoneAt === null ? "inForce" : "undone"][language],
    },
    {
      key: "kind",
      name: { zh: "种类", en: "Kind" },
      extra: true,
      value: ({ kind }, { language }) => kinds[kind][language],
    },
    {
      key: "organization",
      name: { zh: "组织", en: "Organisation" },
      extra: true,
      width: 28,
      value: ({ organizationName }) => organizationName,
    },
  ],
};

function sum<Key extends string>(sheets: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return sheets.reduce((all, sheet) => all + sheet[key], 0);
}

/** 组织调整记录. */
export const reorganizationsList: ListOf<"listReorganizations"> = {
  name: { zh: "组织调整", en: "Re-organisations" },
  organizationOf: ({ organization }) => organization.id,
  columns: [
    { key: "name", name: { zh: "名称", en: "Name" }, width: 30, value: ({ name }) => name },
    {
      key: "day",
      name: { zh: "生效日期", en: "In force from" },
      kind: "date",
      value: ({ effectiveOn }) => effectiveOn,
    },
    { key: "decision", name: { zh: "依据文件", en: "Decision" }, width: 26, value: ({ decision }) => decision },
    {
      key: "organization",
      name: { zh: "范围", en: "Below" },
      width: 26,
      value: ({ organization }) => organization.name,
    },
    { key: "ended", name: { zh: "撤销组织", en: "Ended" }, kind: "number", value: ({ ended }) => ended },
    { key: "begun", name: { zh: "新设组织", en: "Begun" }, kind: "number", value: ({ begun }) => begun },
    {
      key: "members",
      name: { zh: "党员变动", en: "Members moved" },
      kind: "number",
      value: (item) => item.membersMoved,
    },
    {
      key: "state",
      name: { zh: "状态", en: "State" },
      value: ({ undone }, { language }) => standings[undone === null ? "applied" : "undone"][language],
    },
    { key: "by", name: { zh: "经办人", en: "By" }, extra: true, value: ({ appliedBy }) => appliedBy },
    {
      key: "at",
      name: { zh: "实施时间", en: "Applied at" },
      kind: "instant",
      extra: true,
      value: ({ appliedAt }) => appliedAt,
    },
  ],
};
