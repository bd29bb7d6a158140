import { z } from "zod";
import { count, decimal, instant } from "./shapes.ts";

/** What came after the entries of a period had ended and would change a line; the line's figures stay. */
export const sinceClose = z.discriminatedUnion("what", [
  z.object({ what: z.literal("facts"), count: count.describe("facts and reversals that the line reads") }),
  z.object({ what: z.literal("receipt"), at: instant.describe("when its source had delivered in full") }),
  z.object({ what: z.literal("withdrawal"), at: instant.describe("when a delivery of its source was withdrawn") }),
  z.object({
    what: z.literal("figure"),
    scheme: z.string(),
    atClose: decimal.nullable().describe("figure of the other scheme that the line was made of"),
    now: decimal.nullable(),
  }),
  z.object({
    what: z.literal("children"),
    scheme: z.string(),
    changed: count.describe("organisations below that have other figures in the other scheme now"),
  }),
]);
export type SinceClose = z.infer<typeof sinceClose>;
