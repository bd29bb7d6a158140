import { obligationStates } from "@dutyloop/domain/duties/things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { code, count, id, name, next, organizationParams, page, plainDate, words } from "./shapes.ts";

const obligation = z.object({
  id,
  organizationId: id,
  organizationName: z.string(),
  subjectId: id,
  subjectName: z.string(),
  templateCode: z.string(),
  templateName: words,
  sourceName: z.string().describe("the plan or decision that orders it"),
  standard: z.array(words).describe("what counts as done, line by line"),
  cadence: z.string(),
  periodFrom: plainDate,
  periodTo: plainDate,
  occurrence: count,
  dueOn: plainDate,
  state: z.enum(obligationStates),
  recordId: id.nullable(),
});

export const dutiesEndpoints = {
  listPlans: {
    summary: { zh: "年度计划", en: "Plans of the year" },
    access: "plan.read",
    answer: z.object({
      items: z.array(
        z.object({ id, organizationId: id, year: count, name: z.string(), lines: count, obligations: count }),
      ),
    }),
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
      templateCodes: z.array(code).min(1).max(50),
    }),
    answer: z.object({ planId: id, issued: count, existing: count, organizations: count }),
    refusals: ["plan.template_unknown", "plan.no_organization"],
  },
  listObligations: {
    summary: { zh: "待办与责任事项", en: "What is owed" },
    access: "obligation.read",
    params: organizationParams,
    query: z.object({
      ...page,
      which: z.enum(["open", "overdue", "all"]).default("open"),
      dueFrom: plainDate.optional(),
      dueTo: plainDate.optional(),
    }),
    answer: z.object({ items: z.array(obligation), next, today: plainDate }),
  },
} as const satisfies Record<string, Endpoint>;
