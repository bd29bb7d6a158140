import { z } from "zod";
import { contentCode } from "./periods.ts";
import { boardState, gradeRef, publicityDays, schemeChoice, schemeRef, veto } from "./score-shapes.ts";
import { count, decimal, id, instant, next, page, periodName, words } from "./shapes.ts";

/** A board's page is what a screen shows at once: its rows carry a year each. */
export const boardQuery = z.object({
  ...page,
  limit: page.limit.default(25),
  scheme: contentCode.default("monthly").describe("code of the scheme"),
  period: periodName,
  history: z.coerce.number().int().min(2).max(12).default(2).describe("so many periods up to this one beside each row"),
  class: z.string().max(40).optional().describe("the class with the most organisations without it"),
});

const before = z
  .object({ rank: count.nullable(), total: decimal.nullable() })
  .nullable()
  .describe("where it stood on the last published board of the same class; null: it wasn't on it");

const row = z.object({
  organizationId: id,
  organizationName: z.string(),
  rank: count.nullable().describe("null: below the coverage threshold or without a total"),
  before,
  total: decimal.nullable(),
  change: decimal.nullable().describe("total less the total of the period before"),
  adjustment: decimal.nullable().describe("以前期间调整: what facts after the close change; never in rank or total"),
  coverage: decimal,
  history: z.array(decimal.nullable()).describe("totals of `historyPeriods`, in their order"),
  weakest: z.object({ code: z.string(), name: words, points: decimal, fullMarks: decimal }).nullable(),
  vetoes: z.array(veto.pick({ code: true, name: true, decision: true })),
  suggestedGrade: gradeRef.nullable().describe("建议等次"),
  grade: gradeRef.nullable().describe("decided by a person"),
  gradeReason: z.string().nullable().describe("why it differs from the suggestion"),
});

const grades = z
  .array(
    gradeRef.extend({
      organizations: count.describe("of those ranked; by decided grades, else suggested ones"),
      limit: count.nullable().describe("at most so many by the scheme's proportion; null: no limit"),
      over: z.boolean(),
    }),
  )
  .describe("from the best; empty where the scheme has no grades");

/** What stands over every board. */
const head = z.object({
  organizationId: id.describe("organisation that assesses"),
  organizationName: z.string(),
  period: periodName,
  periodState: z.enum(["open", "publicity", "closed"]),
  periodVersion: count,
  state: boardState,
  publicity: publicityDays.nullable(),
  publishedAt: instant.nullable(),
  scheme: schemeRef,
  class: z.string().describe("empty for organisations without a class"),
  organizations: count.describe("on the board, ranked or not"),
  ranked: count,
  mean: decimal.nullable().describe("mean of the ranked totals, rounded once"),
  previousBoard: periodName.nullable().describe("the last published board of the same class"),
});

export const board = head.extend({
  coverageThreshold: decimal,
  schemes: z.array(schemeChoice),
  classes: z.array(z.object({ class: z.string(), organizations: count })),
  grades,
  historyPeriods: z
    .array(periodName)
    .describe("as many periods up to this one as were asked for; of a mean the periods it is made of"),
  items: z.array(row),
  next,
});

/** 公示 and 发布: name, rank, total, change and the decided grade; what stands behind them stays with those who may see it. */
export const publishedBoard = head.extend({
  items: z.array(
    row.pick({
      organizationId: true,
      organizationName: true,
      rank: true,
      before: true,
      total: true,
      coverage: true,
      grade: true,
    }),
  ),
  next,
});

export const publishedBoardEntry = head
  .pick({ period: true, periodVersion: true, publicity: true, publishedAt: true, scheme: true, class: true })
  .extend({ assessorId: id, assessorName: z.string(), state: z.enum(["publicity", "published"]) });
