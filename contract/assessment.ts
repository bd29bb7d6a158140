import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { scoreLine } from "./score-line.ts";
import { count, decimal, id, instant, month, next, organizationParams, page, plainDate, words } from "./shapes.ts";

const scheme = z.object({ code: z.string(), version: count, name: words });

export const assessmentEndpoints = {
  getBoard: {
    summary: { zh: "月积分榜", en: "The month's board" },
    access: "board.read",
    params: organizationParams,
    query: z.object({ ...page, period: month, class: z.string().max(40).optional() }),
    answer: z.object({
      period: month,
      state: z.enum(["trial", "publicity", "published"]).describe("试算 → 公示 → 发布"),
      scheme,
      coverageThreshold: decimal,
      classes: z.array(z.object({ class: z.string(), organizations: count })),
      mean: decimal.nullable().describe("mean of the ranked totals, rounded once"),
      items: z.array(
        z.object({
          organizationId: id,
          organizationName: z.string(),
          class: z.string().nullable(),
          rank: count.nullable().describe("null: below the coverage threshold or without a total"),
          total: decimal.nullable(),
          change: decimal.nullable().describe("total less the total of the month before"),
          coverage: decimal,
          history: z
            .array(z.object({ period: month, total: decimal.nullable() }))
            .describe("twelve months up to this one"),
          weakest: z.object({ code: z.string(), name: words, points: decimal, fullMarks: decimal }).nullable(),
        }),
      ),
      next,
    }),
  },
  getScore: {
    summary: { zh: "得分说明书", en: "Why this score: the score sheet explained" },
    access: "score.read",
    params: organizationParams.extend({ period: month }),
    answer: z.object({
      organizationId: id,
      organizationName: z.string(),
      period: month,
      scheme,
      state: z.enum(["trial", "publicity", "published"]),
      total: decimal.nullable(),
      coverage: decimal,
      rank: count.nullable(),
      rankedOf: count.nullable(),
      previousTotal: decimal.nullable(),
      computedAt: instant,
      lines: z.array(scoreLine.extend({ dimension: z.string().nullable(), basis: z.string().nullable() })),
    }),
    refusals: ["score.none_yet"],
  },
  listScoreFacts: {
    summary: { zh: "一行得分的依据", en: "The facts behind one line of a score" },
    access: "score.read",
    params: organizationParams.extend({ period: month, lineCode: z.string().max(60) }),
    query: z.object({ ...page }),
    answer: z.object({
      items: z.array(
        z.object({
          id,
          kind: z.string(),
          sign: z.int(),
          subjectName: z.string().nullable(),
          occurredOn: plainDate,
          countsOn: plainDate,
          quantity: decimal,
          base: decimal.nullable(),
          templateName: words.nullable(),
          timeliness: z.string().nullable(),
          recordId: id.nullable().describe("the record it comes from"),
          recordedAt: instant,
        }),
      ),
      next,
    }),
  },
} as const satisfies Record<string, Endpoint>;
