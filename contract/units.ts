import { organizationKinds, posts, restrictions } from "@dutyloop/domain/organization/things.ts";
import { unitKinds } from "@dutyloop/domain/organization/unit-things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { code, count, id, name, next, organizationParams, page, plainDate } from "./shapes.ts";

const unitParams = z.object({ unitId: id });
const unitKind = z.enum(unitKinds);
const restriction = z.enum(restrictions).nullable().describe("overseas or secret (PRV-22)");
const region = z.string().trim().min(1).max(60).nullable();
const organizationKind = z.enum(organizationKinds);
const named = z.object({ id, name: z.string() });

const unit = z.object({
  id,
  parentId: id.nullable(),
  kind: unitKind,
  code: z.string(),
  name: z.string(),
  region: z.string().nullable(),
  restriction,
  validFrom: plainDate,
  validTo: plainDate.nullable(),
  coverage: named
    .extend({ kind: organizationKind, validFrom: plainDate })
    .nullable()
    .describe("organisation that covers the unit itself today"),
  keeper: named
    .nullable()
    .describe("organisation that answers for it: that of the nearest covered unit above, or the top"),
  fullMembers: count.describe("full members who work in it or in its teams; a team's are its own"),
  probationaryMembers: count,
  ownBranch: z.boolean().nullable().describe("一部门一支部; null: no department that could have a branch of its own"),
  hasChildren: z.boolean().describe("whether units stand directly below it that the caller may see"),
});

/** 一部门一支部: departments of the subtree that could have a branch of their own, and those that have one. */
const ownBranches = z.object({ covered: count, departments: count });

const parentId = id.nullable().describe("unit above; null at the top");

