import {
  memberEvidence,
  memberTags,
  removalGrounds,
  shownStates,
  suspensionGrounds,
} from "@dutyloop/domain/organization/member-things.ts";
import { organizationKinds } from "@dutyloop/domain/organization/things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { id, next, organizationParams, page, plainDate } from "./shapes.ts";

const personParams = z.object({ personId: id });
const tagParams = z.object({ tagId: id });
const shownState = z.enum(shownStates);
const evidence = z.array(z.enum(memberEvidence)).max(memberEvidence.length);
const decidedBy = z.string().trim().min(1).max(100).describe("who decided, by name or number of the paper");
const reason = z.string().trim().min(1).max(500);

/** A change of state; who may not read dispositions doesn't get those at all. */
export const memberAct = z.object({
  id,
  from: shownState.nullable(),
  to: shownState,
  rule: z.string(),
  strength: z.enum(["must", "general", "practice", "design"]),
  effectiveOn: plainDate,
  decidedBy: z.string(),
  papers: z.array(z.string()),
  reason: z.string().nullable().describe("only with the right to read dispositions (MEM-12)"),
});
const changed = z.object({ id: id.describe("of the act"), startsOn: plainDate.describe("first day in the new state") });

export const membersEndpoints = {
  changeMemberState: {
    summary: {
      zh: "办理停止党籍、恢复党籍、去世登记",
      en: "Suspend or restore a membership, or enter a death (MEM-02 to MEM-04)",
    },
    access: "person.manage",
    params: personParams,
    body: z.strictObject({
      to: z.enum(["SUSPENDED", "FULL", "DECEASED"]),
      on: plainDate.describe("day of the decision"),
      evidence,
      decidedBy,
      suspension: z.enum(suspensionGrounds).nullable().default(null).describe("why, where somebody is suspended"),
      awaySince: plainDate.nullable().default(null).describe("first day out of contact, or abroad"),
      reason: reason.nullable().default(null),
    }),
    answer: changed,
    refusals: [
      "member.date_invalid",
      "member.in_future",
      "member.transition_unknown",
      "member.evidence_missing",
      "member.suspension_ground_missing",
      "member.away_since_missing",
      "member.lost_too_short",
      "member.abroad_too_short",
      "member.through_development",
      "member.through_organizer",
      "member.changed_later",
      "member.on_transfer",
      "appointment.begins_later",
    ],
  },
  disposeOfMember: {
    summary: {
      zh: "办理组织处置：限期改正、除名、开除党籍、取消预备资格",
      en: "Enter a disposition: correction, removal, expulsion, cancelled probation (MEM-04 to MEM-06)",
    },
    access: "member.dispose",
    params: personParams,
    body: z.strictObject({
      to: z.enum(["CORRECTING", "FULL", "REMOVED", "EXPELLED", "CANCELLED"]),
      on: plainDate.describe("day of the decision"),
      evidence,
      decidedBy,
      removal: z.enum(removalGrounds).nullable().default(null).describe("why somebody is removed (MEM-06)"),
      inactiveSince: plainDate.nullable().default(null).describe("first day without meetings, dues and work"),
      correctionMonths: z.int().nullable().default(null).describe("months of a correction that begins, 12 at most"),
      approver: z
        .strictObject({ kind: z.enum(organizationKinds), authorised: z.boolean() })
        .nullable()
        .default(null)
        .describe("who approved a cancelled probation"),
      reason,
    }),
    answer: changed,
    refusals: [
      "member.date_invalid",
      "member.in_future",
      "member.transition_unknown",
      "member.evidence_missing",
      "member.approver_missing",
      "member.correction_months",
      "member.correction_not_over",
      "member.removal_ground_missing",
      "member.never_corrected",
      "member.inactive_since_missing",
      "member.inactive_too_short",
      "member.suspended_for_other_ground",
      "member.suspended_too_short",
      "development.approver_without_authority",
      "member.through_development",
      "member.through_branch",
      "member.changed_later",
      "member.on_transfer",
      "appointment.begins_later",
    ],
  },
  listDispositions: {
    summary: {
      zh: "组织处置记录（仅纪检和组织权限可见）",
      en: "Dispositions of an organisation and below, newest first (MEM-12)",
    },
    access: "member.read_dispositions",
    params: organizationParams,
    query: z.object({ ...page }),
    answer: z.object({
      items: z.array(
        memberAct.extend({
          personId: id,
          personName: z.string(),
          organizationId: id.describe("branch that answers for him now"),
          organizationName: z.string(),
          endsOn: plainDate.nullable().describe("last day of a correction"),
          undecided: z.boolean().describe("the correction is over and nobody has decided (MEM-05)"),
        }),
      ),
      next,
    }),
  },
  tagMember: {
    summary: {
      zh: "标记流动、离退休、年老体弱等情况（MEM-09、MEM-10）",
      en: "Note that a member is floating, retired, old, ill, abroad or lost",
    },
    access: "person.manage",
    params: personParams,
    body: z.strictObject({
      tag: z.enum(memberTags),
      validFrom: plainDate,
      place: z.string().trim().min(1).max(100).nullable().default(null).describe("where a floating member is"),
      onePlace: z.boolean().default(false).describe("in one place for good: the membership has to be transferred"),
    }),
    answer: z.object({ id }),
    refusals: ["member.in_future", "member.tagged_already", "member.not_a_member"],
  },
  endTag: {
    summary: { zh: "结束一项标记", en: "End what was noted about a member" },
    access: "person.manage",
    params: tagParams,
    body: z.strictObject({ lastDay: plainDate }),
    answer: z.object({ lastDay: plainDate }),
    refusals: ["member.tag_end_before_start", "member.tag_ended"],
  },
  noteContact: {
    summary: { zh: "登记与流动党员的联系", en: "Note that somebody was in touch with a floating member (MEM-09)" },
    access: "person.manage",
    params: tagParams,
    body: z.strictObject({ on: plainDate }),
    answer: z.object({ on: plainDate }),
    refusals: ["member.in_future", "member.contact_not_floating", "member.contact_not_later"],
  },
} as const satisfies Record<string, Endpoint>;
