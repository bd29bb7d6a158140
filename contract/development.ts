import { ruleStrengths } from "@dutyloop/domain/organization/basis-things.ts";
import { stepMaterials } from "@dutyloop/domain/organization/development-things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { count, id, name, next, organizationParams, page, plainDate } from "./shapes.ts";

const personParams = z.object({ personId: id });
const stepParams = z.object({ personId: id, step: z.coerce.number().int().min(1).max(25) });
const material = z.enum(Object.keys(stepMaterials) as [keyof typeof stepMaterials]);
const strength = z.enum([...new Set(Object.values(ruleStrengths))]);
const reason = z.string().trim().min(1).max(300);
const stage = z.coerce.number().int().min(1).max(5);
const states = z.enum(["APPLICANT", "ACTIVIST", "CANDIDATE", "PROBATIONARY", "FULL"]);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const bound = z.object({
  on: plainDate,
  rule: z.string(),
  strength,
  provisional: z.boolean().describe("counted in working days of a year whose holidays aren't known yet (DEV-M)"),
});
const finding = z.object({
  rule: z.string(),
  strength,
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
const approver = z
  .strictObject({
    by: z.enum(["committee", "general_branch"]),
    authorised: z.boolean().default(false).describe("the general branch holds a written authorisation (DEV-C1)"),
  })
  .describe("who approved: the nearest such organisation above the branch");
const papers = z.array(material).max(10).describe("papers of the step that are at hand");
const training = z.object({ days: z.number().min(0).max(365), hours: z.number().min(0).max(1000) });
const notice = z.object({ from: plainDate, to: plainDate });
const conclusion = z.enum(["passed", "failed"]);

const step = z.object({
  step: count,
  state: z.enum(["done", "exempted", "open", "locked"]),
  on: plainDate.nullable(),
  ruleset: z.enum(["v2014", "v2026"]).describe("rules of the day on which it was taken, or of today (DEV-V1)"),
  earliest: bound.nullable(),
  latest: bound.nullable(),
  warnings: z.array(finding).describe("what to look at; nothing is decided by it (DEV-C3)"),
  entry: z
    .object({
      id,
      on: plainDate,
      conclusion: conclusion.nullable(),
      supporters: z.array(z.object({ personId: id, name: z.string().nullable() })),
      training: training.nullable(),
      notice: notice.nullable(),
      special: z.boolean(),
      papers: z.array(material),
    })
    .nullable()
    .describe("what was entered last, also where it failed"),
  exemption: z.object({ id, reason: z.string() }).nullable(),
});

export const developmentEndpoints = {
  listApplicants: {
    summary: {
      zh: "发展党员一览（含下级，按阶段）",
      en: "People on their way into the Party, of an organisation and below",
    },
    access: "development.read",
    params: organizationParams,
    query: z.object({ ...page, stage: stage.optional().describe("1 to 5; without it all of them") }),
    answer: z.object({
      items: z.array(
        z.object({
          personId: id,
          name: z.string(),
          organizationId: id,
          organizationName: z.string(),
          state: states,
          stage: count,
          current: count.nullable().describe("first step that can be taken"),
          earliest: plainDate.nullable().describe("of that step"),
          latest: plainDate.nullable().describe("of that step"),
          overdue: z.boolean(),
          warnings: count,
        }),
      ),
      next,
      counts: z.array(z.object({ stage: count, people: count })).describe("of the whole subtree, by stage"),
    }),
  },
  beginApplication: {
    summary: { zh: "登记入党申请（第1步）", en: "Enter an application to join: step 1" },
    access: "development.manage",
    params: organizationParams,
    body: z.strictObject({
      on: plainDate.describe("day on which the application was handed in"),
      papers,
      person: z.union([
        z.strictObject({
          name,
          bornOn: plainDate,
          sex: z.enum(["F", "M"]).nullable().default(null),
          number: z.string().trim().min(1).max(40).nullable().default(null).describe("number of the staff"),
        }),
        z.strictObject({ personId: id.describe("somebody who was a member before (MEM-04)") }),
      ]),
    }),
    answer: z.object({ personId: id }),
    refusals: [
      "person.not_a_branch",
      "person.number_taken",
      "organization.temporary_act.develop",
      "development.branch_ended",
      "development.already_in",
      "development.date_in_future",
      "development.birth_date_missing",
      "development.too_early",
      "development.papers_missing",
      "member.transition_unknown",
      "member.readmission_barred",
      "member.through_organizer",
    ],
  },
  getDevelopment: {
    summary: { zh: "一个人的发展党员 25 步", en: "The 25 steps of one person with their earliest and latest days" },
    access: "development.read",
    params: personParams,
    answer: z.object({
      person: z.object({
        id,
        name: z.string(),
        bornOn: plainDate.nullable(),
        organizationId: id.describe("branch"),
        organizationName: z.string(),
        state: states.nullable().describe("null: no longer on the way"),
      }),
      stage: count,
      current: count.nullable().describe("first step that can be taken; null when all are"),
      probationEndsOn: plainDate.nullable(),
      standingFrom: plainDate.nullable().describe("党龄起算日 (DEV-T10)"),
      mayApprove: z
        .boolean()
        .describe("the caller may enter what the committee above approves, and let steps be left out"),
      steps: z.array(step),
      assessments: z.array(z.object({ id, on: plainDate })).describe("half-yearly, of an activist (DEV-T3)"),
      extension: z.object({ id, on: plainDate, months: count }).nullable().describe("of probation (DEV-T8)"),
      deferral: z.object({ id, on: plainDate, months: count }).nullable().describe("of the discussion (MEM-11)"),
      mayDefer: z
        .boolean()
        .describe("transferred in during probation, and the discussion is still to be held (MEM-11)"),
    }),
  },
  takeStep: {
    summary: { zh: "办理一步", en: "Enter one of the 25 steps" },
    access: "development.manage",
    params: stepParams,
    body: z.strictObject({
      on: plainDate,
      papers,
      files: z.array(hash).max(20).default([]).describe("SHA-256 of the papers, so that one used twice is noticed"),
      conclusion: conclusion.optional().describe("steps 10, 12, 13, 15, 17, 23, 24 (DEV-C4)"),
      approver: approver.optional().describe("steps 13, 17, 24"),
      supporters: z
        .array(
          z.strictObject({
            personId: id,
            rightsSuspended: z.boolean().default(false).describe("留党察看 without rights restored"),
          }),
        )
        .max(10)
        .default([])
        .describe("contacts of step 5, introducers of step 9"),
      training: training.optional().describe("step 11: three days or 24 hours (DEV-T5)"),
      notice: notice.optional().describe("step 7: first and last day (DEV-T4)"),
      special: z.boolean().default(false).describe("step 17: special circumstances, six months (DEV-T7)"),
      groupId: id.nullable().default(null).describe("step 19: 党小组 of the branch"),
    }),
    answer: z.object({ entryId: id, state: states.nullable().describe("new state, where the step brings one") }),
    refusals: [
      "organization.temporary_act.develop",
      "development.step_unknown",
      "development.date_in_future",
      "development.previous_step_missing",
      "development.before_previous_step",
      "development.birth_date_missing",
      "development.too_early",
      "development.notice_missing",
      "development.notice_running",
      "development.notice_too_short",
      "development.pre_review_lapsed",
      "development.approval_lapsed",
      "development.supporters_count",
      "development.supporter_unknown",
      "development.supporter_not_full_member",
      "development.training_too_short",
      "development.approver_missing",
      "development.approver_without_authority",
      "development.approval_of_superior",
      "development.conclusion_not_signed",
      "development.papers_missing",
      "development.step_settled",
      "development.state_unfit",
      "person.group_of_another_branch",
      "member.cultivation_too_short",
      "member.probation_not_over",
    ],
  },
  exemptStep: {
    summary: { zh: "经批准豁免一步", en: "Let a step be left out, by whoever may approve" },
    access: "development.manage",
    params: stepParams,
    body: z.strictObject({ on: plainDate.describe("day of the decision"), reason }),
    answer: z.object({ entryId: id }),
    refusals: [
      "development.step_unknown",
      "development.date_in_future",
      "development.exemption_impossible",
      "development.exemption_without_reason",
      "development.step_settled",
      "development.approver_missing",
      "development.approval_of_superior",
    ],
  },
  addAssessment: {
    summary: { zh: "登记半年考察", en: "Enter a half-yearly assessment of an activist (DEV-T3)" },
    access: "development.manage",
    params: personParams,
    body: z.strictObject({ on: plainDate }),
    answer: z.object({ entryId: id }),
    refusals: ["development.date_in_future", "development.not_named", "development.assessed_that_day"],
  },
  extendProbation: {
    summary: { zh: "延长预备期", en: "Extend probation, once (DEV-T8, DEV-C2)" },
    access: "development.manage",
    params: personParams,
    body: z.strictObject({
      on: plainDate.describe("day of the branch meeting's resolution"),
      months: z.int().min(0).max(60),
      resolved: z.boolean().describe("the branch meeting voted for it"),
      approver: approver.optional(),
    }),
    answer: z.object({ entryId: id, probationEndsOn: plainDate }),
    refusals: [
      "development.no_probation",
      "development.date_in_future",
      "development.before_previous_step",
      "development.extended_before",
      "development.extension_months",
      "development.extension_without_resolution",
      "development.extension_without_approval",
      "development.approver_missing",
      "development.approver_without_authority",
      "development.approval_of_superior",
    ],
  },
  deferDiscussion: {
    summary: {
      zh: "推迟讨论转正（限转入的预备党员）",
      en: "Put off the discussion of a probationary member who was transferred in, once (MEM-11)",
    },
    access: "development.manage",
    params: personParams,
    body: z.strictObject({
      on: plainDate.describe("day on which the branch decided it"),
      months: z.int().min(0).max(60).describe("one to six"),
    }),
    answer: z.object({ entryId: id, until: plainDate.describe("last day of the discussion") }),
    refusals: [
      "development.not_on_probation",
      "development.discussed_before",
      "development.deferred_before",
      "development.deferred_before_transfer",
      "development.date_in_future",
      "member.deferral_without_transfer",
      "member.deferral_months",
    ],
  },
  withdrawStep: {
    summary: { zh: "撤回误登的一项", en: "Take back an entry that was wrong, with the reason" },
    access: "development.manage",
    params: z.object({ personId: id, entryId: id }),
    body: z.strictObject({ reason }),
    answer: z.object({ state: states.nullable().describe("state again, where the step had changed it") }),
    refusals: [
      "development.entry_unknown",
      "development.approval_of_superior",
      "development.approver_missing",
      "development.later_step_taken",
      "development.state_changed_since",
      "development.application_stays",
    ],
  },
} as const satisfies Record<string, Endpoint>;
