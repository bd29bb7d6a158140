import { organizationKinds, posts } from "@dutyloop/domain/organization/things.ts";
import { unitKinds } from "@dutyloop/domain/organization/unit-things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { code, count, id, instant, name, next, organizationParams, page, plainDate } from "./shapes.ts";

/** A project or temporary branch is bound to what it is set up for and begins on its own. */
const begunKinds = organizationKinds.filter((kind) => kind !== "PROJECT_BRANCH" && kind !== "TEMP_BRANCH");

const act = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("create"),
    id: id.describe("chosen by the caller, so that other acts of the plan can name it"),
    kind: z.enum(begunKinds),
    parentId: id,
    class: z.string().trim().min(1).max(40).nullable(),
    code,
    name,
    unitIds: z.array(id).max(200).describe("units that it covers from its first day on; nobody else does then"),
    predecessorIds: z.array(id).max(200).describe("whose history is shown with it"),
    approved: z.boolean().describe("the superior has approved what its kind needs approval for"),
    adoptsTemplates: z.boolean().describe("it owes what the plans above it say for the rest of the year (制度同制定)"),
  }),
  z.strictObject({ act: z.literal("revoke"), organizationId: id }),
  z.strictObject({ act: z.literal("rename"), organizationId: id, name }),
  z.strictObject({ act: z.literal("move"), organizationId: id, parentId: id }),
  z.strictObject({ act: z.literal("merge"), organizationIds: z.array(id).min(1).max(200), intoId: id }),
  z.strictObject({
    act: z.literal("split"),
    organizationId: id,
    intoIds: z.array(id).min(1).max(200),
    stays: z.boolean(),
  }),
  z.strictObject({
    act: z.literal("place"),
    personIds: z.array(id).min(1).max(2000),
    organizationId: id.describe("branch that they belong to from the day on"),
    groupId: id.nullable(),
  }),
  z.strictObject({ act: z.literal("appoint"), personId: id, organizationId: id, post: z.enum(posts) }),
]);
const plan = z.strictObject({
  name: z.string().trim().min(1).max(200),
  decision: z.string().trim().min(1).max(200).describe("decision it rests on (文号 or 会议)"),
  effectiveOn: plainDate.describe("first day of the new tree; the old one ends the day before"),
  acts: z.array(act).min(1).max(3000),
});

