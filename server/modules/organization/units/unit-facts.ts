import type { UnitFacts } from "@dutyloop/domain/organization/gaps/unit-facts.ts";
import { projectMonths } from "@dutyloop/domain/organization/kinds/binding-rules.ts";
import { isBranchKind } from "@dutyloop/domain/organization/things.ts";
import type { UnitRow } from "./unit-rows.ts";

/** What the rules of gaps ask of these units; teams count in the unit that they belong to, unless a branch covers them themselves. */
export function unitFactsOf(rows: readonly UnitRow[]): UnitFacts[] {
  const bases = basesOf(rows);
  const counted = Map.groupBy(rows, ({ id }) => bases.get(id) ?? id);
  const sum = (of: readonly UnitRow[], key: "fullMembers" | "probationaryMembers") =>
    of.reduce((all, row) => all + row[key], 0);
  return rows.map((row) => {
    const { id, kind, name, branchId, branchKind, superiorId, committeeMembers } = row;
    const people = kind === "TEAM" ? [row] : (counted.get(id) ?? [row]);
    return {
      id,
      kind,
      name,
      fullMembers: sum(people, "fullMembers"),
      probationaryMembers: sum(people, "probationaryMembers"),
      head: row.headId === null ? null : { personId: row.headId, state: row.headState },
      branch:
        branchId === null || branchKind === null
          ? null
          : {
              id: branchId,
              kind: branchKind,
              departments: row.branchDepartments,
              units: row.branchUnits,
            },
      coveredBy: row.covered ? row.keeperKind : null,
      group: row.covered && row.keeperKind === "GROUP" ? { id: row.keeperId, leaderId: row.leaderId } : null,
      committeeMembers,
      superiorId,
      projectMonths: kind === "PROJECT" && row.validTo !== null ? projectMonths(row.validFrom, row.validTo) : null,
    };
  });
}

/** The unit that each one's people count in: a team's in what it belongs to; rows come with parents first. */
export function basesOf(rows: readonly UnitRow[]): Map<string, string> {
  const bases = new Map<string, string>();
  for (const { id, parentId, kind, covered, keeperKind } of rows) {
    const forItself = kind !== "TEAM" || (covered && keeperKind !== null && isBranchKind(keeperKind));
    bases.set(id, (forItself || parentId === null ? undefined : bases.get(parentId)) ?? id);
  }
  return bases;
}
