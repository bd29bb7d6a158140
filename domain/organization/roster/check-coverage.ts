import { coverageRefusal } from "../gaps/unit-rules.ts";
import {
  type CheckedRow,
  type GivenRow,
  type RosterOrganizations,
  type RosterUnits,
  RowFaults,
  valueAfter,
} from "./roster-rows.ts";

export type CoverageField = "unit" | "organization" | "validFrom" | "validTo";
type Row = GivenRow<CoverageField>;
type Faults = RowFaults<CoverageField>;
/** Which organisation covers a unit from a day on; `organization` is null where it lies outside the reach. */
export type RosterCoverage = {
  readonly unit: string;
  readonly organization: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
};
export type CoverageBefore = {
  /** All of the units in reach, by the unit's code. */
  readonly known: ReadonlyMap<string, readonly RosterCoverage[]>;
  readonly units: RosterUnits;
  readonly doubtfulUnits: ReadonlySet<string>;
  readonly organizations: RosterOrganizations;
  readonly doubtfulOrganizations: ReadonlySet<string>;
};
/** What covers the unit besides is judged by all rows together. */
const alone = { currentFrom: null, laterFrom: null };
type Checking = {
  readonly faults: Faults;
  readonly existing: RosterCoverage | null;
  readonly after: RosterCoverage;
};

/** Checks rows of coverage: a unit is covered by one organisation at a time, within the life of both. */
export function checkCoverage(
  rows: readonly Row[],
  before: CoverageBefore,
): readonly CheckedRow<CoverageField, RosterCoverage>[] {
  const seen = new Set<string>();
  const checks = rows.map((row): Checking => {
    const faults = new RowFaults<CoverageField>();
    const unit = row.unit ?? "";
    const validFrom = row.validFrom ?? "";
    const key = `${unit} ${validFrom}`;
    if (seen.has(key)) faults.add("unit", "import.twice");
    seen.add(key);
    const existing = before.known.get(unit)?.find((one) => one.validFrom === validFrom) ?? null;
    const validTo = valueAfter(row.validTo, existing?.validTo ?? null);
    if (existing && row.organization !== existing.organization) faults.add("organization", "import.stays");
    if (validTo !== null && validTo < validFrom) faults.add("validTo", "import.end_before_start");
    else if (!existing || validTo !== existing.validTo) addLives(faults, row, validTo, before);
    return { faults, existing, after: { unit, organization: row.organization, validFrom, validTo } };
  });
  addOverlaps(checks, before);
  return checks.map(({ faults, existing, after }) =>
    faults.checked(existing, after, existing?.validTo !== after.validTo),
  );
}

function addLives(faults: Faults, row: Row, validTo: string | null, before: CoverageBefore): void {
  const unit = before.units.get(row.unit ?? "");
  const organization = before.organizations.get(row.organization ?? "");
  const from = row.validFrom ?? "";
  if (!unit && !before.doubtfulUnits.has(row.unit ?? ""))
    faults.add("unit", "import.unit_unknown", { code: row.unit ?? "" });
  if (!organization && !before.doubtfulOrganizations.has(row.organization ?? ""))
    faults.add("organization", "import.organization_unknown", { code: row.organization ?? "" });
  const refusal = unit && organization && coverageRefusal({ validFrom: from, validTo }, unit, organization, alone);
  if (refusal?.field === "organizationId") faults.add("organization", refusal.code, refusal.values);
  if (unit && from < unit.validFrom) faults.add("validFrom", "import.before_unit", { from: unit.validFrom });
  else if (organization && from < organization.validFrom)
    faults.add("validFrom", "import.before_organization", { from: organization.validFrom });
  if (unit && outlives(validTo, unit.validTo)) faults.add("validTo", "import.after_unit", { to: unit.validTo ?? "" });
  else if (organization && outlives(validTo, organization.validTo))
    faults.add("validTo", "import.after_organization", { to: organization.validTo ?? "" });
}

function outlives(validTo: string | null, end: string | null): boolean {
  return end !== null && (validTo === null || validTo > end);
}

/** All rows together decide: one may end a coverage on the day before another begins. */
function addOverlaps(checks: readonly Checking[], { known }: CoverageBefore): void {
  for (const [unit, ofUnit] of Map.groupBy(checks, ({ after }) => after.unit)) {
    const given = new Set(ofUnit.map(({ after }) => after.validFrom));
    const others = (known.get(unit) ?? []).filter(({ validFrom }) => !given.has(validFrom));
    const all = [
      ...others.map((span) => ({ span, faults: null as Faults | null })),
      ...ofUnit.map(({ after, faults }) => ({ span: after, faults })),
    ].sort((a, b) => (a.span.validFrom < b.span.validFrom ? -1 : 1));
    for (const [index, { span, faults }] of all.entries()) {
      const later = all[index + 1];
      if (!later || later.span.validFrom === span.validFrom) continue;
      if (span.validTo !== null && span.validTo < later.span.validFrom) continue;
      if (later.faults) later.faults.add("validFrom", "import.unit_covered");
      else faults?.add("validTo", "import.unit_covered");
    }
  }
}
