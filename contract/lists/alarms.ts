import { beyondScope } from "@dutyloop/domain/operation/scope-attempts.ts";
import type { Language } from "../messages/score-names.ts";
import type { ListOf } from "./list.ts";

type Alarm = Parameters<(typeof alarmsList)["columns"][number]["value"]>[0];

const words = {
  zh: {
    bulk_export: ({ list, figure }: Alarm) => `导出${list ? `“${list.zh}”` : ""} ${figure} 行`,
    account_locked: ({ figure }: Alarm) => `连续 ${figure} 次登录失败，账号已锁定`,
    beyond_scope: ({ figure }: Alarm) => `${beyondScope.minutes} 分钟内 ${figure} 处访问超出权限或不存在`,
    open: "待核查",
    handled: "已核查",
  },
  en: {
    bulk_export: ({ list, figure }: Alarm) => `${figure} rows of ${list ? `“${list.en}”` : "a list"} taken away`,
    account_locked: ({ figure }: Alarm) => `locked after ${figure} attempts that failed`,
    beyond_scope: ({ figure }: Alarm) =>
      `asked within ${beyondScope.minutes} minutes for ${figure} things that lie beyond the scope or aren't there`,
    open: "to be looked into",
    handled: "looked into",
  },
} as const;

export function wordAlarm(alarm: Alarm, language: Language): string {
  return words[language][alarm.kind](alarm);
}

/** 安全告警. */
export const alarmsList: ListOf<"listAlarms"> = {
  name: { zh: "安全告警", en: "Security alarms" },
  columns: [
    { key: "raised", name: { zh: "时间", en: "Time" }, kind: "instant", width: 20, value: ({ raisedAt }) => raisedAt },
    { key: "account", name: { zh: "账号", en: "Account" }, value: ({ accountName }) => accountName },
    {
      key: "what",
      name: { zh: "情况", en: "What happened" },
      width: 40,
      value: (alarm, { language }) => wordAlarm(alarm, language),
    },
    { key: "purpose", name: { zh: "写明的用途", en: "Stated purpose" }, width: 30, value: ({ purpose }) => purpose },
    {
      key: "state",
      name: { zh: "核查", en: "State" },
      value: ({ handledAt }, { language }) => words[language][handledAt === null ? "open" : "handled"],
    },
    { key: "note", name: { zh: "核查说明", en: "What was found" }, extra: true, width: 34, value: ({ note }) => note },
    { key: "by", name: { zh: "核查人", en: "Looked into by" }, extra: true, value: ({ handledBy }) => handledBy },
    {
      key: "handled",
      name: { zh: "核查时间", en: "Looked into" },
      extra: true,
      kind: "instant",
      value: (alarm) => alarm.handledAt,
    },
  ],
};
