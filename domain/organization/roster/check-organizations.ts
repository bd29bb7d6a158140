import { placementRefusal } from "../organization-rules.ts";
import type { OrganizationKind } from "../things.ts";
import {
  type CheckedRow,
  differs,
  type GivenRow,
  type RosterOrganization,
  type RosterOrganizations,
  RowFaults,
} from "./roster-rows.ts";

export type OrganizationField = "code" | "name" | "kind" | "parent" | "class" | "validFrom" | "validTo";
type Row = GivenRow<OrganizationField>;
export type OrganizationsBefore = {
  /** Those in the caller's reach. */
  readonly known: RosterOrganizations;
  /** Codes of the rows that others hold. */
  readonly taken: ReadonlySet<string>;
  /** Codes of rows that couldn't be read: what refers to them isn't wrong for that. */
  readonly doubtful: ReadonlySet<string>;
};
export type CheckedOrganizations = {
  readonly rows: readonly CheckedRow<OrganizationField>[];
  readonly organizations: RosterOrganizations;
  readonly doubtful: ReadonlySet<string>;
};

const needed = ["name", "kind", "parent", "validFrom"] as const;

/**
 * Checks rows of organisations against those that stand and against each other (ORG-24). What stands is renamed or put
 * into another class at most: moving, ending and changing the kind are acts of their own, with a decision and a day.
 */
export function checkOrganizations(rows: readonly Row[], before: OrganizationsBefore): CheckedOrganizations {
  const { known, taken } = before;
  const organizations = new Map(known);
  const doubtful = new Set(before.doubtful);
  const firsts = new Map<string, Row>();
  const added = new Map<string, RosterOrganization>();
  const checks = rows.map((row) => {
    const faults = new RowFaults<OrganizationField>();
    const code = row.code ?? "";
    const first = firsts.get(code);
    const existing = known.get(code);
    faults.need(row, needed, existing === undefined);
    if (first) addTwice(faults, row, first);
    else firsts.set(code, row);
    if (existing) {
      addWhatStays(faults, row, existing);
      return { row, faults, existing, fresh: null };
    }
    if (taken.has(code)) faults.add("code", "organization.code_taken", { code });
    const fresh = first || needed.some((field) => !row[field]) ? null : newOrganization(row);
    if (fresh) added.set(code, fresh);
    else if (!first) doubtful.add(code);
    return { row, faults, existing, fresh };
  });
  for (const [code, organization] of added) organizations.set(code, organization);
  const circular = inCircle(added);
  const checked = checks.map(({ row, faults, existing, fresh }) => {
    if (fresh) addPlacement(faults, fresh, organizations, doubtful, circular);
    if (!existing) return faults.checked("added");
    const changed = differs(row.name, existing.name) || differs(row.class, existing.class);
    return faults.checked(changed ? "changed" : "unchanged");
  });
  return { rows: checked, organizations, doubtful };
}

function addTwice(faults: RowFaults<OrganizationField>, row: Row, first: Row): void {
  if (row.parent !== first.parent) faults.add("parent", "import.two_parents");
  else faults.add("code", "import.twice");
}

function addWhatStays(faults: RowFaults<OrganizationField>, row: Row, existing: RosterOrganization): void {
  if (row.kind && row.kind !== existing.kind) faults.add("kind", "import.stays");
  if (row.parent && row.parent !== existing.parentCode) faults.add("parent", "import.stays");
  if (row.validFrom && row.validFrom !== existing.validFrom) faults.add("validFrom", "import.stays");
  if (differs(row.validTo, existing.validTo)) faults.add("validTo", "import.stays");
}

function newOrganization(row: Row): RosterOrganization {
  return {
    code: row.code ?? "",
    name: row.name ?? "",
    kind: row.kind as OrganizationKind,
    class: row.class || null,
    parentCode: row.parent,
    validFrom: row.validFrom ?? "",
    validTo: row.validTo || null,
  };
}

function addPlacement(
  faults: RowFaults<OrganizationField>,
  fresh: RosterOrganization,
  organizations: RosterOrganizations,
  doubtful: ReadonlySet<string>,
  circular: ReadonlySet<string>,
): void {
  const code = fresh.parentCode ?? "";
  const parent = organizations.get(code);
  if (circular.has(fresh.code)) faults.add("parent", "import.below_itself");
  else if (parent) {
    const refusal = placementRefusal(fresh, parent);
    if (refusal) faults.add(fieldOf(refusal.field), refusal.code, refusal.values);
    else if (parent.validTo !== null && (fresh.validTo === null || fresh.validTo > parent.validTo))
      faults.add("validTo", "import.outlives_parent", { parentTo: parent.validTo });
  } else if (!doubtful.has(code)) faults.add("parent", "import.organization_unknown", { code });
}

function fieldOf(field: string | undefined): OrganizationField {
  return field === "validFrom" || field === "validTo" ? field : "parent";
}

/** Codes that stand below themselves; every organisation is looked at once. */
function inCircle(added: RosterOrganizations): Set<string> {
  const circular = new Set<string>();
  const done = new Set<string>();
  for (const start of added.keys()) {
    const way: string[] = [];
    const onWay = new Map<string, number>();
    let at: string | null | undefined = start;
    while (at && !done.has(at) && !onWay.has(at) && added.has(at)) {
      onWay.set(at, way.length);
      way.push(at);
      at = added.get(at)?.parentCode;
    }
    const from = at ? onWay.get(at) : undefined;
    if (from !== undefined) for (const code of way.slice(from)) circular.add(code);
    for (const code of way) done.add(code);
  }
  return circular;
}
