import { roles } from "@dutyloop/domain/identity/things.ts";
import { termStates } from "@dutyloop/domain/organization/term-things.ts";
import { organizationKinds, posts } from "@dutyloop/domain/organization/things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { count, id, next, organizationParams, page, plainDate } from "./shapes.ts";

const term = z.object({
  id,
  beganOn: plainDate,
  regularEndsOn: plainDate.describe("last day by the rule of its kind (ORG-14)"),
  endsOn: plainDate.describe("last day, with an approved extension"),
  approval: z.string().nullable().describe("approval of the extension (ORG-17)"),
});
const standing = z.object({
  state: z.enum(termStates),
  daysLeft: z.int().describe("days until the last one; below zero when overdue"),
  reminder: z
    .object({
      on: plainDate,
      monthsBefore: count.nullable().describe("months before the end; null when overdue"),
      overdue: count.describe("which weekly one it is; 0 before the end"),
      rule: z.string(),
      strength: z.enum(["must", "general", "practice", "design"]),
      to: z.enum(["organization", "superior"]),
    })
    .nullable()
    .describe("newest reminder that is due (ORG-15, ORG-16)"),
});
const current = term.extend(standing.shape);

export const termsEndpoints = {
  listTerms: {
    summary: { zh: "任期一览与应换必换（含下级）", en: "Terms of office of an organisation and below, soonest first" },
    access: "organization.read",
    params: organizationParams,
    query: z.object({
      ...page,
      which: z.enum(["due", "all"]).default("due").describe("due: within six months of the end or past it (应换必换)"),
    }),
    answer: z.object({
      items: z.array(
        z.object({
          id: id.describe("organisation"),
          name: z.string(),
          kind: z.enum(organizationKinds),
          term: current.nullable().describe("null: nobody has entered its term"),
        }),
      ),
      next,
      counts: z
        .object({ overdue: count, due: count, approaching: count, in_term: count, unknown: count })
        .describe("organisations of the subtree by how their term stands"),
    }),
  },
  getTerm: {
    summary: { zh: "一个组织的任期", en: "An organisation's term of office, and the ones before" },
    access: "organization.read",
    params: organizationParams,
    answer: z.object({
      months: count.nullable().describe("months of a term of its kind; null: it has none"),
      current: current.nullable(),
      earlier: z.array(term.extend({ endedOn: plainDate })).describe("newest first"),
    }),
  },
  getTeam: {
    summary: {
      zh: "一次换届所替换的班子：职务与随职务的角色",
      en: "Whom an election on a day replaces, with the roles that go with the posts",
    },
    access: "organization.manage",
    params: organizationParams,
    query: z.object({ beganOn: plainDate.describe("day of the election") }),
    answer: z.object({
      lastDay: plainDate.describe("last day of the posts that don't go on"),
      items: z
        .array(
          z.object({
            id: id.describe("appointment"),
            personId: id,
            name: z.string(),
            post: z.enum(posts),
            from: plainDate,
            role: z.enum(roles).nullable().describe("granted to the holder and going with the post"),
            carriedOn: z.boolean().describe("another post of the holder there, beyond this team, carries the role on"),
          }),
        )
        .describe("posts of the committee that began before that day and reach it"),
    }),
  },
  beginTerm: {
    summary: {
      zh: "登记换届：新一届任期开始，不连任的职务随上一届结束",
      en: "Begin a term of office; the one before ends the day before, with the posts of those not re-elected",
    },
    access: "organization.manage",
    params: organizationParams,
    body: z.strictObject({
      beganOn: plainDate.describe("day of the election"),
      ending: z
        .array(id)
        .max(200)
        .default([])
        .describe("appointments of the old team (`getTeam`) that don't go on; their roles end with them"),
    }),
    answer: z.object({ id, endsOn: plainDate }),
    refusals: [
      "organization.temporary_act.term_election",
      "term.kind_without_term",
      "term.in_future",
      "term.before_organization",
      "term.organization_ended",
      "term.not_after_current",
      "term.team_changed",
    ],
  },
  extendTerm: {
    summary: {
      zh: "延期换届（须经上级批准，不超过十二个月）",
      en: "Extend a term by up to twelve months, with approval",
    },
    access: "organization.manage",
    params: organizationParams,
    body: z.strictObject({
      months: z.int().min(-120).max(120).describe("months after the regular end, 1 to 12"),
      approval: z.string().trim().max(200).describe("the superior's approval, by its number or date"),
    }),
    answer: z.object({ endsOn: plainDate }),
    refusals: [
      "term.none",
      "term.months_invalid",
      "term.move_without_approval",
      "term.extended_too_long",
      "term.not_later",
    ],
  },
} as const satisfies Record<string, Endpoint>;
