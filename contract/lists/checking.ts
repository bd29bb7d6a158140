import type { ListOf } from "./list.ts";

const presences = { leave: { zh: "请假", en: "on leave" }, absent: { zh: "缺席", en: "absent" } } as const;
const handled = {
  cleared: { zh: "已清除", en: "cleared" },
  misjudged: { zh: "误判", en: "misjudged" },
  open: { zh: "待处置", en: "open" },
} as const;

/** 抽查. */
export const samplesList: ListOf<"listSamples"> = {
  name: { zh: "抽查", en: "Samples" },
  organizationOf: ({ organizationId }) => organizationId,
  columns: [
    { key: "sample", name: { zh: "期间", en: "Period" }, width: 26, value: ({ from, to }) => `${from} – ${to}` },
    {
      key: "organization",
      name: { zh: "组织", en: "Organisation" },
      width: 28,
      value: ({ organizationName }) => organizationName,
    },
    { key: "drawn", name: { zh: "抽取", en: "Drawn" }, kind: "number", value: ({ drawn }) => drawn },
    { key: "progress", name: { zh: "待查", en: "To be checked" }, kind: "number", value: ({ open }) => open },
    {
      key: "time",
      name: { zh: "抽取时间", en: "Drawn at" },
      kind: "instant",
      width: 18,
      value: ({ drawnAt }) => drawnAt,
    },
    { key: "by", name: { zh: "抽取人", en: "Drawn by" }, extra: true, value: ({ drawnBy }) => drawnBy },
    {
      key: "population",
      name: { zh: "总数", en: "Out of" },
      kind: "number",
      extra: true,
      value: (item) => item.population,
    },
    { key: "seed", name: { zh: "种子", en: "Seed" }, extra: true, width: 24, value: ({ seed }) => seed },
  ],
};

/** 缺席与补课. */
export const absencesList: ListOf<"listAbsences"> = {
  name: { zh: "缺席与补课", en: "Absences" },
  organizationOf: ({ organizationId }) => organizationId,
  columns: [
    { key: "person", name: { zh: "姓名", en: "Name" }, value: ({ name }) => name },
    { key: "event", name: { zh: "会议活动", en: "Event" }, width: 34, value: ({ title }) => title },
    {
      key: "presence",
      name: { zh: "情况", en: "How" },
      value: ({ presence }, { language }) => presences[presence][language],
    },
    { key: "until", name: { zh: "补课期限", en: "Make up until" }, kind: "date", value: ({ until }) => until },
    { key: "day", name: { zh: "日期", en: "Day" }, kind: "date", extra: true, value: ({ occurredOn }) => occurredOn },
    {
      key: "organization",
      name: { zh: "组织", en: "Organisation" },
      width: 28,
      extra: true,
      value: ({ organizationName }) => organizationName,
    },
    {
      key: "made",
      name: { zh: "补课日期", en: "Made up on" },
      kind: "date",
      extra: true,
      value: ({ madeUpOn }) => madeUpOn,
    },
  ],
};

/** 隔离的文件. */
export const quarantineList: ListOf<"listQuarantined"> = {
  name: { zh: "隔离文件", en: "Files in quarantine" },
  organizationOf: ({ organizationId }) => organizationId,
  columns: [
    { key: "file", name: { zh: "文件", en: "File" }, width: 30, value: ({ name }) => name },
    { key: "marking", name: { zh: "标志", en: "Marking" }, value: ({ marking }) => marking },
    {
      key: "from",
      name: { zh: "组织", en: "Organisation" },
      width: 28,
      value: ({ organizationName }) => organizationName,
    },
    { key: "sent", name: { zh: "上传时间", en: "Sent" }, kind: "instant", width: 20, value: ({ sentAt }) => sentAt },
    {
      key: "outcome",
      name: { zh: "处置", en: "Outcome" },
      width: 26,
      value: ({ outcome }, { language }) => handled[outcome ?? "open"][language],
    },
    { key: "by", name: { zh: "上传人", en: "Sent by" }, extra: true, value: ({ sentBy }) => sentBy },
    { key: "handledBy", name: { zh: "处置人", en: "Handled by" }, extra: true, value: (item) => item.handledBy },
    { key: "note", name: { zh: "处置说明", en: "Note" }, extra: true, width: 34, value: ({ note }) => note },
  ],
};
