import { organizationKinds, posts, restrictions } from "@dutyloop/domain/organization/things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { code, count, id, name, next, organizationParams, page, plainDate } from "./shapes.ts";
import { ruleFinding } from "./tree.ts";

const organizationKind = z.enum(organizationKinds);
const post = z.enum(posts);
const text = (most: number) => z.string().trim().min(1).max(most);

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
  findings: count.nullable().describe("rules of its kind that it doesn't fit; null on another day than today"),
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
      above: z
        .array(z.object({ id, name: z.string() }))
        .describe("from the top down to its parent on that day, as far as the caller may see them"),
      boundTo: z.string().nullable().describe("project or task of a project or temporary branch (ORG-03, ORG-06)"),
      boundUntil: plainDate.nullable().describe("planned last day of that project or task"),
      approval: z.string().nullable().describe("the superior's approval"),
      neutralName: z.string().nullable().describe("what outsiders read instead of the name (PRV-22)"),
      ruleFindings: z.array(ruleFinding).describe("what the rules of its kind find today; empty on another day"),
      places: z
        .array(
          z.object({
            validFrom: plainDate,
            validTo: plainDate.nullable(),
            name: z.string(),
            class: z.string().nullable(),
            parent: z
              .object({ id, name: z.string() })
              .nullable()
              .describe("null at the top, or outside the caller's sight"),
          }),
        )
        .describe("where it stood and what it was called, newest first"),
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
      boundTo: text(200).nullable().default(null).describe("project or task of a project or temporary branch"),
      boundUntil: plainDate.nullable().default(null).describe("planned last day of that project or task"),
      approval: text(200).nullable().default(null).describe("the superior's approval, by its number or date"),
    }),
    answer: z.object({ id, path: z.string() }),
    refusals: [
      "organization.bound_to_missing",
      "organization.code_taken",
      "organization.end_before_start",
      "organization.kind_not_under_parent",
      "organization.not_bound",
      "organization.older_than_parent",
      "organization.parent_ended",
      "organization.period_closed",
      "organization.project_too_short",
      "organization.temporary_without_approval",
    ],
  },
  restrictOrganization: {
    summary: {
      zh: "设为或解除受限单位（境外、涉密，含下级）：不上榜、不排名",
      en: "Mark an organisation and all below as restricted (overseas, secret), or lift the mark: no board, no rank",
    },
    access: "organization.manage",
    params: organizationParams,
    body: z.strictObject({
      restriction: z.enum(restrictions).nullable(),
      neutralName: text(100).nullable().default(null).describe("what outsiders read instead of the name"),
    }),
    answer: z.object({ organizations: count.describe("whose mark changed") }),
    refusals: ["organization.neutral_name_unneeded", "organization.restricted_above"],
  },
} as const satisfies Record<string, Endpoint>;
