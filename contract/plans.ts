import { requirements } from "@dutyloop/domain/duties/things.ts";
import { organizationKinds } from "@dutyloop/domain/organization/things.ts";
import { cadence } from "@dutyloop/domain/standards/things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { code, count, id, instant, month, name, organizationParams, plainDate, words } from "./shapes.ts";

const line = z.strictObject({
  id: id.optional().describe("of a line that the plan has; without it the line is a new one"),
  templateCode: code,
  requirement: z.enum(requirements).default("basic"),
  classes: z.array(z.string().max(100)).max(50).default([]).describe("classes of organisations; none for all"),
  kinds: z.array(z.enum(organizationKinds)).max(20).default([]).describe("none for all the template is for"),
  cadence: cadence.nullable().default(null).describe("null: as the template says"),
  direction: z.string().max(500).default("").describe("where improving work is to go"),
  fromMonth: month.nullable().default(null),
  toMonth: month.nullable().default(null),
});
const lines = z.array(line).min(1).max(100);
const progress = id.optional().describe("made up by the caller, to ask getImportProgress how far it is");
const reason = z.string().max(500);

const changes = z.object({
  templateCode: z.string(),
  change: z.enum(["new", "changed", "ended", "same"]),
  added: count,
  waived: count.describe("still open, in periods from the day on; nothing of them counts any more"),
  reopened: count.describe("waived by an earlier change and wanted again"),
  moved: count.describe("open, with another last day"),
  kept: count.describe("as they are: begun before the day, past, done, or wanted as before"),
});

const cost = z
  .array(
    z.object({
      class: z.string().nullable(),
      month,
      duties: count,
      fields: count.describe("fields to type for them, of all organisations together"),
      organizations: count.describe("of the class, that owe anything by the plan"),
    }),
  )
  .describe("by class and month in which it is due");

const refusals = [
  "plan.no_lines",
  "plan.template_unknown",
  "plan.template_withdrawn",
  "plan.template_not_owed",
  "plan.cadence_missing",
  "plan.direction_missing",
  "plan.class_unknown",
  "plan.month_outside_year",
  "plan.months_reversed",
  "plan.control_characters",
  "plan.no_organization",
  "plan.too_many",
] as const;
const changeRefusals = [
  ...refusals,
  "plan.line_unknown",
  "plan.line_of_other_work",
  "plan.from_outside_year",
  "plan.from_past",
] as const;

export const plansEndpoints = {
  listPlans: {
    summary: { zh: "年度计划", en: "Plans of the year" },
    access: "plan.read",
    answer: z.object({
      items: z.array(
        z.object({
          id,
          organizationId: id,
          organizationName: z.string(),
          year: count,
          name: z.string(),
          version: count,
          lines: count,
          obligations: count,
          discharged: count,
          waived: count,
        }),
      ),
      classes: z.array(z.string()).describe("of the organisations there, for whom a line may ask"),
    }),
  },
  previewPlan: {
    summary: {
      zh: "年度计划下达前预览：生成多少、费多少工",
      en: "What a plan would make and cost, before it is issued",
    },
    access: "plan.issue",
    params: organizationParams,
    body: z.strictObject({ year: z.int().min(2000).max(2100), lines }),
    answer: z.object({
      duties: count,
      organizations: count,
      lines: z.array(z.object({ templateCode: z.string(), duties: count, organizations: count, fields: count })),
      cost,
      overlaps: z
        .array(z.object({ planId: id, planName: z.string(), templateCode: z.string() }))
        .describe("plans above and below that order the same work in the year"),
    }),
    refusals,
  },
  issuePlan: {
    summary: {
      zh: "下达年度计划，生成全年责任事项；重复下达不重复生成",
      en: "Issue a plan; issuing again makes nothing twice",
    },
    access: "plan.issue",
    body: z.strictObject({
      organizationId: id,
      year: z.int().min(2000).max(2100),
      name,
      lines: lines.optional(),
      templateCodes: z
        .array(code)
        .min(1)
        .max(50)
        .optional()
        .describe("instead of lines: basic work of everybody, as the templates say"),
      progress,
    }),
    answer: z.object({ planId: id, issued: count, existing: count, organizations: count }),
    refusals: [...refusals, "plan.line_differs"],
  },
  getPlan: {
    summary: { zh: "年度计划：要求、进度与变更", en: "A plan: its lines, how far they are, its changes" },
    access: "plan.read",
    params: z.object({ planId: id }),
    answer: z.object({
      id,
      organizationId: id,
      organizationName: z.string(),
      year: count,
      name: z.string(),
      version: count,
      issuedAt: instant,
      mayChange: z.boolean(),
      lines: z.array(
        line.required().extend({
          templateName: words,
          templateVersion: count,
          every: z.string().describe("the cadence it is owed in"),
          times: count,
          retiredAt: instant.nullable(),
          duties: count,
          discharged: count,
          overdue: count,
          waived: count,
        }),
      ),
      changes: z.array(
        z.object({
          version: count,
          from: plainDate,
          reason: z.string(),
          changedAt: instant,
          changedBy: z.string(),
          lines: z.array(changes),
        }),
      ),
      today: plainDate,
    }),
  },
  previewPlanChange: {
    summary: { zh: "计划变更前预览差异", en: "The difference that a change of a plan would make" },
    access: "plan.issue",
    params: z.object({ planId: id }),
    body: z.strictObject({ lines, from: plainDate }),
    answer: z.object({ digest: z.string(), duties: count, lines: z.array(changes), cost }),
    refusals: changeRefusals,
  },
  changePlan: {
    summary: { zh: "变更年度计划；此前的、已完成的不动", en: "Change a plan; what is past or done stays" },
    access: "plan.issue",
    params: z.object({ planId: id }),
    body: z.strictObject({
      lines,
      from: plainDate.describe("first day of the periods it concerns"),
      reason,
      digest: z.string().max(100).describe("of the preview that was seen"),
      progress,
    }),
    answer: z.object({ version: count, lines: z.array(changes) }),
    refusals: [...changeRefusals, "plan.state_changed", "plan.nothing_changed", "obligation.reason_missing"],
  },
} as const satisfies Record<string, Endpoint>;
