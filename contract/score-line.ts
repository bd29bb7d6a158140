import type { ScoreLine } from "@dutyloop/domain/assessment/things.ts";
import { z } from "zod";
import { arithmetic, reach } from "./score-arithmetic.ts";
import { count, decimal, words } from "./shapes.ts";

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
  why: z.enum(["sample", "settled"]).nullable().describe("样本不足, or settled by a person at the close"),
  arithmetic,
  reach: reach.nullable().describe("what it would take to reach full marks; null at full marks and for nodes"),
  factCount: count,
}) satisfies z.ZodType<ScoreLine>;
