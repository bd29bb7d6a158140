import type { Arithmetic, Reach } from "@dutyloop/domain/assessment/things.ts";
import { z } from "zod";
import { figure, valueOrigin } from "./score-value.ts";
import { count } from "./shapes.ts";

const share = { target: figure, quotient: figure, ofTarget: figure, capped: z.boolean() };
const childFigures = { code: z.string(), points: figure, fullMarks: figure };

/** The figures behind a line; `form` says how to read them. See domain/assessment/things.ts. */
export const arithmetic = z.discriminatedUnion("form", [
  z.object({
    form: z.literal("timely_ratio"),
    due: figure,
    onTime: figure,
    late: figure,
    lateFactor: figure,
    ...share,
    breakdown: z.array(z.object({ template: z.string(), due: figure, onTime: figure, late: figure })),
  }),
  z.object({
    form: z.literal("ratio"),
    numerator: figure,
    denominator: figure,
    ...share,
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
  z.object({
    form: z.literal("of_target"),
    value: figure,
    target: figure,
    ofTarget: figure,
    capped: z.boolean(),
    origin: valueOrigin,
  }),
  z.object({
    form: z.literal("linear"),
    value: figure,
    baseline: figure,
    target: figure,
    share: figure,
    origin: valueOrigin,
  }),
  z.object({
    form: z.literal("bands"),
    value: figure,
    bound: figure.nullable(),
    points: figure,
    origin: valueOrigin,
  }),
  z.object({
    form: z.literal("cel"),
    value: figure,
    expression: z.string(),
    result: figure,
    floor: figure,
    ceiling: figure,
    bounded: z.boolean(),
    origin: valueOrigin,
  }),
  z.object({ form: z.literal("no_data"), meaning: z.enum(["pending", "not_applicable", "full", "zero"]) }),
  z.object({ form: z.literal("sample"), answers: figure, minimum: count }),
  z.object({ form: z.literal("judges_missing"), judged: count, minimum: count }),
  z.object({
    form: z.literal("inputs_missing"),
    inputs: z.array(
      z.object({
        name: z.string(),
        indicator: z.string(),
        state: z.enum(["scored", "not_applicable", "pending"]),
      }),
    ),
  }),
  z.object({ form: z.literal("settled"), outcome: z.enum(["not_applicable", "zero"]) }),
  z.object({ form: z.literal("stored") }),
  z.object({
    form: z.literal("sum"),
    counted: z.array(z.object(childFigures)),
    points: figure,
    marks: figure,
    redistributed: z.boolean(),
  }),
  z.object({
    form: z.literal("weighted"),
    counted: z.array(z.object({ ...childFigures, weight: figure })),
    weights: figure,
  }),
  z.object({
    form: z.literal("extra"),
    effect: z.enum(["bonus", "deduction"]),
    points: figure,
    ceiling: figure,
    bounded: z.boolean(),
  }),
]) satisfies z.ZodType<Arithmetic>;

/** What it would take to reach full marks. */
export const reach = z.discriminatedUnion("form", [
  z.object({ form: z.literal("numerator"), missing: figure }),
  z.object({ form: z.literal("units_off"), points: figure }),
  z.object({ form: z.literal("units_more"), points: figure }),
  z.object({ form: z.literal("value"), target: figure }),
  z.object({ form: z.literal("data") }),
]) satisfies z.ZodType<Reach>;
