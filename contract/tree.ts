import { organizationKinds } from "@dutyloop/domain/organization/things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { count, id, name, next, organizationParams, page, plainDate } from "./shapes.ts";

/** What a rule has to say about an organisation; `contract/messages/finding-words.ts` words it. */
export const ruleFinding = z.object({
  rule: z.string().describe("ORG-01 …"),
  strength: z.enum(["must", "general", "practice", "design"]).describe("only the first two are 法定"),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  group: z.object({ id, name: z.string() }).nullable().describe("the 党小组 that it is about"),
});

/** Changes of the tree from a day on; before that day it stays as it was. */
export const treeEndpoints = {
  listFindings: {
    summary: {
      zh: "组织设置核查（含下级）",
      en: "Where organisations don't fit the rules of their kind, with all below",
    },
    access: "organization.read",
    params: organizationParams,
    query: z.object(page),
    answer: z.object({
      items: z.array(
        z.object({ id, name: z.string(), kind: z.enum(organizationKinds), findings: z.array(ruleFinding) }),
      ),
      next: next.describe("key of the next page, null at the end; a page may be short before it"),
    }),
  },
  renameOrganization: {
    summary: { zh: "更名或调整类别（自某日起）", en: "Give an organisation another name or class from a day on" },
    access: "organization.manage",
    params: organizationParams,
    body: z.strictObject({ name, class: z.string().trim().min(1).max(40).nullable(), on: plainDate }),
    answer: z.object({}),
    refusals: [
      "organization.before_start",
      "organization.change_in_future",
      "organization.changed_later",
      "organization.ended",
      "organization.nothing_changes",
      "organization.period_closed",
    ],
  },
  moveOrganization: {
    summary: {
      zh: "改变隶属（自某日起，下级一并移动）",
      en: "Put an organisation with all below it under another parent from a day on",
    },
    access: "organization.manage",
    params: organizationParams,
    body: z.strictObject({ parentId: id, on: plainDate }),
    answer: z.object({ path: z.string() }),
    refusals: [
      "organization.before_start",
      "organization.moved_below_itself",
      "organization.change_in_future",
      "organization.changed_later",
      "organization.ended",
      "organization.kind_not_under_parent",
      "organization.nothing_changes",
      "organization.older_than_parent",
      "organization.parent_ended",
      "organization.parent_not_found",
      "organization.period_closed",
    ],
  },
  revokeOrganization: {
    summary: {
      zh: "撤销组织（须没有下级组织和党员；未到期的责任免除）",
      en: "End an organisation without members or organisations below; what it owes later is waived",
    },
    access: "organization.manage",
    params: organizationParams,
    body: z.strictObject({
      lastDay: plainDate.describe("last day on which it stands"),
      reason: z.string().trim().min(1).max(500).describe("decision or reason"),
    }),
    answer: z.object({
      groups: count.describe("党小组 that end with it"),
      appointments: count.describe("posts that end with it"),
      duties: count.describe("open duties that are waived"),
      grants: count.describe("rights given on it that end with it"),
    }),
    refusals: [
      "organization.before_start",
      "organization.changed_later",
      "organization.children_left",
      "organization.ended",
      "organization.last_administrator",
      "organization.members_left",
      "organization.period_closed",
      "organization.top_stays",
      "organization.transfers_left",
    ],
  },
} as const satisfies Record<string, Endpoint>;
