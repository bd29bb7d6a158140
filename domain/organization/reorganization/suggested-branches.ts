import { hasOwnBranch } from "../gaps/coverage-rate.ts";
import type { UnitFacts } from "../gaps/unit-facts.ts";
import { votingRight } from "../organization-rules.ts";
import type { CoverageRow, OrganizationRow } from "./reorganization-rows.ts";

type Input = {
  readonly units: readonly UnitFacts[];
  /** Those that a plan may change. */
  readonly organizations: readonly Pick<OrganizationRow, "id" | "class">[];
  /** Everybody who belongs to one of them, with the unit that he counts in. */
  readonly people: readonly {
    readonly personId: string;
    readonly organizationId: string;
    readonly unitId: string | null;
  }[];
  readonly coverages: readonly Pick<CoverageRow, "unitId" | "organizationId">[];
};
export type SuggestedBranch = {
  readonly unitId: string;
  readonly unitName: string;
  readonly parentId: string;
  readonly class: string | null;
  readonly predecessorIds: readonly string[];
  readonly personIds: readonly string[];
  /** The head of the department, where he may be secretary. */
  readonly secretaryId: string | null;
};

/**
 * 一部门一支部: a branch for each department that can have one (ORG-01) and shares one, or has none; the branches that
 * then have neither people nor units of their own left end.
 */
export function suggestedBranches({ units, organizations, people, coverages }: Input): {
  branches: SuggestedBranch[];
  ended: string[];
} {
  const known = new Map(organizations.map((row) => [row.id, row]));
  const branches = units.flatMap((unit): SuggestedBranch[] => {
    const { id, name, head, branch, superiorId } = unit;
    if (hasOwnBranch(unit) !== false || superiorId === null || !known.has(superiorId)) return [];
    const personIds = people.filter(({ unitId }) => unitId === id).map(({ personId }) => personId);
    if (personIds.length === 0) return [];
    const able = head !== null && head.state !== null && votingRight(head.state) && personIds.includes(head.personId);
    const predecessor = branch === null ? undefined : known.get(branch.id);
    return [
      {
        unitId: id,
        unitName: name,
        parentId: superiorId,
        class: predecessor?.class ?? null,
        predecessorIds: predecessor ? [predecessor.id] : [],
        personIds,
        secretaryId: able ? head.personId : null,
      },
    ];
  });
  const placed = new Set(branches.flatMap(({ personIds }) => personIds));
  const taken = new Set(branches.map(({ unitId }) => unitId));
  const predecessors = new Set(branches.flatMap(({ predecessorIds }) => predecessorIds));
  const ended = [...predecessors].filter(
    (id) =>
      people.every((each) => each.organizationId !== id || placed.has(each.personId)) &&
      coverages.every((each) => each.organizationId !== id || taken.has(each.unitId)),
  );
  return { branches, ended };
}