const named = z.object({ id, name: z.string() });
const listed = named.extend({ kind: z.enum(organizationKinds) });
const ended = listed.extend({ dutiesWaived: count });
const person = z.object({ personId: id, personName: z.string().nullable() });
const appointment = person.extend({ post: z.enum(posts), organization: named });
const reached = z.object({ count, names: z.array(z.string()).describe("the first five") });
const effects = z.object({
  ended: z.array(ended),
  begun: z.array(listed.extend({ members: count })),
  groupsEnded: z.array(ended),
  groupsBegun: z.array(listed.extend({ members: count })),
  moved: z.array(listed.extend({ from: named.nullable(), to: named.nullable() })),
  renamed: z.array(listed.extend({ from: z.string() })),
  membersMoved: z.array(person.extend({ from: named, to: named })),
  appointmentsEnded: z.array(appointment),
  appointmentsBegun: z.array(appointment),
  dutiesWaived: count.describe("open duties of what ends, 免除（撤销）"),
  dutiesIssued: count.describe("what those that begin owe for the rest of the year by the plans above them"),
  termsEnded: count,
  access: z
    .array(
      z.object({
        accountId: id,
        accountName: z.string(),
        role: z.string(),
        organization: named,
        ends: z.boolean().describe("the grant ends with its organisation"),
        gained: reached,
        lost: reached,
      }),
    )
    .describe("who reaches what newly or no longer"),
  successions: z.array(z.object({ predecessor: named, successor: named })),
  sameness: z
    .object({
      organization: z.boolean(),
      leaders: z.boolean(),
      rules: z.boolean(),
      assessment: z.boolean(),
      reasons: z.array(
        z.object({
          organization: named,
          check: z.enum(["organization", "leaders", "rules", "assessment"]),
          code: z.enum(["units_not_one", "nobody_named", "templates_not_adopted", "class_not_assessed"]),
        }),
      ),
    })
    .describe("四同 over the branches that begin"),
  findings: z.array(
    z.object({
      organization: named,
      rule: z.string(),
      strength: z.enum(["must", "general", "practice", "design"]),
      code: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
const reorganization = z.object({
  id,
  name: z.string(),
  decision: z.string(),
  effectiveOn: plainDate,
  organization: named.describe("below which everything lies"),
  appliedAt: instant,
  appliedBy: z.string(),
  ended: count,
  begun: count,
  membersMoved: count,
  undone: z.object({ at: instant, by: z.string(), reason: z.string() }).nullable(),
});
const refusals = [
  "reorganization.date_invalid",
  "reorganization.period_not_open",
  "reorganization.too_large",
  "reorganization.changes_later",
  "reorganization.last_administrator",
  "reorganization.letter_on_its_way",
  "reorganization.unit_unknown",
  "reorganization.unit_twice",
  "reorganization.organization_unknown",
  "reorganization.organization_ended",
  "reorganization.not_after_start",
  "reorganization.ended_twice",
  "reorganization.two_parents",
  "reorganization.renamed_twice",
  "reorganization.ended_and_changed",
  "reorganization.merged_into_ended",
  "reorganization.id_taken",
  "reorganization.code_taken",
  "reorganization.below_itself",
  "reorganization.parent_unknown",
  "reorganization.child_left",
  "reorganization.member_without_branch",
  "reorganization.person_in_two_branches",
  "reorganization.person_unknown",
  "reorganization.placed_in_ended",
  "reorganization.member_changes_later",
  "reorganization.appointed_twice",
] as const;

export const reorganizationsEndpoints = {
  getReorganizationBasis: {
    summary: {
      zh: "组织调整的起点：前一日的组织、党员和单位",
      en: "What a re-organisation starts from: organisations of the day before, members and units",
    },
    access: "organization.reorganize",
    params: organizationParams,
    query: z.object({ on: plainDate.describe("first day of the new tree") }),
    answer: z.object({
      organizations: z.array(
        listed.extend({
          parentId: id.nullable(),
          code: z.string(),
          class: z.string().nullable(),
          endsOn: plainDate.nullable().describe("it ends by itself, so no act may name it"),
        }),
      ),
      people: z.array(
        person.extend({
          organizationId: id,
          groupId: id.nullable(),
          unitId: id.nullable().describe("unit that the person counts in; a team's people count in its department"),
          member: z.boolean().describe("full or probationary member"),
        }),
      ),
      posts: z.array(z.object({ personId: id, organizationId: id, post: z.enum(posts) })),
      units: z.array(
        named.extend({
          kind: z.enum(unitKinds),
          coveredBy: id.nullable().describe("organisation that covers the unit itself"),
          proposedCode: z.string().describe("code for a branch of its own; free as far as one could be found"),
        }),
      ),
    }),
    refusals: ["reorganization.too_large"],
  },
  suggestReorganization: {
    summary: {
      zh: "建议方案：一部门一支部",
      en: "Acts that give each department which can have a branch one of its own",
    },
    access: "organization.reorganize",
    params: organizationParams,
    query: z.object({ on: plainDate.describe("first day of the new tree") }),
    answer: z.object({ acts: z.array(act).describe("empty where every department has its own branch") }),
    refusals: ["reorganization.too_large"],
  },
  previewReorganization: {
    summary: {
      zh: "预览组织调整：影响、四同、不能执行的原因",
      en: "What a re-organisation would do, or all that speaks against it",
    },
    access: "organization.reorganize",
    params: organizationParams,
    body: plan,
    answer: z.object({
      digest: z
        .string()
        .nullable()
        .describe("hand it in with the plan to apply it; null while something speaks against it"),
      refusals: z.array(
        z.object({
          code: z.string(),
          values: z.record(z.string(), z.union([z.string(), z.number()])).describe("act: number of the act from 1"),
          field: z.string().nullable(),
        }),
      ),
      effects: effects.nullable(),
    }),
    refusals: ["reorganization.too_large"],
  },
  applyReorganization: {
    summary: { zh: "执行组织调整（一次完成）", en: "Apply a re-organisation as one act" },
    access: "organization.reorganize",
    params: organizationParams,
    body: plan.extend({ digest: z.string().max(100).describe("what the preview answered") }),
    answer: z.object({ id }),
    refusals: ["reorganization.preview_outdated", ...refusals],
  },
  listReorganizations: {
    summary: { zh: "组织调整记录", en: "Re-organisations below an organisation, newest first" },
    access: "organization.reorganize",
    params: organizationParams,
    query: z.object(page),
    answer: z.object({ items: z.array(reorganization), next }),
  },
  getReorganization: {
    summary: { zh: "一次组织调整及其影响", en: "One re-organisation with everything that followed from it" },
    access: "organization.reorganize",
    params: z.object({ reorganizationId: id }),
    answer: reorganization.extend({
      effects,
      undoable: z.boolean().describe("not undone yet, and the periods from its day on are open"),
    }),
  },
  undoReorganization: {
    summary: { zh: "撤回组织调整", en: "Take a re-organisation back whole" },
    access: "organization.reorganize",
    params: z.object({ reorganizationId: id }),
    body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
    answer: z.object({}),
    refusals: [
      "reorganization.undone_before",
      "reorganization.period_not_open",
      "reorganization.since.organizations",
      "reorganization.since.members",
      "reorganization.since.duties",
      "reorganization.since.rights",
      "reorganization.since.other",
    ],
  },
} as const satisfies Record<string, Endpoint>;
