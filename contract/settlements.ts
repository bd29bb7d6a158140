import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { count, decimal, id, instant, next, page, periodName, words } from "./shapes.ts";

export const settlementsEndpoints = {
  listSettlements: {
    summary: { zh: "已认定的待补报指标", en: "How pending leaves were settled" },
    access: "period.manage",
    params: z.object({ period: periodName }),
    query: z.object({ ...page }),
    answer: z.object({
      version: count.describe("version of the period that they are of: its newest"),
      items: z.array(
        z.object({
          organizationId: id,
          organizationName: z.string(),
          scheme: z.object({ code: z.string(), version: count, name: words }),
          line: z.string(),
          lineName: words,
          fullMarks: decimal,
          outcome: z.enum(["value", "not_applicable", "zero"]),
          value: decimal.nullable().describe("of the indicator, where that is the outcome"),
          reason: z.string(),
          settledAt: instant,
          settledBy: z.string(),
          counts: z.boolean().describe("false: data that arrived before the close stand instead"),
        }),
      ),
      next,
    }),
  },
} as const satisfies Record<string, Endpoint>;
