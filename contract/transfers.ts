import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { count, id, name, next, organizationParams, page, plainDate } from "./shapes.ts";

const transferParams = z.object({ transferId: id });
const reason = z.string().trim().max(500);

/** A letter of transfer and how it stands (MEM-07, MEM-08). */
export const transfer = z.object({
  id,
  personId: id,
  personName: z.string(),
  fromOrganizationId: id.nullable(),
  from: z.string().describe("name of the branch that is left; a restricted one's neutral name for outsiders"),
  toOrganizationId: id.nullable().describe("null: outside the group"),
  to: z.string(),
  letterNumber: z.string().nullable(),
  issuedOn: plainDate,
  validUntil: plainDate,
  state: z.enum(["open", "expired", "acknowledged", "returned"]),
  settledOn: plainDate.nullable().describe("first day in the new branch, or day of the return"),
  reason: z.string().nullable().describe("why it was returned"),
  warning: count.nullable().describe("30, 60, 80 or 90 days without an answer (MEM-08)"),
  direction: z.enum(["out", "in"]).describe("in: the caller answers for the receiving branch"),
});

export const transfersEndpoints = {
  listTransfers: {
    summary: {
      zh: "组织关系转接（转出、转入，含下级）",
      en: "Transfers of organisation relations from and to an organisation and below, oldest letter first",
    },
    access: "person.read",
    params: organizationParams,
    query: z.object({
      ...page,
      direction: z.enum(["out", "in"]).default("out"),
      which: z
        .enum(["open", "warned", "settled", "all"])
        .default("open")
        .describe("warned: 30 days or more unanswered"),
    }),
    answer: z.object({ items: z.array(transfer), next }),
  },
  issueTransfer: {
    summary: {
      zh: "开具组织关系介绍信（接收回执前仍由原支部管理）",
      en: "Issue a letter of transfer; the branch keeps the member until the receipt (MEM-07)",
    },
    access: "person.manage",
    params: z.object({ personId: id }),
    body: z.strictObject({
      toCode: z.string().trim().min(1).max(40).nullable().describe("code of the receiving branch inside the group"),
      outsideName: z.string().trim().min(1).max(100).nullable().describe("receiving organisation outside the group"),
      letterNumber: z.string().trim().min(1).max(60).nullable().default(null),
      issuedOn: plainDate,
      validDays: z.int().default(30).describe("90 at most (MEM-08)"),
    }),
    answer: z.object({ id, validUntil: plainDate }),
    refusals: [
      "transfer.letter_days",
      "transfer.target_missing",
      "transfer.target_unknown",
      "transfer.target_no_branch",
      "transfer.target_not_standing",
      "transfer.to_own_branch",
      "transfer.on_its_way",
      "transfer.in_future",
      "member.not_a_member",
    ],
  },
  acknowledgeTransfer: {
    summary: {
      zh: "回执：接收党员（转到集团外的由原支部登记回执）",
      en: "Acknowledge a transfer: one membership ends and the other begins",
    },
    access: "person.manage",
    params: transferParams,
    body: z.strictObject({
      on: plainDate.describe("first day in the new branch"),
      groupId: id.nullable().default(null).describe("党小组 of the new branch"),
    }),
    answer: z.object({ on: plainDate, postsEnded: count }),
    refusals: [
      "transfer.settled",
      "transfer.before_letter",
      "transfer.letter_expired",
      "transfer.in_future",
      "transfer.target_not_standing",
      "person.group_of_another_branch",
      "member.not_a_member",
      "member.changed_later",
      "appointment.begins_later",
    ],
  },
  receiveFromOutside: {
    summary: {
      zh: "凭介绍信接收集团外转入的党员（同时登记回执）",
      en: "Take in a member from outside the group by the letter of transfer, with its receipt (MEM-07, MEM-08)",
    },
    access: "person.manage",
    params: organizationParams,
    body: z.strictObject({
      from: z.string().trim().min(1).max(100).describe("organisation outside the group that issued the letter"),
      letterNumber: z.string().trim().min(1).max(60).nullable().default(null),
      issuedOn: plainDate,
      validDays: z.int().default(30).describe("90 at most (MEM-08)"),
      on: plainDate.describe("first day in this branch"),
      memberState: z.enum(["FULL", "PROBATIONARY"]).describe("as the letter says: a transfer changes no state"),
      groupId: id.nullable().default(null).describe("党小组 of the branch"),
      person: z.union([
        z.strictObject({
          name,
          number: z.string().trim().min(1).max(40).nullable().default(null).describe("number of the staff"),
          sex: z.enum(["F", "M"]).nullable().default(null),
          bornOn: plainDate.nullable().default(null),
          joinedOn: plainDate.nullable().default(null).describe("needed of a probationary member"),
          standingFrom: plainDate.nullable().default(null),
        }),
        z.strictObject({ personId: id.describe("somebody who was transferred out of this group before") }),
      ]),
    }),
    answer: z.object({ personId: id, transferId: id }),
    refusals: [
      "person.not_a_branch",
      "organization.ended",
      "person.before_organization",
      "person.group_of_another_branch",
      "person.number_taken",
      "transfer.letter_days",
      "transfer.in_future",
      "transfer.before_letter",
      "transfer.letter_expired",
      "transfer.joining_missing",
      "transfer.joined_after_letter",
      "person.date_in_future",
      "person.joined_before_birth",
      "person.standing_before_joining",
      "transfer.not_transferred_out",
      "member.changed_later",
    ],
  },
  returnTransfer: {
    summary: { zh: "退回介绍信（须写明理由）", en: "Return a letter of transfer, with a reason (MEM-07)" },
    access: "person.manage",
    params: transferParams,
    body: z.strictObject({ on: plainDate, reason }),
    answer: z.object({ on: plainDate }),
    refusals: ["transfer.rejected_without_reason", "transfer.settled", "transfer.before_letter", "transfer.in_future"],
  },
} as const satisfies Record<string, Endpoint>;
