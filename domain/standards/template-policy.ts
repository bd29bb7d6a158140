import { isBranchKind, isCommitteeKind, type OrganizationKind } from "../organization/things.ts";
import type { TemplateBody, TemplateStage } from "./things.ts";

/** True where organisations of this kind do the work of a template; what is counted of leaders is nobody's to do. */
export function mayOwe({ owedBy }: Pick<TemplateBody, "owedBy">, organization: OrganizationKind): boolean {
  switch (owedBy) {
    case "branch":
    case "branch_with_committee":
      return isBranchKind(organization);
    case "group":
      return isBranchKind(organization) || organization === "GROUP";
    case "temporary_branch":
      return organization === "TEMP_BRANCH";
    case "general_branch":
      return organization === "GENERAL_BRANCH";
    case "committee":
      return isCommitteeKind(organization);
    case "leading_group":
      return organization === "LEADING_GROUP";
    case "leader":
      return false;
  }
}

/** Whose work a template is: branches and what stands below them, committees, or a task that is done by its evidence. */
export const templateGroups = ["branch", "committee", "task"] as const;
export type TemplateGroup = (typeof templateGroups)[number];

export function templateGroupOf({ kind, owedBy }: Pick<TemplateBody, "kind" | "owedBy">): TemplateGroup {
  if (kind === "task") return "task";
  return owedBy === "committee" || owedBy === "leading_group" || owedBy === "leader" ? "committee" : "branch";
}

/**
 * True where an organisation of this kind may record an event of the template: pages and imports offer no others. Tasks
 * are done by handing in their evidence.
 */
export function mayRecord(template: Pick<TemplateBody, "kind" | "owedBy">, organization: OrganizationKind): boolean {
  return template.kind === "record" && mayOwe(template, organization);
}

/**
 * The type whose rule the resolutions of a record follow: the first that votes. Where one of them decides on admission, its
 * rule is the others' too, as it asks for more and takes opinions in writing (VOTE-02).
 */
export function votingTypeOf<T extends Pick<TemplateBody, "votingRule">>(types: readonly T[]): T | undefined {
  return (
    types.find(({ votingRule }) => votingRule === "VOTE-02") ?? types.find(({ votingRule }) => votingRule !== undefined)
  );
}

/** What can be done with a version on its way: 试行、提请验收、推广、退回试行、废止. */
export const templateActs = ["try_out", "accept", "promote", "send_back", "withdraw"] as const;
export type TemplateAct = (typeof templateActs)[number];

/** Which act is allowed at which stage, and the stage it leads to. Server and buttons read the same table. */
export const templateActions: Record<TemplateStage, Partial<Record<TemplateAct, TemplateStage>>> = {
  exploring: { try_out: "trial", withdraw: "withdrawn" },
  trial: { accept: "acceptance", withdraw: "withdrawn" },
  acceptance: { promote: "promoted", send_back: "trial", withdraw: "withdrawn" },
  promoted: { withdraw: "withdrawn" },
  withdrawn: {},
};

/** True while units may work by a version: from its trial on until it is withdrawn. */
export function isUsable(stage: TemplateStage): boolean {
  return stage === "trial" || stage === "acceptance" || stage === "promoted";
}

/** 实用性、规范性、针对性: by what a version is reviewed, each from 0 to 100. */
export const reviewCriteria = ["practicality", "conformity", "relevance"] as const;
export type ReviewCriterion = (typeof reviewCriteria)[number];

/** Parts of a template that are one value. */
export const templateValues = [
  "name",
  "kind",
  "rules",
  "basis",
  "example",
  "cadence",
  "owedBy",
  "participants",
  "fields",
  "resolutions",
  "votingRule",
  "open",
  "strength",
] as const;
/** Parts that hold several things, each with its code. */
export const templateLists = ["topics", "steps", "materials", "guides", "checks"] as const;
export const templateParts = [...templateValues, ...templateLists] as const;
export type TemplatePart = (typeof templateParts)[number];
