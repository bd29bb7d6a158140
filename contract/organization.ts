import { memberStates, organizationKinds, posts, restrictions } from "@dutyloop/domain/organization/things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { code, count, id, name, next, organizationParams, page, plainDate } from "./shapes.ts";

const organizationKind = z.enum(organizationKinds);
const memberState = z.enum(memberStates);
const post = z.enum(posts);

const organization = z.object({
  id,
  parentId: id.nullable(),
  kind: organizationKind,
  class: z.string().nullable().describe("class inside which branches are compared"),
  code: z.string(),
  name: z.string(),
  path: z.string(),
  validFrom: plainDate,
  validTo: plainDate.nullable(),
  restriction: z.enum(restrictions).nullable().describe("overseas or secret: on no public board (PRV-22)"),
  members: count.describe("full and probationary members of the whole subtree on the day asked for"),
  branches: count.describe("branches of the subtree on that day"),
  hasChildren: z.boolean().describe("whether organisations stood directly below it on that day, 党小组 not counted"),
});
const asOf = plainDate.optional().describe("the tree as it stood on this day; today without it");

export const organizationEndpoints = {
  listOrganizations: {
    summary: { zh: "组织列表（按层级逐级展开）", en: "Organisations, level by level" },
    access: "organization.read",
    query: z.object({
      ...page,
      parentId: id.optional().describe("children of this one; without it the tops of what the caller may see"),
      on: asOf,
    }),
    answer: z.object({ items: z.array(organization), next }),
  },
  getOrganization: {
    summary: { zh: "一个组织", en: "One organisation" },
    access: "organization.read",
    params: organizationParams,
    query: z.object({ on: asOf }),
    answer: organization.extend({
      fullMembers: count,
      probationaryMembers: count,
      groups: z.array(z.object({ id, name: z.string(), members: count })),
      posts: z.array(z.object({ post, personId: id, personName: z.string().nullable(), validFrom: plainDate })),
    }),
  },
  createOrganization: {
    summary: { zh: "新建组织", en: "Create an organisation" },
    access: "organization.manage",
    body: z.strictObject({
      parentId: id,
      kind: organizationKind,
      class: z.string().trim().max(40).nullable(),
      code,
      name,
      validFrom: plainDate,
    }),
    answer: z.object({ id, path: z.string() }),
    refusals: [
      "organization.code_taken",
      "organization.kind_not_under_parent",
      "organization.older_than_parent",
      "organization.parent_ended",
    ],
  },
  restrictOrganization: {
    summary: {
      zh: "设为或解除受限单位（境外、涉密，含下级）：不上榜、不排名",
      en: "Mark an organisation and all below as restricted (overseas, secret), or lift the mark: no board, no rank",
    },
    access: "organization.manage",
    params: organizationParams,
    body: z.strictObject({ restriction: z.enum(restrictions).nullable() }),
    answer: z.object({ organizations: count.describe("whose mark changed") }),
    refusals: ["organization.restricted_above"],
  },
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
        .pipe(z.array(memberState).min(1))
        .optional()
        .describe("member states, separated by commas"),
      post: post.optional().describe("who holds this post on the day"),
      unitId: id.optional().describe("who works in this unit on the day"),
      sort: z.enum(["place", "name", "joined"]).default("place").describe("names in the order of pinyin"),
    }),
    answer: z.object({
      items: z.array(
        z.object({
          id,
          number: z.string().nullable().describe("number of the staff"),
          name: z.string(),
          joinedOn: plainDate.nullable(),
          memberState,
          organizationId: id,
          organizationName: z.string(),
          groupId: id.nullable(),
          groupName: z.string().nullable(),
          posts: z.array(post),
        }),
      ),
      next,
    }),
  },
  admitPerson: {
    summary: { zh: "登记党员到支部", en: "Enter a member into a branch" },
    access: "person.manage",
    params: organizationParams,
    body: z.strictObject({
      name,
      memberState,
      groupId: id.nullable(),
      validFrom: plainDate,
      exemptFromAttendance: z.boolean().default(false).describe("old, ill or disabled: MTG-19"),
      number: z.string().trim().min(1).max(40).nullable().default(null).describe("number of the staff"),
      sex: z.enum(["F", "M"]).nullable().default(null),
      bornOn: plainDate.nullable().default(null),
      joinedOn: plainDate.nullable().default(null).describe("day of the branch meeting that admitted him (MEM-01)"),
    }),
    answer: z.object({ personId: id }),
    refusals: [
      "person.not_a_branch",
      "person.group_of_another_branch",
      "person.before_organization",
      "person.number_taken",
      "person.date_in_future",
      "person.joined_before_birth",
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
} as const satisfies Record<string, Endpoint>;
