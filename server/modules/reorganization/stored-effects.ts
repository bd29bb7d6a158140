import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Effects } from "@dutyloop/domain/organization/reorganization/effects.ts";
import { currentOn } from "@dutyloop/domain/organization/reorganization/next-people.ts";
import { byId } from "@dutyloop/domain/organization/reorganization/next-tree.ts";
import type { Plan } from "@dutyloop/domain/organization/reorganization/plan.ts";

const namesShown = 5;
type Reached = { readonly count: number; readonly ids: readonly string[] };
type Access = Omit<Effects["access"][number], "gained" | "lost"> & { readonly gained: Reached; readonly lost: Reached };
type Begun = Effects["begun"][number] & { readonly members: number };

/** What is kept of a re-organisation's effects: ids of people and accounts, whose names are looked up where they are shown. */
export type StoredEffects = Omit<Effects, "access" | "begun" | "groupsBegun"> & {
  readonly begun: readonly Begun[];
  readonly groupsBegun: readonly Begun[];
  readonly access: readonly Access[];
  readonly sameness: Plan["sameness"];
  readonly findings: Plan["findings"];
  readonly dutiesIssued: number;
  readonly termsEnded: number;
};

export function storedEffects(
  { effects, sameness, findings, after }: Plan,
  more: { readonly effectiveOn: PlainDate; readonly dutiesIssued: number; readonly termsEnded: number },
): StoredEffects {
  const { effectiveOn, ...counts } = more;
  const organizations = byId(after);
  const members = currentOn(after.memberships, effectiveOn).filter(({ state }) =>
    ["FULL", "PROBATIONARY", "CORRECTING"].includes(state),
  );
  const withMembers = (row: Effects["begun"][number]): Begun => {
    const path = organizations.get(row.organizationId)?.path ?? "";
    const belongs = ({ organizationId, groupId }: (typeof members)[number]) =>
      row.kind === "GROUP"
        ? groupId === row.organizationId
        : (organizations.get(organizationId)?.path.startsWith(path) ?? false);
    return { ...row, members: members.filter(belongs).length };
  };
  return {
    ...effects,
    ...counts,
    begun: effects.begun.map(withMembers),
    groupsBegun: effects.groupsBegun.map(withMembers),
    access: effects.access.map((each) => ({ ...each, gained: reached(each.gained), lost: reached(each.lost) })),
    sameness,
    findings,
  };
}

function reached(ids: readonly string[]): Reached {
  return { count: ids.length, ids: ids.slice(0, namesShown) };
}
