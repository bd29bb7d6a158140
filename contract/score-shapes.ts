import { z } from "zod";
import { count, decimal, periodName, plainDate, words } from "./shapes.ts";

/** Shapes that a board and a score sheet have in common. */
export const span = z.enum(["month", "quarter", "half_year", "year"]);
export const boardState = z.enum(["trial", "publicity", "published"]).describe("试算 → 公示 → 发布");
export const schemeRef = z.object({ code: z.string(), version: count, name: words });
/** A scheme that the organisation is scored or assesses by, for a picker. */
export const schemeChoice = z.object({ code: z.string(), name: words, cadence: span });
export const publicityDays = z
  .object({
    from: plainDate,
    to: plainDate,
    workdaysLeft: count.optional().describe("while it runs: today included, without the group's holidays"),
  })
  .describe("first and last day of 公示");
export const gradeRef = z.object({ code: z.string(), name: words });
export const veto = z
  .object({
    code: z.string(),
    name: words,
    count: count.describe("facts that stand"),
    atLeast: count.describe("how many trigger it"),
    decision: z.enum(["waiting", "confirmed", "dismissed"]),
    effect: z.discriminatedUnion("caps", [
      z.object({ caps: z.literal("grade"), grade: gradeRef }),
      z.object({ caps: z.literal("total"), total: decimal }),
    ]),
  })
  .describe("一票否决 whose facts stand; it caps only once a person has confirmed it");
/** 以前期间调整: what facts that came after the close changed. */
export const adjustment = z.object({
  period: periodName,
  published: decimal.nullable(),
  adjusted: decimal.nullable(),
  adjustment: decimal.nullable().describe("adjusted − published; null where one of them is missing"),
  facts: count.describe("facts that came after the close"),
});
