import { bindingRefusal } from "../kinds/binding-rules.ts";
import { placementRefusal } from "../organization-rules.ts";
import type { OrganizationKind } from "../things.ts";
import { closedMonthRefusal } from "../tree-rules.ts";
import {
  type CheckedRow,
  differs,
  type GivenRow,
  type RosterOrganization,
  type RosterOrganizations,
  RowFaults,
  valueAfter,
} from "./roster-rows.ts";
import { addTwice, inCircle } from "./tree-rows.ts";

export type OrganizationField =
  | "code"
  | "name"
  | "kind"
  | "parent"
  | "class"
  | "validFrom"
  | "validTo"
  | "boundTo"
  | "boundUntil"
  | "approval";
type Row = GivenRow<OrganizationField>;
type Faults = RowFaults<OrganizationField>;
export type OrganizationsBefore = {
  /** Those in the caller's reach. */
  readonly known: RosterOrganizations;
  /** Codes of the rows that others hold. */
  readonly taken: ReadonlySet<string>;
  /** Codes of rows that couldn't be read: what refers to them isn't wrong for that. */
  readonly doubtful: ReadonlySet<string>;
  /** First day of changed names and classes. */
  readonly effectiveOn: string;
  /** Months ("YYYY-MM") in and before which nothing may begin any more. */
  readonly closedMonths: ReadonlySet<string>;
};
export type CheckedOrganizations = {
  readonly rows: readonly CheckedRow<OrganizationField, RosterOrganization>[];
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
    const existing = known.get(code) ?? null;
    faults.need(row, needed, existing === null);
    if (first) addTwice(faults, row, first);
    else firsts.set(code, row);
    if (existing) return { faults, existing, after: organizationAfter(faults, row, existing, before) };
    if (taken.has(code)) faults.add("code", "organization.code_taken", { code });
    const fresh = first || needed.some((field) => !row[field]) ? null : newOrganization(row);
    if (fresh) added.set(code, fresh);
    else if (!first) doubtful.add(code);
    return { faults, existing, after: fresh };
  });
  for (const [code, organization] of added) organizations.set(code, organization);
  const circular = inCircle(added);
  const checked = checks.map(({ faults, existing, after }) => {
    if (!existing && after) addPlacement(faults, after, organizations, doubtful, circular, before.closedMonths);
    return faults.checked(existing, after, existing !== after);
  });
  return { rows: checked, organizations, doubtful };
}

/** The same organisation where nothing changes. */
function organizationAfter(
  faults: Faults,
  row: Row,
  existing: RosterOrganization,
  { effectiveOn }: OrganizationsBefore,
): RosterOrganization {
  if (row.kind && row.kind !== existing.kind) faults.add("kind", "import.stays");
  if (row.parent && row.parent !== existing.parentCode) faults.add("parent", "import.stays");
  if (row.validFrom && row.validFrom !== existing.validFrom) faults.add("validFrom", "import.stays");
  for (const field of ["validTo", "boundTo", "boundUntil", "approval"] as const)
    if (differs(row[field], existing[field])) faults.add(field, "import.stays");
  const changed = (["name", "class"] as const).filter((field) => differs(row[field], existing[field]));
  const [field] = changed;
  if (field === undefined) return existing;
  if (effectiveOn < existing.namedFrom) faults.add(field, "import.changed_later", { from: existing.namedFrom });
  else if (existing.validTo !== null && effectiveOn > existing.validTo)
    faults.add(field, "import.after_organization", { to: existing.validTo });
  const after = { name: valueAfter(row.name, existing.name) ?? "", class: valueAfter(row.class, existing.class) };
  return { ...existing, ...after, namedFrom: effectiveOn };
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
    namedFrom: row.validFrom ?? "",
    boundTo: row.boundTo || null,
    boundUntil: row.boundUntil || null,
    approval: row.approval || null,
  };
}

function addPlacement(
  faults: Faults,
  fresh: RosterOrganization,
  organizations: RosterOrganizations,
  doubtful: ReadonlySet<string>,
  circular: ReadonlySet<string>,
  closedMonths: ReadonlySet<string>,
): void {
  const code = fresh.parentCode ?? "";
  const parent = organizations.get(code);
  if (circular.has(fresh.code)) faults.add("parent", "import.below_itself");
  else if (parent) {
    const refusal = placementRefusal(fresh, parent);
    const { validTo: parentTo } = parent;
    // Begun in its superior's time, it is the last day that is wrong and not the superior.
    if (refusal?.code === "organization.parent_ended" && parentTo !== null && fresh.validFrom <= parentTo)
      faults.add("validTo", "import.outlives_parent", { parentTo });
    else if (refusal) faults.add(fieldOf(refusal.field), refusal.code, refusal.values);
  } else if (!doubtful.has(code)) faults.add("parent", "import.organization_unknown", { code });
  const closed = closedMonthRefusal(fresh.validFrom, closedMonths, "validFrom");
  for (const refusal of [bindingRefusal(fresh), closed])
    if (refusal) faults.add(fieldOf(refusal.field), refusal.code, refusal.values);
}

const ownFields: readonly string[] = ["validFrom", "validTo", "boundTo", "boundUntil", "approval"];

function fieldOf(field: string | undefined): OrganizationField {
  return field !== undefined && ownFields.includes(field) ? (field as OrganizationField) : "parent";
}
