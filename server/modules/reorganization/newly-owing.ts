import { isWithin, type PlainDate, yearOf } from "@dutyloop/domain/kernel/plain-date.ts";
import type { SortedActs } from "@dutyloop/domain/organization/reorganization/acts.ts";
import { byId } from "@dutyloop/domain/organization/reorganization/next-tree.ts";
import type { Plan } from "@dutyloop/domain/organization/reorganization/plan.ts";
import type { OrganizationRow } from "@dutyloop/domain/organization/reorganization/reorganization-rows.ts";
import { isBranchKind } from "@dutyloop/domain/organization/things.ts";
import type { NewlyOwing } from "../duties/index.ts";

type Organizations = ReadonlyMap<string, OrganizationRow>;

/**
 * Branches that come to owe something by the plan, or whose 党小组 do, with those whose duties are wanted: what begins and
 * adopts the templates above it, and 党小组 that come to another branch.
 */
export function newlyOwing(
  plan: Plan,
  acts: SortedActs,
  movedGroups: readonly string[],
  effectiveOn: PlainDate,
): { owing: NewlyOwing[]; begun: ReadonlySet<string> } {
  const after = byId(plan.after);
  const begun = new Set([
    ...acts.created
      .filter(({ organization }) => organization.adoptsTemplates)
      .map(({ organization }) => organization.id),
    ...movedGroups,
  ]);
  const branches = new Set(
    [...begun].flatMap((id) => {
      const row = after.get(id);
      if (!row) return [];
      return isBranchKind(row.kind) ? [row.id] : row.kind === "GROUP" && row.parentId !== null ? [row.parentId] : [];
    }),
  );
  const owing = [...branches].flatMap((id): NewlyOwing[] => {
    const branch = after.get(id);
    if (!branch) return [];
    const { kind, class: compared, validFrom, validTo } = branch;
    const groups = plan.after.organizations.filter(({ parentId, kind: of }) => parentId === id && of === "GROUP");
    return [
      {
        id,
        kind,
        class: compared,
        validFrom,
        validTo,
        fullMembers: fullMembersOf(plan, id, validFrom, effectiveOn),
        groups: groups.map((group) => ({ id: group.id, validFrom: group.validFrom, validTo: group.validTo })),
        above: idsAbove(branch, after),
      },
    ];
  });
  return { owing, begun };
}

/** As the issue of a plan counts them: at the beginning of the year, or at the branch's own where it is younger (ORG-11). */
function fullMembersOf(plan: Plan, id: string, validFrom: PlainDate, effectiveOn: PlainDate): number {
  const january = `${yearOf(effectiveOn)}-01-01`;
  const day = validFrom > january ? validFrom : january;
  return plan.after.memberships.filter(
    ({ organizationId, state, ...row }) =>
      organizationId === id &&
      (state === "FULL" || state === "CORRECTING") &&
      isWithin(day, row.validFrom, row.validTo),
  ).length;
}

function idsAbove(branch: OrganizationRow, after: Organizations): string[] {
  const ids: string[] = [];
  for (let row: OrganizationRow | undefined = branch; row; row = after.get(row.parentId ?? "")) ids.push(row.id);
  return ids;
}
