import type { Refusal } from "../../kernel/refusal.ts";
import { refuseBy } from "../finding.ts";
import type { OrganizationKind } from "../things.ts";
import { type KindLimits, kindLimits, type OrganizationFacts } from "./organization-facts.ts";
import { setupFindings } from "./setup-rules.ts";

type Beginning = Pick<
  OrganizationFacts,
  "kind" | "fullMembers" | "probationaryMembers" | "units" | "projectMonths" | "approved"
>;

/**
 * Why an organisation can't be set up as this kind, or null: what is a must of its set-up (ORG-01, ORG-03, ORG-07,
 * ORG-08), and the approval that a temporary branch needs (ORG-06). What is only usual is left to `setupFindings`.
 */
export function creationRefusal(facts: Beginning, limits: KindLimits = kindLimits): Refusal | null {
  const committee = { people: 0, posts: {}, standing: null };
  const [first] = setupFindings({ ...facts, id: "", committee, groups: [] }, limits).filter(
    ({ rule, strength }) => strength === "must" || rule === "ORG-06",
  );
  if (!first) return null;
  return refuseBy(first.rule, first.code, first.values, first.rule === "ORG-06" ? "approved" : "kind", first.strength);
}

/** What a temporary branch doesn't do (ORG-06). */
export const actsOfPermanentBranches = ["develop", "discipline", "dues", "elect_delegates", "term_election"] as const;
export type ActOfPermanentBranch = (typeof actsOfPermanentBranches)[number];

const temporaryActs: Record<ActOfPermanentBranch, string> = {
  develop: "organization.temporary_act.develop",
  discipline: "organization.temporary_act.discipline",
  dues: "organization.temporary_act.dues",
  elect_delegates: "organization.temporary_act.elect_delegates",
  term_election: "organization.temporary_act.term_election",
};

/** Why an organisation of this kind can't do it, or null: a temporary branch develops nobody, disciplines nobody, takes no dues, elects nobody (ORG-06). */
export function branchActRefusal(kind: OrganizationKind, act: ActOfPermanentBranch): Refusal | null {
  return kind === "TEMP_BRANCH" ? refuseBy("ORG-06", temporaryActs[act], { act }) : null;
}
