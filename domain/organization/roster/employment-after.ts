import type { PersonField } from "./check-people.ts";
import type { GivenRow, RosterEmployment, RosterUnits, RowFaults } from "./roster-rows.ts";
import { valueAfter } from "./roster-rows.ts";

export type EmploymentBefore = {
  readonly units: RosterUnits;
  readonly doubtfulUnits: ReadonlySet<string>;
  /** First day of what changes. */
  readonly effectiveOn: string;
  readonly isNew: boolean;
};

/**
 * Where somebody works after the row: the very same employment where nothing changes. A new person works there since he
 * is entered, or since the unit exists; for others the new employment begins on the day from which the roster counts.
 */
export function employmentAfter(
  faults: RowFaults<PersonField>,
  row: GivenRow<PersonField>,
  existing: RosterEmployment | null,
  before: EmploymentBefore,
): RosterEmployment | null {
  const { effectiveOn } = before;
  const position = row.position || null;
  if (row.unit === "" || (row.unit === null && existing === null)) {
    if (position !== null || row.leads === "true") faults.add("unit", "import.unit_missing");
    if (existing !== null && existing.validFrom >= effectiveOn)
      faults.add("unit", "import.changed_later", { from: existing.validFrom });
    return null;
  }
  const unitCode = row.unit ?? existing?.unitCode ?? null;
  const after = {
    unitCode,
    position: valueAfter(row.position, existing?.position ?? null),
    leads: (row.leads || (row.leads === "" ? "false" : (existing?.leads ?? "false"))) as "true" | "false",
  };
  if (existing && sameIn(after, existing)) return existing;
  if (existing && existing.validFrom > effectiveOn)
    faults.add("unit", "import.changed_later", { from: existing.validFrom });
  const from = before.isNew ? (row.since ?? effectiveOn) : effectiveOn;
  return { ...after, validFrom: unitCode === null ? from : startIn(faults, unitCode, from, before) };
}

function sameIn(after: Omit<RosterEmployment, "validFrom">, existing: RosterEmployment): boolean {
  return after.unitCode === existing.unitCode && after.position === existing.position && after.leads === existing.leads;
}

/** First day in the unit, which has to exist then. */
function startIn(faults: RowFaults<PersonField>, code: string, from: string, before: EmploymentBefore): string {
  const unit = before.units.get(code);
  if (!unit) {
    if (!before.doubtfulUnits.has(code)) faults.add("unit", "import.unit_unknown", { code });
    return from;
  }
  const start = before.isNew && from < unit.validFrom ? unit.validFrom : from;
  if (start < unit.validFrom) faults.add("unit", "import.before_unit", { from: unit.validFrom });
  else if (unit.validTo !== null && start > unit.validTo) faults.add("unit", "import.after_unit", { to: unit.validTo });
  return start;
}
