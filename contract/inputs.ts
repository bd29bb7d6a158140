import { z } from "zod";
import { definitionCode, definitionProblem } from "./definitions.ts";
import type { Endpoint } from "./endpoint.ts";
import { reason } from "./periods.ts";
import { span } from "./score-shapes.ts";
import { count, decimal, id, instant, month, next, organizationParams, page, plainDate, words } from "./shapes.ts";

const source = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
/** At most 12 digits before and 8 after the point. */
export const figureNumber = z.string().regex(/^-?\d{1,12}(?:\.\d{1,8})?$/, "request.field.number_form");
/** The kinds of fact that may come from outside. */
export const importedKinds = [
  "metric",
  "finding.opened",
  "finding.closed",
  "finding.overdue",
  "finding.relapsed",
  "honour",
  "review.result",
  "inspection.item",
] as const;
const attributeText = z.string().trim().min(1).max(60);
const attributes = z.strictObject({
  severity: attributeText.optional(),
  category: attributeText.optional(),
  grade: attributeText.optional(),
  level: attributeText.optional(),
  standard: attributeText.optional(),
  review: attributeText.optional(),
  group: attributeText.optional().describe("group of reviewers"),
  ballots: z.int().min(0).max(1_000_000).optional(),
});
const figure = z.strictObject({
  kind: z.enum(importedKinds).default("metric"),
  metric: definitionCode.nullable().default(null).describe("code of the figure; a metric always has one"),
  occurredOn: plainDate,
  quantity: figureNumber,
  base: figureNumber.nullable().default(null).describe("of how much, where it is a share"),
  attributes: attributes.default({}),
  note: z.string().trim().max(500).default("").describe("shown, never scored"),
});
const deliveryInput = z.strictObject({
  organizationId: id.optional(),
  organizationCode: z.string().min(1).max(40).optional(),
  figures: z.array(figure).max(5000).describe("empty: 零报告"),
});

const outcome = {
  deliveries: z.object({ added: count, unchanged: count }),
  figures: z.object({ added: count, unchanged: count }),
  afterClose: z.boolean().describe("the month is closed: what was added enters as adjustments"),
};
const judgedPeriod = z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])|-Q[1-4]|-H[12])?$/, "request.field.period_form");

const workbookRefusals = [
  "workbook.empty",
  "workbook.not_xlsx",
  "workbook.old_format",
  "workbook.too_large",
  "workbook.bomb",
  "workbook.damaged",
  "workbook.password_protected",
  "workbook.sheet_missing",
  "workbook.column_missing",
  "workbook.too_many_rows",
  "workbook.nothing_delivered",
] as const;

