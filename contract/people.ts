import { roles } from "@dutyloop/domain/identity/things.ts";
import { entryStates, memberFiles, memberTags, shownStates } from "@dutyloop/domain/organization/member-things.ts";
import { readingPurposes } from "@dutyloop/domain/organization/private-things.ts";
import { posts } from "@dutyloop/domain/organization/things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { memberAct } from "./members.ts";
import { id, name, next, organizationParams, page, plainDate } from "./shapes.ts";
import { transfer } from "./transfers.ts";

const personParams = z.object({ personId: id });
const post = z.enum(posts);
const shownState = z.enum(shownStates).describe("as the caller may read it (MEM-12); LEFT: no longer here");
const privateFields = z.object({ identityNumber: z.string().nullable(), phone: z.string().nullable() });
const number = z.string().trim().min(1).max(40).describe("number of the staff");
const sex = z.enum(["F", "M"]);
const fileKept = z
  .enum(memberFiles)
  .describe("personnel file, member's file kept by the committee, or neither (MEM-13)");
/** An organisation of somebody's past: its name is told to those who may see the organisation. */
const organizationOf = { organizationId: id, organizationName: z.string().nullable() };

export const peopleEndpoints = {
  listPeople: {
    summary: { zh: "一个组织的人员（含下级）", en: "People of an organisation and below" },
    access: "person.read",
    params: organizationParams,
    query: z.object({
      ...page,
      after: z
        .string()
        .max(200)
        .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} /)
        .optional()
        .describe("the `next` of the page before, in the same order"),
      on: plainDate.optional(),
      startsWith: z.string().trim().min(1).max(100).optional().describe("first letters of the name or the number"),
      states: z
        .string()
        .max(200)
        .transform((list) => list.split(","))
        .pipe(z.array(z.enum(shownStates)).min(1))
        .optional()
        .describe("member states as they are shown, separated by commas; without it everybody who hasn't left"),
      post: post.optional().describe("who holds this post on the day"),
      doubleDuty: z.enum(["true"]).optional().describe("who holds a post in a committee and heads a unit (一岗双责)"),
      unitId: id.optional().describe("who works in this unit on the day"),
      sort: z.enum(["place", "name", "joined"]).default("place").describe("names in the order of pinyin"),
    }),
    answer: z.object({
      items: z.array(
        z.object({
          id,
          number: number.nullable(),
          name: z.string(),
          joinedOn: plainDate.nullable(),
          memberState: shownState,
          organizationId: id,
          organizationName: z.string(),
          groupId: id.nullable(),
          groupName: z.string().nullable(),
          posts: z.array(post),
          doubleDuty: z.boolean().describe("一岗双责: a post in a committee and the head of a unit"),
        }),
      ),
      next,
    }),
  },
  getPerson: {
    summary: {
      zh: "一个人：党籍、任职、工作岗位与组织关系的沿革",
      en: "One person: states, posts, employment and transfers in time",
    },
    access: "person.read",
    params: personParams,
    answer: z.object({
      id,
      number: number.nullable(),
      name: z.string(),
      sex: sex.nullable(),
      bornOn: plainDate.nullable(),
      joinedOn: plainDate.nullable(),
      standingFrom: plainDate.nullable(),
      exempt: z.boolean().describe("today no activities are asked of him; a task of care stays (MEM-10, MTG-19)"),
      exemptFromAttendance: z.boolean().describe("entered by hand"),
      fileKept: fileKept.nullable().describe("null: nobody has looked yet"),
      memberState: shownState,
      organizationId: id.describe("branch that answers for him"),
      organizationName: z.string(),
      groupId: id.nullable(),
      groupName: z.string().nullable(),
      doubleDuty: z.boolean().describe("一岗双责"),
      states: z
        .array(
          z.object({
            state: shownState,
            ...organizationOf,
            groupName: z.string().nullable(),
            from: plainDate,
            to: plainDate.nullable(),
          }),
        )
        .describe("newest first"),
      acts: z.array(memberAct).describe("changes of state that the caller may read, newest first"),
      posts: z
        .array(
          z.object({
            id,
            post,
            ...organizationOf,
            fullTime: z.boolean(),
            from: plainDate,
            to: plainDate.nullable(),
            role: z
              .object({
                role: z.enum(roles),
                granted: z.boolean().describe("an account of the holder has it, or had it in those days"),
                until: plainDate.nullable().describe("last day of the grant; null: until it is ended"),
              })
              .nullable()
              .describe("role that goes with the post; null: none does, or the caller doesn't keep posts there"),
          }),
        )
        .describe("newest first"),
      employments: z
        .array(
          z.object({
            id,
            unitId: id,
            unitName: z.string().nullable().describe("null: the caller may not see who answers for the unit"),
            position: z.string().nullable(),
            leadsUnit: z.boolean(),
            from: plainDate,
            to: plainDate.nullable(),
          }),
        )
        .describe("newest first"),
      transfers: z.array(transfer).describe("newest first"),
      tags: z
        .array(
          z.object({
            id,
            tag: z.enum(memberTags),
            from: plainDate,
            to: plainDate.nullable(),
            place: z.string().nullable(),
            onePlace: z.boolean(),
            lastContactOn: plainDate.nullable(),
          }),
        )
        .describe("an illness only with the right to read private fields"),
      findings: z.array(
        z.object({
          rule: z.string(),
          strength: z.enum(["must", "general", "practice", "design"]),
          code: z.string(),
          values: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
      ),
      may: z
        .object({ manage: z.boolean(), dispose: z.boolean(), readPrivate: z.boolean() })
        .describe("what the caller may do about this person"),
    }),
  },
  admitPerson: {
    summary: { zh: "登记党员到支部", en: "Enter a member into a branch" },
    access: "person.manage",
    params: organizationParams,
    body: z.strictObject({
      name,
      memberState: z.enum(entryStates),
      groupId: id.nullable(),
      validFrom: plainDate,
      exemptFromAttendance: z.boolean().default(false).describe("old, ill or disabled: MTG-19"),
      number: number.nullable().default(null),
      sex: sex.nullable().default(null),
      bornOn: plainDate.nullable().default(null),
      joinedOn: plainDate.nullable().default(null).describe("day of the branch meeting that admitted him (MEM-01)"),
      standingFrom: plainDate.nullable().default(null).describe("day from which Party standing counts (DEV-T10)"),
    }),
    answer: z.object({ personId: id }),
    refusals: [
      "person.not_a_branch",
      "organization.ended",
      "person.group_of_another_branch",
      "person.before_organization",
      "person.number_taken",
      "person.date_in_future",
      "person.joined_before_birth",
      "person.standing_before_joining",
    ],
  },
  changePerson: {
    summary: { zh: "修改人员基本信息", en: "Change what is entered about a person" },
    access: "person.manage",
    params: personParams,
    body: z
      .strictObject({
        name: name.optional(),
        number: number.nullable().optional(),
        sex: sex.nullable().optional(),
        bornOn: plainDate.nullable().optional(),
        joinedOn: plainDate.nullable().optional(),
        standingFrom: plainDate.nullable().optional().describe("day from which Party standing counts (DEV-T10)"),
        exemptFromAttendance: z.boolean().optional(),
        fileKept: fileKept.nullable().optional(),
      })
      .describe("what isn't named stays; null clears"),
    answer: z.object({}),
    refusals: [
      "person.number_taken",
      "person.date_in_future",
      "person.joined_before_birth",
      "person.standing_before_joining",
    ],
  },
  setEmployment: {
    summary: { zh: "登记工作单位和行政职务（自某日起）", en: "Enter in which unit a person works from a day on" },
    access: "person.manage",
    params: personParams,
    body: z
      .strictObject({
        unitId: id,
        position: z.string().trim().min(1).max(60).nullable().default(null).describe("administrative position (职务)"),
        leadsUnit: z.boolean().default(false).describe("head of the unit; with a Party post this is 一岗双责"),
        validFrom: plainDate,
        validTo: plainDate.nullable().default(null),
      })
      .describe("what goes on ends the day before; one that begins on the same day is rewritten"),
    answer: z.object({ id }),
    refusals: [
      "employment.unit_unknown",
      "employment.unit_not_standing",
      "employment.end_before_start",
      "employment.later_one",
    ],
  },
  appoint: {
    summary: { zh: "任职（自某日起）", en: "Appoint a person to a post" },
    access: "person.manage",
    params: organizationParams,
    body: z.strictObject({
      personId: id,
      post,
      validFrom: plainDate,
      validTo: plainDate.nullable(),
      fullTime: z.boolean().default(false).describe("专职 rather than 兼职"),
    }),
    answer: z.object({ id }),
    refusals: [
      "appointment.post_not_in_kind",
      "appointment.not_a_member",
      "appointment.full_member_only",
      "appointment.end_before_start",
    ],
  },
  endAppointment: {
    summary: { zh: "免职（任职到某日为止）", en: "End an appointment" },
    access: "person.manage",
    params: z.object({ appointmentId: id }),
    body: z.strictObject({ lastDay: plainDate }),
    answer: z.object({ lastDay: plainDate }),
    refusals: ["appointment.end_before_start", "appointment.end_too_late"],
  },
  getPrivateFields: {
    summary: { zh: "一个人的身份证号和电话（遮蔽）", en: "Identity number and telephone of a person, masked" },
    access: "person.read_private",
    params: personParams,
    answer: privateFields,
  },
  readPrivateFields: {
    summary: {
      zh: "按用途查看身份证号和电话原文（留审计）",
      en: "Read identity number and telephone in the clear for a purpose; audited",
    },
    access: "person.read_private",
    params: personParams,
    body: z.strictObject({ purpose: z.enum(readingPurposes) }),
    answer: privateFields,
  },
  setPrivateFields: {
    summary: { zh: "登记身份证号和电话", en: "Enter identity number and telephone" },
    access: "person.manage",
    params: personParams,
    body: z.strictObject({
      identityNumber: z.string().trim().max(40).nullable().optional().describe("null clears it; absent leaves it"),
      phone: z
        .string()
        .trim()
        .regex(/^\+?[0-9][0-9-]{4,18}$/, "request.field.phone_form")
        .nullable()
        .optional()
        .describe("null clears it; absent leaves it"),
    }),
    answer: privateFields.describe("what was sent, masked; the rest is for those who may read it"),
    refusals: ["person.identity_number_invalid", "person.identity_number_taken"],
  },
} as const satisfies Record<string, Endpoint>;
