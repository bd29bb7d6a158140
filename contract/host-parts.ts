import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { attendanceInput, guestsInput, recordInput, recordRefusals, submitted } from "./fulfilment.ts";
import { id, organizationParams, plainDate } from "./shapes.ts";

/** Parts of joint events that the hosts' own secretaries enter. */
export const hostPartsEndpoints = {
  findSisterBranches: {
    summary: {
      zh: "按名称查找同一党委下可由其自己填报的支部（只给名称）",
      en: "Find branches of the same committee that may enter their part themselves; names only",
    },
    access: "record.draft",
    params: organizationParams,
    query: z.object({
      q: z.string().trim().max(60).default("").describe("name, code or pinyin; several words: each has to be found"),
      ids: z
        .string()
        .max(800)
        .default("")
        .transform((list) => list.split(",").filter(Boolean))
        .pipe(z.array(id).max(20))
        .describe("those chosen before, separated by commas, to be named again"),
      on: plainDate.optional().describe("those that stood on this day; today without it"),
    }),
    answer: z.object({
      items: z.array(z.object({ id, name: z.string() })),
      more: z.boolean().describe("whether there are others that fit"),
    }),
  },
  listAwaitedParts: {
    summary: { zh: "等待本组织填报的联合活动", en: "Joint events that wait for this organisation's part" },
    access: "record.draft",
    params: organizationParams,
    answer: z.object({
      items: z.array(
        z.object({
          recordId: id,
          title: z.string(),
          occurredOn: plainDate,
          leadName: z.string(),
          templateCodes: z.array(z.string()),
          organizationId: id,
          organizationName: z.string(),
          subjectId: id.describe("the organisation itself or one of its 党小组"),
          subjectName: z.string(),
        }),
      ),
    }),
  },
  enterHostPart: {
    summary: { zh: "填报联合活动中本组织的部分", en: "Enter one host's part of a joint event" },
    access: "record.submit",
    params: z.object({ recordId: id, organizationId: id }),
    body: z.strictObject({
      subjectId: id.describe("as it was named: the organisation itself or one of its 党小组"),
      attendance: attendanceInput,
      guests: guestsInput,
      makesUpFor: recordInput.shape.makesUpFor,
      deviations: recordInput.shape.deviations,
      lateReason: recordInput.shape.lateReason,
    }),
    idempotent: true,
    answer: submitted
      .pick({ lateEntry: true, satisfied: true, unsatisfied: true, standards: true, hosts: true })
      .extend({
        version: z.int(),
      }),
    refusals: [
      "record.host.not_awaited",
      "record.revoked",
      ...recordRefusals.filter((code) => !code.startsWith("vote.") && !code.startsWith("election.")),
      "idempotency.key_missing",
      "idempotency.key_reused",
    ],
  },
} as const satisfies Record<string, Endpoint>;
