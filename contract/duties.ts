import { obligationStates } from "@dutyloop/domain/duties/things.ts";
import { z } from "zod";
import { decisionsEndpoints } from "./duty-decisions.ts";
import type { Endpoint } from "./endpoint.ts";
import { plansEndpoints } from "./plans.ts";
import { count, id, next, organizationParams, page, plainDate, words } from "./shapes.ts";

/** One duty as a list shows it. */
const obligation = z.object({
  id,
  organizationId: id,
  organizationName: z.string(),
  subjectId: id,
  subjectName: z.string(),
  templateCode: z.string(),
  templateName: words,
  kind: z.enum(["record", "task"]).describe("done by a record of an event, or by handing in its evidence"),
  sourceName: z.string().describe("the plan or decision that orders it"),
  requirement: z.enum(["basic", "improving"]),
  direction: z.string().describe("where improving work is to go"),
  standard: z.array(words).describe("what counts as done, line by line"),
  cadence: z.string(),
  periodFrom: plainDate,
  periodTo: plainDate,
  occurrence: count,
  dueOn: plainDate,
  extendedTo: plainDate.nullable(),
  state: z.enum(obligationStates),
  progress: count.nullable().describe("percent, as last reported"),
  openRequests: count.describe("requests about it that wait to be decided; none once it is done or waived"),
  recordId: id.nullable(),
});

const why = z.enum(["branch", "group", "assigned", "check", "request"]);

const listing = {
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
  listMyDuties: {
    summary: {
      zh: "我的待办：本支部的、本党小组的、交给我的、等我审核和决定的",
      en: "What waits for me, from every source",
    },
    access: "self",
    answer: z.object({
      items: z
        .array(
          obligation.extend({
            why: why.describe(
              "of the caller's branch, of his Party group, handed to him, to be checked, to be decided",
            ),
          }),
        )
        .describe("the most urgent first; 200 at most"),
      today: plainDate,
    }),
  },
} as const satisfies Record<string, Endpoint>;

export const dutiesEndpoints = { ...plansEndpoints, ...listing, ...decisionsEndpoints } as const;
