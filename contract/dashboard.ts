import { organizationKinds } from "@dutyloop/domain/organization/things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { code, count, decimal, id, month, next, organizationParams, page, plainDate, words } from "./shapes.ts";

const share = z.object({ done: count, of: count });

/** 应开、已开、逾期、补录, the same at every level. */
const dutyFigures = z.object({
  owed: count.describe("duties due in the month that were not waived"),
  done: count.describe("discharged ones of them"),
  overdue: count.describe("open ones of them whose deadline, as extended, has passed today"),
  late: count.describe("records of the month that were entered late; a joint one counts at each host"),
});
const yearOfFigures = z
  .array(dutyFigures.nullable())
  .length(12)
  .describe("January to December; null where the organisation wasn't there in the month");
const figuresRow = z.object({
  organizationId: id,
  organizationName: z.string(),
  kind: z.enum(organizationKinds),
  own: z.boolean().describe("what the organisation owes itself; else with everybody below"),
  hasChildren: z.boolean(),
});

export const dashboardEndpoints = {
  getDutyMatrix: {
    summary: { zh: "履责矩阵：组织 × 月", en: "Duty matrix: organisations by months" },
    access: "obligation.read",
    params: organizationParams,
    query: z.object({
      year: z.coerce.number().int().min(2000).max(2100),
      level: z
        .enum(["children", "all"])
        .default("children")
        .describe("children: each with everybody below it; all: every organisation by itself"),
      on: plainDate.optional().describe("day whose structure is taken for all months; else each month's own last day"),
      template: code.optional().describe("only this kind of work"),
      after: page.after,
      limit: z.coerce.number().int().min(1).max(400).default(100),
    }),
    answer: z.object({
      organizationId: id,
      organizationName: z.string(),
      year: count,
      today: plainDate,
      template: words.nullable().describe("the only kind of work that counts; null: every kind"),
      totals: z.array(dutyFigures).length(12),
      items: z.array(
        figuresRow.extend({
          months: yearOfFigures,
          leaders: z
            .array(z.object({ expected: count, attended: count }))
            .length(12)
            .nullable()
            .describe(
              "双重组织生活 (MTG-12): how often its leaders were at the meetings of their own branches; null for a branch",
            ),
        }),
      ),
      elsewhere: yearOfFigures
        .nullable()
        .describe(
          "of organisations that stood here then and stand where the caller sees nothing now, in the last page",
        ),
      next,
    }),
  },
  getDutyFigures: {
    summary: { zh: "应开、已开、逾期、补录：本级与各下级", en: "Owed, done, overdue, late: here and by child" },
    access: "obligation.read",
    params: organizationParams,
    query: z.object({ period: month.optional() }),
    answer: z.object({
      organizationId: id,
      organizationName: z.string(),
      period: month,
      today: plainDate,
      total: dutyFigures,
      rows: z.array(figuresRow.extend({ figures: dutyFigures })),
      elsewhere: dutyFigures.nullable(),
    }),
  },
  getBurden: {
    summary: { zh: "负担表：每个支部每月填写的字段", en: "Burden: fields a branch types in a month" },
    access: "record.read",
    params: organizationParams,
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
    answer: z.object({
      organizationId: id,
      organizationName: z.string(),
      year: count,
      branches: count.describe("branches at and below today"),
      months: z
        .array(z.object({ records: count, typed: count, filled: count }))
        .length(12)
        .describe("records led here, fields typed into them, fields that the system filled in itself"),
      rows: z.array(figuresRow.extend({ records: count, typed: count, filled: count, branches: count })),
    }),
  },
  getWorkbench: {
    summary: { zh: "工作台：责任环、数字、最需要关心的支部", en: "Workbench: ring, figures, where it is weak" },
    access: "dashboard.read",
    params: organizationParams,
    query: z.object({ period: month.optional() }),
    answer: z.object({
      organizationId: id,
      organizationName: z.string(),
      period: month,
      today: plainDate,
      branches: count,
      members: count,
      shape: z.object({
        committees: count,
        generalBranches: count,
        groups: count,
        leadingGroups: count,
        units: count,
        regions: count,
        restrictedUnits: count,
      }),
      meanTotal: decimal.nullable(),
      ring: z.array(
        z.object({
          stage: z.enum(["assign", "fulfil", "supervise", "report", "assess", "apply"]),
          share: share.nullable().describe("null: the organisation doesn't use this stage yet"),
        }),
      ),
      figures: z.object({
        meetings: share.describe("duties due in the month and those of them discharged"),
        overdue: z
          .object({ obligations: count, branches: count, longestDays: count })
          .describe("of the month, today; days since the deadline, as extended"),
        attendance: share.describe("person-times present of expected"),
        standard: share.describe("checks passed of applicable"),
        lateEntries: count.describe("records of the month entered late, at each of their hosts"),
        ownBranches: share.describe(
          "一部门一支部 today: departments with a branch of their own of those that could have one",
        ),
        recordedOnce: z
          .object({ records: count, duties: count })
          .describe(
            "records of the month that discharge duties, at each of their hosts, and the duties they discharge",
          ),
      }),
      trend: z.array(z.object({ period: month, meetings: share, attendance: share, meanTotal: decimal.nullable() })),
      weakest: z.array(
        z.object({
          organizationId: id,
          organizationName: z.string(),
          total: decimal.nullable(),
          reasons: z.array(
            z.object({
              kind: z.enum(["overdue", "attendance", "standard"]),
              templateName: words.nullable(),
              done: count,
              of: count,
              since: plainDate.nullable(),
            }),
          ),
        }),
      ),
    }),
  },
} as const satisfies Record<string, Endpoint>;
