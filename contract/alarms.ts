import { alarmKinds } from "@dutyloop/domain/operation/alarm-things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { count, id, instant, next, page, words } from "./shapes.ts";

const alarm = z.object({
  id,
  kind: z.enum(alarmKinds),
  raisedAt: instant,
  accountName: z.string().describe("whose account it was"),
  own: z.boolean().describe("the caller's own account: somebody else has to look into it"),
  list: words.nullable().describe("what was taken away"),
  figure: count.describe("rows taken away, attempts that failed, or things asked for beyond scope"),
  purpose: z.string().nullable().describe("what the rows were said to be for"),
  handledBy: z.string().nullable(),
  handledAt: instant.nullable(),
  note: z.string().nullable(),
});

export const alarmsEndpoints = {
  listAlarms: {
    summary: {
      zh: "安全告警：批量导出、账号锁定、越权尝试（SEC-22）",
      en: "Security alarms: exports in bulk, locked accounts, attempts beyond scope (SEC-22)",
    },
    access: "account.secure",
    query: z.object({ ...page, after: id.optional(), state: z.enum(["open", "handled", "all"]).default("all") }),
    answer: z.object({ items: z.array(alarm), next }),
  },
  handleAlarm: {
    summary: { zh: "登记告警的核查处置", en: "Enter what was found and done about an alarm" },
    access: "account.secure",
    params: z.object({ alarmId: id }),
    body: z.strictObject({ note: z.string().trim().min(1).max(500) }),
    answer: z.object({ id }),
    refusals: ["alarm.handled_already", "alarm.own"],
  },
} as const satisfies Record<string, Endpoint>;
