import { factKinds } from "@dutyloop/domain/assessment/things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { figureNumber } from "./inputs.ts";
import { contentCode, reason } from "./periods.ts";
import { count, decimal, id, instant, next, organizationParams, page, periodName, plainDate, words } from "./shapes.ts";

const states = z.enum(["open", "upheld", "rejected"]);

const dispute = z.object({
  id,
  organizationId: id,
  organizationName: z.string(),
  scheme: z.object({ code: z.string(), version: count, name: words }),
  period: periodName,
  version: count,
  line: z.string(),
  lineName: words,
  factId: id.nullable(),
  reason: z.string(),
  state: states,
  openedAt: instant,
  openedBy: z.string(),
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
  answeredBy: z.string().nullable(),
  totalBefore: decimal.nullable(),
  totalAfter: decimal.nullable(),
});

const content = z.strictObject({
  occurredOn: plainDate,
  countsOn: plainDate,
  quantity: figureNumber,
  base: figureNumber.nullable(),
  attributes: z.record(z.string().max(64), z.union([z.string().max(100), z.int()])),
});

/** What an upheld dispute changes: facts reversed, with or without another in their place, and facts that were missing. */
const correction = {
  reversals: z
    .array(
      z.strictObject({
        factId: id,
        change: content.partial().nullable().describe("what the fact booked instead says otherwise; null for none"),
      }),
    )
    .max(50),
  additions: z
    .array(
      content.extend({
        kind: z.enum(factKinds),
        subjectId: id.nullable().describe("党小组 it is about; null for the organisation itself"),
      }),
    )
    .max(50)
    .describe("facts that were missing"),
};

const lineState = z.enum(["scored", "not_applicable", "pending"]);
const figures = z.object({
  total: decimal.nullable(),
  coverage: decimal,
  lines: z.array(
    z.object({
      code: z.string(),
      name: words,
      state: lineState,
      points: decimal.nullable(),
      fullMarks: decimal,
    }),
  ),
});

const sheetAbove = z.object({
  organizationId: id,
  organizationName: z.string().nullable().describe("null for what lies outside the caller's places"),
  scheme: z.object({ code: z.string(), version: count, name: words }),
  totalBefore: decimal.nullable(),
  totalAfter: decimal.nullable(),
  lines: z
    .array(
      z.object({
        code: z.string(),
        name: words,
        stateBefore: lineState,
        before: decimal.nullable(),
        state: lineState.describe("pending: the answer would be refused, because nobody could settle it any more"),
        after: decimal.nullable(),
      }),
    )
    .describe("those that change"),
});

const disputeParams = z.object({ disputeId: id });
const correctionRefusals = [
  "dispute.not_open",
  "dispute.nothing_changed",
  "dispute.fact_unknown",
  "dispute.fact_reversed",
  "dispute.fact_not_of_line",
  "dispute.outside_period",
  "dispute.leaf_would_be_pending",
  "record.subject_not_here",
  "judgement.not_named",
  "judgement.role_differs",
  "judgement.given_already",
  "judgement.line_not_used",
  "judgement.points_out_of_range",
  "measure.red_line",
  "measure.metric_missing",
  "measure.metric_unknown",
  "measure.in_future",
  "measure.below_zero",
  "measure.base_not_positive",
  "measure.severity_missing",
  "measure.review_incomplete",
] as const;

export const disputesEndpoints = {
  listDisputes: {
    summary: { zh: "申诉（含下级）", en: "Disputes of an organisation and below" },
    access: "dispute.read",
    params: organizationParams,
    query: z.object({ ...page, period: periodName.optional(), state: states.optional() }),
    answer: z.object({ items: z.array(dispute), next }),
  },
  raiseDispute: {
    summary: { zh: "公示期内对自己的一行得分提出申诉", en: "Dispute a line of one's own score in publicity" },
    access: "dispute.raise",
    params: organizationParams,
    body: z.strictObject({
      scheme: contentCode,
      period: periodName,
      line: contentCode,
      factId: id.nullable().describe("fact it is about, if one"),
      reason,
    }),
    answer: z.object({ id }),
    refusals: [
      "score.none_yet",
      "dispute.not_in_publicity",
      "dispute.line_unknown",
      "dispute.fact_unknown",
      "dispute.already_open",
      "dispute.reason_missing",
    ],
  },
  previewDispute: {
    summary: { zh: "用同一批数据重算，不保存", en: "Score again with the correction, without saving" },
    access: "dispute.answer",
    params: disputeParams,
    body: z.strictObject(correction),
    answer: z.object({
      before: figures,
      after: figures,
      above: z.array(sheetAbove).describe("sheets above that change with it, the nearest first"),
    }),
    refusals: correctionRefusals,
  },
  answerDispute: {
    summary: { zh: "答复申诉：成立则红冲更正，不成立则说明", en: "Answer a dispute, with reversing entries if upheld" },
    access: "dispute.answer",
    params: disputeParams,
    body: z.discriminatedUnion("outcome", [
      z.strictObject({ outcome: z.literal("upheld"), answer: reason, ...correction }),
      z.strictObject({ outcome: z.literal("rejected"), answer: reason }),
    ]),
    answer: z.object({ id, state: states, totalBefore: decimal.nullable(), totalAfter: decimal.nullable() }),
    refusals: [...correctionRefusals, "dispute.own_answer", "dispute.answer_missing"],
  },
} as const satisfies Record<string, Endpoint>;
