import type { ValueOrigin } from "@dutyloop/domain/assessment/things.ts";
import { z } from "zod";
import { count, plainDate } from "./shapes.ts";

export const figure = z.string().describe("decimal as text, an endless one cut off with …");

/** How a value came about that a points rule turns into points. See domain/assessment/things.ts. */
export const valueOrigin = z.discriminatedUnion("of", [
  z.object({ of: z.literal("ratio"), numerator: figure, denominator: figure }),
  z.object({ of: z.literal("timely_ratio"), due: figure, onTime: figure, late: figure, lateFactor: figure }),
  z.object({ of: z.literal("sum"), facts: count }),
  z.object({ of: z.literal("count"), facts: count }),
  z.object({ of: z.literal("last"), occurredOn: plainDate, facts: count }),
  z.object({ of: z.literal("mean"), sum: figure, facts: count, answers: figure.nullable() }),
  z.object({
    of: z.literal("judges"),
    judges: z.array(z.object({ judge: z.string(), points: figure, counted: z.boolean() })),
    sum: figure,
    counted: count,
  }),
  z.object({
    of: z.literal("formula"),
    expression: z.string(),
    inputs: z.array(z.object({ name: z.string(), indicator: z.string(), value: figure })),
  }),
  z.object({
    of: z.literal("rollup"),
    scheme: z.string(),
    line: z.string().nullable(),
    weighting: z.enum(["equal", "members"]),
    scored: count,
    pending: count,
    notApplicable: count,
    sum: figure,
    weights: figure,
  }),
  z.object({ of: z.literal("figure"), scheme: z.string() }),
  z.object({ of: z.literal("settled") }),
]) satisfies z.ZodType<ValueOrigin>;
