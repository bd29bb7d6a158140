import { z } from "zod";
import { scoreLine } from "./score-line.ts";
import {
  adjustment,
  boardState,
  gradeRef,
  publicityDays,
  schemeChoice,
  schemeRef,
  span,
  veto,
} from "./score-shapes.ts";
import { count, decimal, id, instant, periodName, words } from "./shapes.ts";
import { sinceClose } from "./since-close.ts";

const line = scoreLine.extend({
  dimension: z.string().nullable(),
  basis: words.nullable(),
  settled: z.string().nullable().describe("the reason, where a person settled it when the period closed"),
  since: z
    .array(sinceClose)
    .describe("what came after the close and doesn't change this line; none while the period is open, and for nodes"),
});

/** A figure of a longer period: the mean of the totals of its periods. */
const mean = z.object({
  counted: z.array(z.object({ period: periodName, total: decimal })),
  leftOut: z.array(z.object({ period: periodName, reason: z.enum(["open", "not_whole", "coverage", "no_total"]) })),
});

const ownAdjustment = adjustment
  .omit({ period: true })
  .extend({
    lines: z
      .array(z.object({ code: z.string(), name: words, published: decimal.nullable(), adjusted: decimal.nullable() }))
      .describe("lines that differ"),
  })
  .nullable()
  .describe("以前期间调整 of this period itself: its total with the facts that came after the close");

const changed = z.object({ before: z.string(), now: z.string() }).nullable().describe("null: unchanged");
const changes = z
  .object({
    since: periodName,
    totalBefore: decimal.nullable(),
    facts: z.object({ before: count, now: count }).describe("facts that count in either period"),
    schemeVersion: z.object({ before: count, now: count }).nullable().describe("null: unchanged"),
    class: changed,
    parent: changed,
    lines: z
      .array(z.object({ code: z.string(), before: decimal.nullable(), now: decimal.nullable() }))
      .describe("lines with other points than before; null: not scored or not in that version"),
  })
  .nullable()
  .describe("since the period before; null where there is none");

/** What a score is made of, to the last digit. */
export const score = z.object({
  organizationId: id,
  organizationName: z.string(),
  class: z.string(),
  period: periodName,
  span,
  periodState: z.enum(["open", "publicity", "closed"]),
  periodVersion: count,
  versions: count.describe("versions of the period there are; each stays readable"),
  state: boardState,
  publicity: publicityDays.nullable(),
  scheme: schemeRef.extend({ cadence: span, coverageThreshold: decimal }),
  schemes: z.array(schemeChoice),
  periods: z.array(periodName).describe("periods with a score, newest first, each length after the other"),
  total: decimal.nullable(),
  coverage: decimal,
  ranks: z
    .array(z.object({ organizationId: id, organizationName: z.string(), rank: count.nullable(), of: count }))
    .describe("on the boards of the organisations above that the caller may see, the nearest first; none in a trial"),
  grade: z
    .object({ suggested: gradeRef.nullable(), decided: gradeRef.nullable(), reason: z.string().nullable() })
    .nullable()
    .describe("null where the scheme has no grades"),
  vetoes: z.array(veto).describe("shown before everything else"),
  composition: z
    .object({
      root: decimal,
      bonus: decimal,
      deduction: decimal,
      floor: decimal,
      ceiling: decimal,
      bounded: z.boolean().describe("the sum lay outside floor…ceiling"),
      cappedBy: z.string().nullable().describe("the confirmed veto that holds the total down"),
    })
    .nullable()
    .describe("how the total is put together from the tree, bonus and deduction; null for a mean or without a total"),
  lines: z
    .array(line)
    .describe("the root first, each node before its children, bonus and deduction last; none for a mean"),
  mean: mean.nullable().describe("for a period longer than the scheme's own"),
  adjustment: ownAdjustment,
  adjustments: z
    .array(adjustment)
    .describe(
      "of a mean: of its periods; of an open period: of earlier ones, by facts booked in it, never in its total",
    ),
  changes,
  computedAt: instant,
});
