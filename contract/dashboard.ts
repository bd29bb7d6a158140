import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { count, decimal, id, month, organizationParams, plainDate, words } from "./shapes.ts";

const share = z.object({ done: count, of: count });

export const dashboardEndpoints = {
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
        overdue: z.object({ obligations: count, branches: count, longestDays: count }),
        attendance: share.describe("person-times present of expected"),
        standard: share.describe("checks passed of applicable"),
        lateEntries: count,
        ownBranches: share.describe(
          "一部门一支部 today: departments with a branch of their own of those that could have one",
        ),
        recordedOnce: z
          .object({ records: count, duties: count })
          .describe("records of the month that discharge duties, and the duties they discharge"),
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
