import { z } from "zod";
import { bilingualText, contentCode } from "./things.ts";

const item = z.strictObject({ code: contentCode, name: bilingualText });
export const benchmarkPart = z.strictObject({ code: contentCode, name: bilingualText, items: z.array(item).min(1) });
export type BenchmarkPart = z.infer<typeof benchmarkPart>;

/** 对标: what organisations of a kind compare themselves with, part by part and item by item (RES-04). */
export const benchmarkSet = z.strictObject({
  code: contentCode,
  name: bilingualText,
  rules: z.array(z.string().max(20)),
  /** The sources name the parts; the items are there to be adapted. */
  example: z.boolean(),
  fits: z.enum(["branch", "committee"]),
  parts: z.array(benchmarkPart).min(1),
});
export type BenchmarkSet = z.infer<typeof benchmarkSet>;

/** What was found of one item: by the organisation itself, then by who verified it; null where nobody looked yet. */
export type BenchmarkResult = {
  readonly itemCode: string;
  readonly selfMet: boolean;
  readonly verifiedMet: boolean | null;
};
