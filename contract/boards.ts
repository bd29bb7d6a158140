import { periodStates } from "@dutyloop/domain/assessment/period-things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { contentCode, reason } from "./periods.ts";
import { count, decimal, id, instant, next, organizationParams, page, periodName, plainDate, words } from "./shapes.ts";

/** 比例控制: checked and shown, never forced. */
const proportion = z.object({
  grade: z.string(),
  name: words,
  atMost: decimal.describe("share of the ranked organisations of the class, 0.30"),
  limit: count.describe("how many that is, rounded down"),
  count: count.describe("how many hold it: decided by a person, else suggested"),
  over: count.describe("how many too many"),
});

const classQuery = {
  scheme: contentCode,
  period: periodName,
  class: z.string().max(40).describe("class inside which organisations are compared; empty where it has none"),
};

export const boardsEndpoints = {
  getBoardDraft: {
    summary: { zh: "发布前的榜单：等次、比例、一票否决", en: "A board before it is published: grades, shares, vetoes" },
    access: "board.read",
    params: organizationParams,
    query: z.object({ ...page, ...classQuery }),
    answer: z.object({
      period: periodName,
      state: z.enum(periodStates),
      version: count,
      publicityTo: plainDate.nullable(),
      scheme: z.object({ code: z.string(), version: count, name: words }),
      published: z
        .object({ boardId: id, publishedAt: instant, publishedBy: z.string() })
        .nullable()
        .describe("null as long as nobody published this version"),
      obstacle: z
        .object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) })
        .nullable()
        .describe("why it can't be published now; a refusal's code and values"),
      organizations: count,
      ranked: count,
      proportions: z.array(proportion),
      vetoes: z.array(
        z.object({
          organizationId: id,
          organizationName: z.string(),
          veto: z.string(),
          name: words,
          facts: count.describe("facts that trigger it"),
          decision: z.enum(["waiting", "confirmed", "dismissed"]),
        }),
      ),
      items: z.array(
        z.object({
          organizationId: id,
          organizationName: z.string(),
          position: count,
          rank: count.nullable(),
          rankBefore: count.nullable().describe("on the last published board of the same class"),
          total: decimal.nullable(),
          totalBefore: decimal.nullable(),
          coverage: decimal,
          suggestedGrade: z.string().nullable(),
          cappedBy: z.string().nullable().describe("confirmed veto that holds the grade down"),
          grade: z.string().nullable().describe("decided by a person"),
          gradeReason: z.string().nullable(),
        }),
      ),
      next,
    }),
    refusals: ["board.scheme_not_in_force"],
  },
  decideVeto: {
    summary: { zh: "确认或撤销一票否决", en: "Confirm or dismiss a veto" },
    access: "board.prepare",
    params: organizationParams,
    body: z.strictObject({
      scheme: contentCode,
      period: periodName,
      veto: contentCode,
      confirmed: z.boolean().describe("false: the facts don't bear it"),
      reason,
    }),
    answer: z.object({ organizationId: id, scheme: z.string(), period: periodName, version: count, veto: z.string() }),
    refusals: [
      "score.none_yet",
      "veto.not_triggered",
      "veto.already_decided",
      "veto.period_closed",
      "board.already_published",
    ],
  },
  decideGrade: {
    summary: { zh: "确定等次", en: "Decide a grade" },
    access: "board.prepare",
    params: organizationParams,
    body: z.strictObject({ scheme: contentCode, period: periodName, grade: contentCode, reason }),
    answer: z.object({ organizationId: id, scheme: z.string(), period: periodName, version: count, grade: z.string() }),
    refusals: [
      "score.none_yet",
      "board.grade_unknown",
      "board.grade_above_cap",
      "board.grade_reason_missing",
      "board.already_published",
    ],
  },
  publishBoard: {
    summary: { zh: "发布榜单：名次、得分、变化从此定格", en: "Publish a board: rank, total and change are frozen" },
    access: "board.publish",
    params: organizationParams,
    body: z.strictObject(classQuery),
    answer: z.object({
      boardId: id,
      period: periodName,
      version: count,
      publishedAt: instant,
      organizations: count,
      ranked: count,
      proportions: z.array(proportion),
    }),
    refusals: [
      "board.scheme_not_in_force",
      "board.nobody_on_it",
      "board.of_persons",
      "board.already_published",
      "board.in_trial",
      "board.in_publicity",
      "board.disputes_open",
      "board.veto_waiting",
      "board.grade_unknown",
      "board.grade_above_cap",
      "board.grade_reason_missing",
    ],
  },
} as const satisfies Record<string, Endpoint>;
