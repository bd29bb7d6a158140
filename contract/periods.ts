import { periodStates, spans } from "@dutyloop/domain/assessment/period-things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { count, decimal, id, instant, next, organizationParams, page, periodName, plainDate, words } from "./shapes.ts";

export const contentCode = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
export const reason = z.string().trim().min(1).max(500).describe("why; kept for good");

const periodParams = z.object({ period: periodName });

/** Where a period stands after something was done to it. */
const standing = z.object({
  period: periodName,
  state: z.enum(periodStates),
  version: count,
  closing: count.nullable().describe("number of the closing that ended its entries; null while it is open"),
  publicityFrom: plainDate.nullable(),
  publicityTo: plainDate.nullable(),
});

export const periodsEndpoints = {
  listPeriods: {
    summary: { zh: "考核期：开放、公示、关闭", en: "Periods: open, in publicity, closed" },
    access: "score.read",
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100), span: z.enum(spans).default("month") }),
    answer: z.object({
      today: plainDate,
      items: z.array(
        standing.extend({
          from: plainDate,
          to: plainDate,
          closableFrom: plainDate.describe("first day on which its entries can be ended"),
          pendingLeaves: count
            .nullable()
            .describe("leaves 待补报 and not settled, in the caller's scope; null while the period runs"),
          openDisputes: count.describe("in the caller's scope"),
          lateEntries: count.describe("entries since its last closing, in the caller's scope"),
          versions: z
            .array(
              z.object({
                version: count,
                closing: count,
                closedAt: instant,
                reason: z.string().nullable().describe("why it was opened again for this version"),
              }),
            )
            .describe("every version that ended its entries, the newest first"),
        }),
      ),
    }),
  },
  listPendingLeaves: {
    summary: { zh: "待补报的指标", en: "Leaves that are still pending" },
    access: "period.manage",
    params: periodParams,
    query: z.object({ ...page }),
    answer: z.object({
      items: z.array(
        z.object({
          organizationId: id,
          organizationName: z.string(),
          scheme: z.object({ code: z.string(), version: count, name: words }),
          line: z.string(),
          lineName: words,
          fullMarks: decimal,
        }),
      ),
      next,
    }),
  },
  settleLeaf: {
    summary: {
      zh: "为待补报的指标定值、定不适用或定零；开放期内可改",
      en: "Settle a pending leaf, or settle it otherwise while the period is open",
    },
    access: "period.manage",
    params: organizationParams,
    body: z.strictObject({
      scheme: contentCode,
      period: periodName,
      line: contentCode,
      outcome: z.enum(["value", "not_applicable", "zero"]),
      value: decimal.nullable().describe("value of the indicator where that is the outcome, else null"),
      reason,
    }),
    answer: z.object({ organizationId: id, scheme: z.string(), period: periodName, version: count, line: z.string() }),
    refusals: [
      "score.none_yet",
      "settlement.period_not_open",
      "settlement.period_running",
      "settlement.leaf_not_pending",
      "settlement.already_settled",
      "settlement.value_missing",
      "settlement.value_not_needed",
    ],
  },
  startPublicity: {
    summary: { zh: "转入公示（五个工作日）", en: "Put a period into publicity for five workdays" },
    access: "period.manage",
    params: periodParams,
    answer: standing,
    refusals: ["period.not_open", "period.grace_days", "period.sub_period_open", "period.leaves_pending"],
  },
  closePeriod: {
    summary: { zh: "关闭考核期，组织结构随之定格", en: "Close a period; its structure is frozen" },
    access: "period.manage",
    params: periodParams,
    answer: standing.extend({ organizations: count.describe("organisations in the frozen structure") }),
    refusals: [
      "period.already_closed",
      "period.grace_days",
      "period.sub_period_open",
      "period.leaves_pending",
      "period.in_publicity",
      "period.disputes_open",
      "period.vetoes_waiting",
    ],
  },
  reopenPeriod: {
    summary: { zh: "重新开放为下一版，上一版仍可查", en: "Open a closed period again as its next version" },
    access: "period.manage",
    params: periodParams,
    body: z.strictObject({ reason }),
    answer: standing,
    refusals: ["period.not_closed", "period.reason_missing", "period.longer_not_open"],
  },
  listAdjustments: {
    summary: { zh: "以前期间调整", en: "Adjustments of earlier periods" },
    access: "score.read",
    params: organizationParams,
    query: z.object({ ...page, period: periodName.describe("month in which the late entries were booked") }),
    answer: z.object({
      items: z.array(
        z.object({
          organizationId: id,
          organizationName: z.string(),
          gone: z.boolean().describe("no longer exists: listed only"),
          scheme: z.object({ code: z.string(), version: count, name: words }),
          period: periodName.describe("earlier period that changed"),
          version: count,
          published: decimal.nullable().describe("total on the board"),
          adjusted: decimal.nullable().describe("total of all facts that count, to date"),
          change: decimal.nullable().describe("adjusted less published; null where one of them is missing"),
          entries: count.describe("late entries booked in this month, reversing ones as well"),
          facts: z
            .array(
              z.object({
                id,
                kind: z.string(),
                sign: z.int(),
                quantity: decimal,
                base: decimal.nullable(),
                occurredOn: plainDate,
                countsOn: plainDate,
                recordedAt: instant,
                recordId: id.nullable(),
                reason: z.string().nullable(),
              }),
            )
            .max(20)
            .describe("the newest of them, at most 20"),
        }),
      ),
      next,
    }),
  },
} as const satisfies Record<string, Endpoint>;
