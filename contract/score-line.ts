import type { ScoreLine } from "@dutyloop/domain/assessment/things.ts";
import { z } from "zod";
import { count, decimal, words } from "./shapes.ts";

const figure = z.string().describe("decimal as text, an endless one cut off with …");

/** The figures behind a line; `form` says how to read them. See domain/assessment/things.ts. */
const arithmetic = z.discriminatedUnion("form", [
  z.object({
    form: z.literal("timely_ratio"),
    due: figure,
    onTime: figure,
    late: figure,
    lateFactor: figure,
    target: figure,
    quotient: figure,
    ofTarget: figure,
    capped: z.boolean(),
    breakdown: z.array(z.object({ template: z.string(), due: figure, onTime: figure, late: figure })),
  }),
  z.object({
    form: z.literal("ratio"),
    numerator: figure,
    denominator: figure,
    target: figure,
    quotient: figure,
    ofTarget: figure,
    capped: z.boolean(),
    breakdown: z.array(z.object({ template: z.string(), numerator: figure, denominator: figure })),
  }),
  z.object({
    form: z.literal("units"),
    rule: z.enum(["add", "deduct"]),
    items: z.array(z.object({ value: z.string(), quantity: figure, unit: figure, points: figure })),
    sum: figure,
    bound: figure,
    bounded: z.boolean(),
  }),
  z.object({ form: z.literal("linear"), value: figure, baseline: figure, target: figure, share: figure }),
  z.object({ form: z.literal("bands"), value: figure, bound: figure.nullable() }),
  z.object({ form: z.literal("no_data"), meaning: z.enum(["pending", "not_applicable", "full", "zero"]) }),
  z.object({
    form: z.literal("sum"),
    counted: z.array(z.object({ code: z.string(), points: figure, fullMarks: figure })),
    points: figure,
    marks: figure,
    redistributed: z.boolean(),
  }),
  z.object({
    form: z.literal("weighted"),
    counted: z.array(z.object({ code: z.string(), points: figure, fullMarks: figure, weight: figure })),
    weights: figure,
  }),
  z.object({
    form: z.literal("extra"),
    effect: z.enum(["bonus", "deduction"]),
    points: figure,
    ceiling: figure,
    bounded: z.boolean(),
  }),
]);

export const scoreLine = z.object({
  code: z.string(),
  parent: z.string().nullable(),
  kind: z.enum(["leaf", "node"]),
  name: words,
  version: count.nullable(),
  fullMarks: decimal,
  state: z.enum(["scored", "not_applicable", "pending"]),
  value: z.object({ n: z.string(), d: z.string() }).nullable(),
  points: decimal.nullable(),
  arithmetic,
  factCount: count,
}) satisfies z.ZodType<ScoreLine>;
