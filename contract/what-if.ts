import { periodStates } from "@dutyloop/domain/assessment/period-things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { contentCode } from "./periods.ts";
import { count, decimal, id, month, organizationParams, periodName, words } from "./shapes.ts";

const reason = z.object({
  code: z.string(),
  name: words,
  before: decimal.nullable().describe("what the leaf adds to the mean of the totals; null: the scheme doesn't have it"),
  after: decimal.nullable(),
  change: decimal,
});

const mover = z.object({
  organizationId: id,
  organizationName: z.string(),
  class: z.string(),
  meanBefore: decimal.nullable().describe("mean of the totals of the periods that count; null without any"),
  meanAfter: decimal.nullable(),
  changeOfMean: decimal.nullable(),
  rankBefore: count.nullable().describe("within the class, of everybody at and below the organisation that asks"),
  rankAfter: count.nullable(),
  changeOfRank: count.nullable().describe("places gained; below zero: lost"),
  reasons: z.array(reason).describe("leaves that changed the mean most, at most three"),
});

/** What a changed scheme would have done. */
const simulatedScheme = z.object({
  scheme: z.object({ code: z.string(), name: words }),
  periods: z.array(z.object({ period: periodName, state: z.enum(periodStates) })).describe("past periods compared"),
  complete: z.boolean().describe("false for a provisional answer, of the first organisations and periods"),
  organizations: count,
  sheets: count.describe("sheets compared: one for each organisation and period it existed in for the whole"),
  moved: count.describe("organisations whose rank changes"),
  movers: z.array(mover).describe("the first fifty, by places moved, then by change of the mean"),
  weakLines: z
    .array(z.object({ code: z.string(), name: words, kind: z.enum(["same", "narrow"]), spread: decimal }))
    .describe("leaves that don't discriminate: all the same, or within less than 1 % of the full marks"),
  cost: z
    .object({ before: count, after: count, change: count, changeForAll: count, branches: count })
    .describe("fields a month that the indicators make a branch type, and the change for all branches"),
  scoredAgain: z.array(z.string()).describe("leaves that were scored from facts again; the others' values stay"),
});
export type SimulatedScheme = z.output<typeof simulatedScheme>;

export const whatIfEndpoints = {
  simulateScheme: {
    summary: {
      zh: "试算：改了方案，过去各期会怎样（不保存）",
      en: "What if: what a changed scheme would have done in past periods; nothing is saved",
    },
    access: "scheme.manage",
    params: organizationParams,
    body: z.strictObject({
      scheme: contentCode.describe("the scheme that stands"),
      body: z
        .record(z.string(), z.unknown())
        .describe("the whole changed scheme; its version number is given by the product"),
      indicators: z
        .array(z.record(z.string(), z.unknown()))
        .max(100)
        .default([])
        .describe("new indicators, and new versions of changed ones"),
      from: month,
      to: month,
    }),
    answer: simulatedScheme,
    refusals: ["what_if.not_sound", "what_if.no_past_period", "what_if.other_cadence"],
  },
} as const satisfies Record<string, Endpoint>;
