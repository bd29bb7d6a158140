import type { OrganizationFacts } from "./organization-facts.ts";

/** A branch of eight with the whole committee and nothing to say about it. */
export function soundBranch(changes: Partial<OrganizationFacts> = {}): OrganizationFacts {
  return {
    id: "branch",
    kind: "BRANCH",
    fullMembers: 8,
    probationaryMembers: 1,
    units: 1,
    projectMonths: null,
    approved: false,
    committee: {
      people: 4,
      posts: { SECRETARY: 1, ORGANIZATION_MEMBER: 1, PUBLICITY_MEMBER: 1, DISCIPLINE_MEMBER: 1 },
      standing: null,
    },
    groups: [],
    ...changes,
  };
}