export const unitsEndpoints = {
  listUnits: {
    summary: {
      zh: "行政单位及其覆盖（含下级）",
      en: "Administrative units of an organisation and below, and who covers them",
    },
    access: "organization.read",
    params: organizationParams,
    query: z.object({
      ...page,
      parentId: id.optional().describe("units directly below this one; without it the topmost of the organisation"),
      which: z
        .enum(["level", "all", "own_branch", "no_own_branch"])
        .default("level")
        .describe(
          "level: the tree step by step; all: the whole of it in one list, in its order; the others: departments by 一部门一支部, in the same order",
        ),
      q: z.string().trim().min(1).max(60).optional().describe("part of the name or code, anywhere below"),
    }),
    answer: z.object({
      items: z.array(unit),
      next,
      ownBranches: ownBranches.nullable().describe("of the whole, where departments are listed; else null"),
    }),
  },
  createUnit: {
    summary: { zh: "新建行政单位", en: "Create an administrative unit" },
    access: "organization.manage",
    body: z.strictObject({
      parentId,
      kind: unitKind,
      code,
      name,
      region,
      validFrom: plainDate,
      validTo: plainDate.nullable().describe("planned last day of a project"),
    }),
    answer: z.object({ id }),
    refusals: [
      "unit.code_taken",
      "unit.end_before_start",
      "unit.older_than_parent",
      "unit.parent_ended",
      "unit.outlives_parent",
    ],
  },
  renameUnit: {
    summary: { zh: "更改单位名称、地区", en: "Change a unit's name and region" },
    access: "organization.manage",
    params: unitParams,
    body: z.strictObject({ name, region }),
    answer: z.object({}),
  },
  moveUnit: {
    summary: { zh: "移动单位（含下级）", en: "Put a unit with all below it under another" },
    access: "organization.manage",
    params: unitParams,
    body: z.strictObject({ parentId }),
    answer: z.object({}),
    refusals: ["unit.parent_unknown", "unit.below_itself", "unit.nothing_changes", "unit.parent_ended"],
  },
  endUnit: {
    summary: { zh: "单位撤销（到某日为止）", en: "End a unit on a day, and with it what covers it" },
    access: "organization.manage",
    params: unitParams,
    body: z.strictObject({ lastDay: plainDate }),
    answer: z.object({ coverages: count.describe("that end with it") }),
    refusals: ["unit.end_before_start", "unit.outlives_parent", "unit.children_left", "unit.people_left"],
  },
  restrictUnit: {
    summary: {
      zh: "设为或解除受限单位（境外、涉密，含下级）",
      en: "Mark a unit and all below as restricted, or lift the mark",
    },
    access: "organization.manage",
    params: unitParams,
    body: z.strictObject({ restriction }),
    answer: z.object({ units: count.describe("whose mark changed") }),
    refusals: ["unit.restricted_above"],
  },
  coverUnit: {
    summary: {
      zh: "由某组织覆盖单位（自某日起）",
      en: "Let an organisation cover a unit; what covered it ends the day before",
    },
    access: "organization.manage",
    params: unitParams,
    body: z.strictObject({ organizationId: id, validFrom: plainDate, validTo: plainDate.nullable() }),
    answer: z.object({ id }),
    refusals: [
      "coverage.organization_unknown",
      "coverage.kind_covers_nothing",
      "coverage.group_covers_team",
      "coverage.end_before_start",
      "coverage.outside_unit",
      "coverage.outside_organization",
      "coverage.not_after_current",
      "coverage.later_exists",
    ],
  },
  endCoverage: {
    summary: { zh: "解除覆盖（到某日为止）", en: "End what covers a unit" },
    access: "organization.manage",
    params: unitParams,
    body: z.strictObject({ lastDay: plainDate }),
    answer: z.object({}),
    refusals: ["coverage.none"],
  },
  listGaps: {
    summary: {
      zh: "应建必建：该建未建的党组织（含下级）",
      en: "Units that ought to have a branch or a Party group, with proposals",
    },
    access: "organization.read",
    params: organizationParams,
    query: z.object({ ...page }),
    answer: z.object({
      items: z.array(
        z.object({
          id: z.string().describe("unit, finding and person, for lists"),
          unit: z.object({ id, name: z.string(), kind: unitKind, restriction }),
          keeper: named.nullable(),
          finding: z.object({
            rule: z.string(),
            strength: z.enum(["must", "general", "practice", "design"]),
            code: z.string(),
            values: z.record(z.string(), z.union([z.string(), z.number()])),
          }),
          proposal: z.object({
            act: z.enum(["create", "appoint", "join_group"]),
            kind: organizationKind.nullable().describe("of the organisation to create"),
            name: z.string().nullable(),
            code: z.string().nullable().describe("a code that nobody has yet"),
            under: z
              .object({ id, name: z.string().nullable().describe("null where the caller may not see it") })
              .nullable()
              .describe("where it would stand, or which group it is about; null where that has to be built first"),
            post: z.enum(posts).nullable(),
            personId: id.nullable(),
            personName: z.string().nullable().describe("null for whom the caller may not read by name"),
            joining: count.describe("people whose place as members would change"),
            needsApproval: z.boolean().describe("ORG-06: by whose approval"),
          }),
        }),
      ),
      next,
      counts: z
        .object({ must: count, general: count, practice: count, design: count })
        .describe("by strength of the rule"),
      ownBranches,
    }),
  },
  acceptGap: {
    summary: {
      zh: "按建议补建：设组织、定覆盖、编党员、任职一次完成",
      en: "Do as proposed in one act: organisation, coverage, members and post",
    },
    access: "organization.manage",
    params: unitParams,
    body: z.strictObject({
      finding: z.string().max(60).describe("code of the finding"),
      personId: id.nullable().default(null).describe("whom a proposal about one person means"),
      on: plainDate.describe("first day"),
      name: name.nullable().default(null).describe("name of the new organisation; the proposed one without it"),
      code: code.nullable().default(null).describe("its code; the proposed one without it"),
      class: z
        .string()
        .trim()
        .min(1)
        .max(40)
        .nullable()
        .default(null)
        .describe("class inside which branches are compared"),
      approval: z
        .string()
        .trim()
        .min(1)
        .max(200)
        .nullable()
        .default(null)
        .describe("the superior's, by number or date"),
    }),
    answer: z.object({
      organizationId: id,
      members: count.describe("whose place as members changed"),
      appointed: z.boolean(),
    }),
    refusals: [
      "gap.closed",
      "gap.branch_first",
      "gap.superior_elsewhere",
      "gap.members_elsewhere",
      "gap.member_changes_later",
      "organization.code_taken",
      "organization.period_closed",
      "organization.change_in_future",
      "organization.temporary_without_approval",
      "organization.older_than_parent",
      "coverage.later_exists",
    ],
  },
} as const satisfies Record<string, Endpoint>;
