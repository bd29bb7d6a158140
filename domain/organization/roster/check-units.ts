import type { UnitKind } from "../unit-things.ts";
import {
  type CheckedRow,
  differs,
  type GivenRow,
  type RosterUnit,
  type RosterUnits,
  RowFaults,
  valueAfter,
} from "./roster-rows.ts";
import { addTwice, inCircle } from "./tree-rows.ts";

export type UnitField = "code" | "name" | "kind" | "parent" | "region" | "restriction" | "validFrom" | "validTo";
type Row = GivenRow<UnitField>;
type Faults = RowFaults<UnitField>;
export type UnitsBefore = {
  /** Those in the caller's reach. */
  readonly known: RosterUnits;
  /** Codes of the rows that units elsewhere hold. */
  readonly taken: ReadonlySet<string>;
  /** Codes of rows that couldn't be read. */
  readonly doubtful: ReadonlySet<string>;
  /** A unit with no unit above it belongs to the top of the group. */
  readonly atTop: boolean;
};
export type CheckedUnits = {
  readonly rows: readonly CheckedRow<UnitField, RosterUnit>[];
  readonly units: RosterUnits;
  readonly doubtful: ReadonlySet<string>;
};

const changing = ["name", "region"] as const;

/**
 * Checks rows of administrative units like those of organisations. Moving one, ending it and marking it as restricted
 * are acts of their own: they reach all units below it.
 */
export function checkUnits(rows: readonly Row[], before: UnitsBefore): CheckedUnits {
  const { known, taken, atTop } = before;
  const needed: readonly UnitField[] = ["name", "kind", "validFrom", ...(atTop ? [] : (["parent"] as const))];
  const units = new Map(known);
  const doubtful = new Set(before.doubtful);
  const firsts = new Map<string, Row>();
  const added = new Map<string, RosterUnit>();
  const checks = rows.map((row) => {
    const faults = new RowFaults<UnitField>();
    const code = row.code ?? "";
    const first = firsts.get(code);
    const existing = known.get(code) ?? null;
    faults.need(row, needed, existing === null);
    if (first) addTwice(faults, row, first);
    else firsts.set(code, row);
    if (existing) return { faults, existing, after: unitAfter(faults, row, existing) };
    if (taken.has(code)) faults.add("code", "import.unit_code_taken", { code });
    const fresh = first || needed.some((field) => !row[field]) ? null : newUnit(row);
    if (fresh) added.set(code, fresh);
    else if (!first) doubtful.add(code);
    return { faults, existing, after: fresh };
  });
  for (const [code, unit] of added) units.set(code, unit);
  const circular = inCircle(added);
  const checked = checks.map(({ faults, existing, after }) => {
    if (!existing && after) addPlacement(faults, after, units, doubtful, circular);
    return faults.checked(existing, after, existing !== after);
  });
  return { rows: checked, units, doubtful };
}

/** The same unit where nothing changes. */
function unitAfter(faults: Faults, row: Row, existing: RosterUnit): RosterUnit {
  if (row.kind && row.kind !== existing.kind) faults.add("kind", "import.stays");
  if (differs(row.parent, existing.parentCode) && row.parent !== "") faults.add("parent", "import.stays");
  if (row.validFrom && row.validFrom !== existing.validFrom) faults.add("validFrom", "import.stays");
  for (const field of ["validTo", "restriction"] as const)
    if (differs(row[field], existing[field])) faults.add(field, "import.stays");
  if (changing.every((field) => !differs(row[field], existing[field]))) return existing;
  return {
    ...existing,
    name: valueAfter(row.name, existing.name) ?? "",
    region: valueAfter(row.region, existing.region),
  };
}

function newUnit(row: Row): RosterUnit {
  return {
    code: row.code ?? "",
    name: row.name ?? "",
    kind: row.kind as UnitKind,
    parentCode: row.parent || null,
    region: row.region || null,
    restriction: row.restriction || null,
    validFrom: row.validFrom ?? "",
    validTo: row.validTo || null,
  };
}

function addPlacement(
  faults: Faults,
  fresh: RosterUnit,
  units: RosterUnits,
  doubtful: ReadonlySet<string>,
  circular: ReadonlySet<string>,
): void {
  const { parentCode: code, validFrom, validTo } = fresh;
  const parent = code === null ? undefined : units.get(code);
  if (validTo !== null && validTo < validFrom) faults.add("validTo", "import.end_before_start");
  if (circular.has(fresh.code)) faults.add("parent", "import.below_itself");
  else if (parent) {
    if (validFrom < parent.validFrom) faults.add("validFrom", "import.before_unit", { from: parent.validFrom });
    else if (parent.validTo !== null && (validTo === null || validTo > parent.validTo))
      faults.add("validTo", "import.after_unit", { to: parent.validTo });
  } else if (code !== null && !doubtful.has(code)) faults.add("parent", "import.unit_unknown", { code });
}
