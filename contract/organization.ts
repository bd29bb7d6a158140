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
  members: count.describe("full and probationary members of the whole subtree today"),
  branches: count.describe("branches of the subtree"),
});

export const organizationEndpoints = {
  listOrganizations: {
    summary: { zh: "组织列表（按层级逐级展开）", en: "Organisations, level by level" },
    access: "organization.read",
    query: z.object({
      ...page,
      parentId: id.optional().describe("children of this one; without it the tops of what the caller may see"),
    }),
    answer: z.object({ items: z.array(organization), next }),
  },
  getOrganization: {
    summary: { zh: "一个组织", en: "One organisation" },
    access: "organization.read",
    params: organizationParams,
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
    query: z.object({ ...page, on: plainDate.optional() }),
    answer: z.object({
      items: z.array(
        z.object({
          id,
          name: z.string(),
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
    }),
    answer: z.object({ personId: id }),
    refusals: ["person.not_a_branch", "person.group_of_another_branch", "person.before_organization"],
  },
  appoint: {
    summary: { zh: "任职（自某日起）", en: "Appoint a person to a post" },
    access: "person.manage",
    params: organizationParams,
    body: z.strictObject({ personId: id, post, validFrom: plainDate, validTo: plainDate.nullable() }),
    answer: z.object({ id }),
    refusals: [
      "appointment.post_not_in_kind",
      "appointment.not_a_member",
      "appointment.full_member_only",
      "appointment.end_before_start",
    ],
  },
} as const satisfies Record<string, Endpoint>;
