import { exclusionGrounds, votingImpediments } from "@dutyloop/domain/organization/voter-things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { id, organizationParams, plainDate } from "./shapes.ts";

const personParams = z.object({ personId: id });
const lastDay = z.strictObject({ lastDay: plainDate });
const stretch = { validFrom: plainDate, validTo: plainDate.nullable() };
const endings = ["voter.ended", "voter.end_before_start"] as const;

/** Who isn't counted among the voters, and whose vote is taken or suspended. */
export const votersEndpoints = {
  listVoterExclusions: {
    summary: { zh: "不计入应到会人数的党员（VOTE-08）", en: "Members who are not counted among the voters (VOTE-08)" },
    access: "person.read",
    params: organizationParams,
    answer: z.object({
      items: z.array(
        z.object({
          id,
          personId: id,
          personName: z.string(),
          organizationId: id,
          organizationName: z.string(),
          ground: z.enum(exclusionGrounds).nullable().describe("null without the right to read private fields"),
          approvedBy: z.string(),
          approvedOn: plainDate,
          resolvedOn: plainDate,
          ...stretch,
        }),
      ),
    }),
  },
  setVoterExclusion: {
    summary: {
      zh: "登记不计入应到会人数：须上级同意并经党员大会通过",
      en: "Leave a member out of the voters: the superior agreed and the meeting resolved it (VOTE-08)",
    },
    access: "person.manage",
    params: personParams,
    body: z.strictObject({
      ground: z.enum(exclusionGrounds),
      approvedBy: z.string().trim().max(100).describe("the superior organisation that agreed"),
      approvedOn: plainDate.nullable(),
      resolvedOn: plainDate.nullable().describe("day of the resolution of the branch's meeting"),
      validFrom: plainDate,
    }),
    answer: z.object({ id }),
    refusals: [
      "voter.approval_missing",
      "voter.resolution_missing",
      "voter.before_decision",
      "voter.entered_already",
      "member.in_future",
      "member.not_a_member",
    ],
  },
  endVoterExclusion: {
    summary: { zh: "恢复计入应到会人数", en: "Count a member among the voters again" },
    access: "person.manage",
    params: z.object({ exclusionId: id }),
    body: lastDay,
    answer: lastDay,
    refusals: [...endings],
  },
  listVotingImpediments: {
    summary: {
      zh: "表决权停止或中止的情况（仅纪检和组织权限可见）",
      en: "What takes or suspends somebody's vote, only for who may read dispositions (VOTE-09)",
    },
    access: "member.read_dispositions",
    params: personParams,
    answer: z.object({ items: z.array(z.object({ id, kind: z.enum(votingImpediments), ...stretch })) }),
  },
  setVotingImpediment: {
    summary: { zh: "登记表决权停止或中止", en: "Enter that somebody's vote is taken or suspended (VOTE-09)" },
    access: "member.dispose",
    params: personParams,
    body: z.strictObject({ kind: z.enum(votingImpediments), validFrom: plainDate }),
    answer: z.object({ id }),
    refusals: ["voter.entered_already", "member.in_future", "member.not_a_member"],
  },
  endVotingImpediment: {
    summary: { zh: "恢复表决权", en: "End what takes or suspends somebody's vote" },
    access: "member.dispose",
    params: z.object({ impedimentId: id }),
    body: lastDay,
    answer: lastDay,
    refusals: [...endings],
  },
} as const satisfies Record<string, Endpoint>;
