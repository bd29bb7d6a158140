import { branchKinds, type OrganizationKind, organizationKinds } from "./things.ts";

const upper = ["PARTY_GROUP", "COMMITTEE", "OFFICE_COMMITTEE"] as const satisfies readonly OrganizationKind[];

/** Under which kinds each kind can stand (ORG-24). */
const placesOf: Record<OrganizationKind, readonly OrganizationKind[]> = {
  PARTY_GROUP: ["PARTY_GROUP", "COMMITTEE"],
  COMMITTEE: upper,
  OFFICE_COMMITTEE: upper,
  GENERAL_BRANCH: upper,
  DISCIPLINE_COMMITTEE: upper,
  LEADING_GROUP: [...upper, "GENERAL_BRANCH"],
  BRANCH: [...upper, "GENERAL_BRANCH", "DISCIPLINE_COMMITTEE"],
  PROJECT_BRANCH: [...upper, "GENERAL_BRANCH"],
  TEMP_BRANCH: [...upper, "GENERAL_BRANCH"],
  JOINT_BRANCH: [...upper, "GENERAL_BRANCH"],
  GROUP: branchKinds,
};

export function mayStandUnder(kind: OrganizationKind, parent: OrganizationKind): boolean {
  return placesOf[kind].includes(parent);
}

/** The kinds that can be set up under an organisation of a kind. */
export function kindsUnder(parent: OrganizationKind): OrganizationKind[] {
  return organizationKinds.filter((kind) => mayStandUnder(kind, parent));
}
