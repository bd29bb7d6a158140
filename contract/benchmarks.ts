import { benchmarkPart } from "@dutyloop/domain/standards/benchmark-things.ts";
import { contentCode } from "@dutyloop/domain/standards/things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { count, decimal, instant, organizationParams, plainDate, words } from "./shapes.ts";

const year = z.coerce.number().int().min(2000).max(2999);
const note = z.string().trim().max(500);
const percent = decimal.describe("percent, two decimals");

const result = z
  .object({
    met: z.boolean(),
    note: z.string(),
    dueOn: plainDate.nullable().describe("until when a gap is to be closed"),
    at: instant,
    verified: z.object({ met: z.boolean(), note: z.string(), at: instant }).nullable(),
  })
  .nullable()
  .describe("null where nobody looked yet");

/** What was found of the items of a set in a year. */
const foundItems = z.strictObject({
  year: z.int().min(2000).max(2999),
  items: z
    .array(z.strictObject({ code: contentCode, met: z.boolean(), note, dueOn: plainDate.nullable() }))
    .min(1)
    .max(200),
});

export const benchmarksEndpoints = {
  getBenchmark: {
    summary: {
      zh: "标准化对标：逐项自查、核验、雷达图和年度目标",
      en: "Standing against the set of its kind, item by item",
    },
    access: "obligation.read",
    params: organizationParams,
    query: z.object({ year }),
    answer: z.object({
      year: count,
      set: z
        .object({
          code: z.string(),
          name: words,
          example: z.boolean(),
          parts: z.array(
            z.object({
              code: z.string(),
              name: words,
              met: count,
              checked: count,
              share: percent,
              items: z.array(z.object({ code: z.string(), name: words, result })),
            }),
          ),
        })
        .nullable()
        .describe("null for kinds of organisations that have no set"),
      share: percent,
      gaps: count,
      unchecked: count,
      years: z
        .array(z.object({ year: count, target: count.nullable(), share: percent, reached: z.boolean().nullable() }))
        .describe("三年登高: this year and the two before"),
    }),
    refusals: ["not_found"],
  },
  checkBenchmark: {
    summary: { zh: "逐项自查", en: "Look at oneself, item by item" },
    access: "benchmark.check",
    params: organizationParams,
    body: foundItems,
    answer: z.object({ checked: count }),
    refusals: [
      "benchmark.none_for_kind",
      "benchmark.item_unknown",
      "benchmark.due_missing",
      "benchmark.due_in_past",
      "benchmark.year_in_future",
    ],
  },
  verifyBenchmark: {
    summary: { zh: "逐项核验", en: "Verify what an organisation found of itself" },
    access: "benchmark.verify",
    params: organizationParams,
    body: foundItems,
    answer: z.object({ verified: count }),
    refusals: [
      "benchmark.none_for_kind",
      "benchmark.item_unknown",
      "benchmark.not_checked",
      "benchmark.own_check",
      "benchmark.due_missing",
      "benchmark.due_in_past",
      "benchmark.year_in_future",
    ],
  },
  changeBenchmarkSet: {
    summary: {
      zh: "修改对标的方面和条目（自某年起，全集团）",
      en: "Change the parts and items of a set, from a year on, for the whole group",
    },
    access: "template.manage",
    params: z.object({ setCode: contentCode }),
    body: z.strictObject({
      year: z.int().min(2000).max(2999).describe("first year it holds for, this one or a later one"),
      parts: z.array(benchmarkPart).min(1).max(20),
    }),
    answer: z.object({ items: count }),
    refusals: [
      "not_found",
      "benchmark.year_is_over",
      "benchmark.too_many_items",
      "benchmark.code_twice",
      "benchmark.item_twice",
    ],
  },
  setBenchmarkTarget: {
    summary: { zh: "定年度目标（三年登高）", en: "Set the target of a year" },
    access: "benchmark.verify",
    params: organizationParams,
    body: z.strictObject({ year: z.int().min(2000).max(2999), target: z.int().min(1).max(100) }),
    answer: z.object({ target: count }),
    refusals: ["benchmark.none_for_kind"],
  },
} as const satisfies Record<string, Endpoint>;