export const inputsEndpoints = {
  importMeasures: {
    summary: {
      zh: "报送业务数据（含零报告）；同一份重复报送不重复计入",
      en: "Deliver figures of a business system; the same delivery twice counts once",
    },
    access: "measure.import",
    params: organizationParams,
    body: z.strictObject({ source, month, deliveries: z.array(deliveryInput).min(1).max(5000) }),
    answer: z.object(outcome),
    refusals: ["measure.wrong_entries", "measure.red_line", "measure.month_in_future"],
  },
  downloadTemplate: {
    summary: { zh: "业务数据报送表（Excel）", en: "The workbook to deliver figures with" },
    access: "measure.import",
    params: organizationParams,
    query: z.object({ source, month }),
    binaryAnswer: "application/octet-stream",
    answer: z.unknown(),
  },
  previewWorkbook: {
    summary: { zh: "预览报送表：新增、不变、错误", en: "What a workbook would change, and what is wrong with it" },
    access: "measure.import",
    params: organizationParams,
    query: z.object({ source, month }),
    binaryBody: "application/octet-stream",
    answer: z.object({
      ...outcome,
      errors: count,
      problems: z.array(definitionProblem).describe("the first hundred; the path is sheet!cell"),
    }),
    refusals: [...workbookRefusals, "measure.red_line", "measure.month_in_future"],
  },
  importWorkbook: {
    summary: { zh: "报送 Excel：全部正确才计入", en: "Deliver a workbook: all of it or nothing" },
    access: "measure.import",
    params: organizationParams,
    query: z.object({ source, month }),
    binaryBody: "application/octet-stream",
    answer: z.object(outcome),
    refusals: ["measure.wrong_entries", ...workbookRefusals, "measure.red_line", "measure.month_in_future"],
  },
  listSources: {
    summary: { zh: "业务数据的来源与所供指标", en: "Sources of business figures and the indicators they feed" },
    access: "measure.import",
    params: organizationParams,
    answer: z.object({
      items: z.array(z.object({ code: source, indicators: z.array(words).describe("names of what it feeds") })),
    }),
  },
  listReceipts: {
    summary: { zh: "谁已报送，谁待补报", en: "Who has delivered and who is missing" },
    access: "measure.import",
    params: organizationParams,
    query: z.object({ ...page, source, month, which: z.enum(["all", "delivered", "missing"]).default("all") }),
    answer: z.object({
      expected: count.describe("organisations at and below that the source is scored for, or that delivered"),
      delivered: count,
      missing: count,
      items: z.array(
        z.object({
          organizationId: id,
          organizationCode: z.string(),
          organizationName: z.string(),
          deliveries: count,
          figures: count.describe("that count now, those of a dispute among them; 0 with a delivery: 零报告"),
          lastReceivedAt: instant.nullable().describe("null: 待补报"),
        }),
      ),
      next,
    }),
  },
  listFigures: {
    summary: {
      zh: "已报送的数据：现在计入的，或连同已更正、撤回的",
      en: "Delivered figures: those that count now, or all",
    },
    access: "measure.import",
    params: organizationParams,
    query: z.object({
      ...page,
      source,
      month,
      reach: z.enum(["own", "below"]).default("below").describe("own: without the organisations below"),
      which: z.enum(["in_force", "all"]).default("in_force"),
    }),
    answer: z.object({
      organizationName: z.string(),
      deliveries: count.describe("of the organisation itself, without those taken back"),
      entries: z
        .enum(["open", "in_publicity", "closed"])
        .describe("a correction changes the score; takes a dispute; becomes an adjustment"),
      items: z.array(
        z.object({
          factId: id,
          organizationId: id,
          organizationCode: z.string(),
          organizationName: z.string(),
          kind: z.string(),
          metric: z.string().nullable(),
          metricName: words.nullable().describe("of the indicator that reads the metric"),
          occurredOn: plainDate,
          quantity: decimal,
          base: decimal.nullable(),
          attributes: z.record(z.string(), z.union([z.string(), z.number()])),
          note: z.string(),
          origin: z
            .enum(["delivery", "correction", "dispute"])
            .describe("what was booked by a dispute isn't corrected here"),
          state: z.enum(["in_force", "corrected", "withdrawn"]),
          reason: z.string().nullable().describe("why it was corrected or taken back, else why it stands instead"),
          recordedAt: instant,
        }),
      ),
      next,
    }),
  },
  correctFigure: {
    summary: {
      zh: "更正或撤回一条已报送的数据（红冲）",
      en: "Correct or take back one delivered figure by a reversing entry",
    },
    access: "measure.import",
    params: organizationParams,
    body: z.strictObject({
      source,
      month,
      factId: id,
      instead: figure.nullable().describe("what should have been delivered; null takes the figure back"),
      reason,
    }),
    answer: z.object({ afterClose: z.boolean().describe("the month is closed: it enters as an adjustment") }),
    refusals: [
      "measure.figure_unknown",
      "measure.figure_reversed",
      "measure.figure_unchanged",
      "measure.figure_twice",
      "measure.in_publicity",
      "measure.red_line",
      "measure.metric_missing",
      "measure.metric_unknown",
      "measure.outside_month",
      "measure.in_future",
      "measure.below_zero",
      "measure.base_not_positive",
      "measure.severity_missing",
      "measure.review_incomplete",
    ],
  },
  withdrawDelivery: {
    summary: {
      zh: "撤回一个组织一个月的全部报送，恢复为待补报",
      en: "Take back all that a source delivered for an organisation and month: it is awaited again",
    },
    access: "measure.import",
    params: organizationParams,
    body: z.strictObject({ source, month, reason }),
    answer: z.object({ deliveries: count, figures: count, afterClose: z.boolean() }),
    refusals: ["measure.nothing_delivered", "measure.in_publicity"],
  },
  listJudges: {
    summary: { zh: "评委", en: "Who judges what" },
    access: "score.judge",
    params: organizationParams,
    query: z.object({ indicatorCode: definitionCode.optional() }),
    answer: z.object({
      items: z.array(
        z.object({
          id,
          indicatorCode: definitionCode,
          indicatorName: words,
          judgedFor: z
            .array(
              z.object({
                scheme: definitionCode,
                schemeName: words,
                cadence: span,
                fullMarks: decimal.describe("of the line"),
                most: decimal.describe("the most a judge gives, which earns full marks"),
              }),
            )
            .describe("lines of the schemes in force today, here or below; empty: nothing asks for it"),
          organizationId: id.describe("at and below which he judges"),
          organizationName: z.string().nullable().describe("null for what lies outside the caller's places"),
          accountId: id,
          accountName: z.string(),
          self: z.boolean(),
          validFrom: plainDate,
          validTo: plainDate.nullable(),
        }),
      ),
    }),
  },
  listJudgeCandidates: {
    summary: { zh: "可以担任评委的人", en: "Who could be named as a judge" },
    access: "scheme.manage",
    params: organizationParams,
    answer: z.object({ items: z.array(z.object({ accountId: id, name: z.string(), role: z.string() })) }),
  },
  nameJudge: {
    summary: { zh: "指定评委", en: "Name a judge" },
    access: "scheme.manage",
    params: organizationParams,
    body: z.strictObject({
      indicatorCode: definitionCode,
      accountId: id,
      validFrom: plainDate,
      validTo: plainDate.nullable(),
    }),
    answer: z.object({ id }),
    refusals: ["judge.account_cannot", "judge.named_already", "judge.indicator_not_judged", "judge.end_before_start"],
  },
  endJudge: {
    summary: { zh: "结束评委任期", en: "End a judge's time" },
    access: "scheme.manage",
    params: organizationParams,
    body: z.strictObject({ indicatorCode: definitionCode, accountId: id, lastDay: plainDate }),
    answer: z.object({}),
    refusals: ["judge.not_named", "judge.end_before_start"],
  },
  judge: {
    summary: { zh: "评分（写明理由；改分留痕）", en: "Judge, with a reason; a changed mind is a reversing entry" },
    access: "score.judge",
    params: organizationParams,
    body: z.strictObject({
      indicatorCode: definitionCode,
      period: judgedPeriod.describe("2026-03, 2026-Q1, 2026-H1, 2026"),
      points: figureNumber.describe("from 0 to what earns full marks, e.g. 100"),
      reason: z.string().trim().min(1).max(1000),
    }),
    answer: z.object({ judgementId: id, version: count, changed: z.boolean() }),
    refusals: [
      "judgement.not_named",
      "judgement.own_organization",
      "judgement.line_not_used",
      "judgement.points_out_of_range",
      "judgement.period_not_begun",
      "judgement.period_unknown",
    ],
  },
  listJudgements: {
    summary: { zh: "已评的分", en: "What judges have given" },
    access: "score.judge",
    params: organizationParams,
    query: z.object({ ...page, indicatorCode: definitionCode.optional(), period: judgedPeriod.optional() }),
    answer: z.object({
      items: z.array(
        z.object({
          id,
          indicatorCode: definitionCode,
          organizationId: id,
          organizationName: z.string(),
          countsOn: plainDate.describe("last day of the period judged"),
          accountId: id,
          judgeName: z.string(),
          points: decimal,
          reason: z.string(),
          version: count.describe("above 1: he changed his mind"),
          judgedAt: instant,
          standing: z.boolean().describe("false: an upheld dispute has taken the points back"),
        }),
      ),
      next,
    }),
  },
} as const satisfies Record<string, Endpoint>;
