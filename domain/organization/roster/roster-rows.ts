import type { Values } from "../finding.ts";
import type { MemberState, OrganizationSpan } from "../things.ts";

/** A row as somebody gave it: null leaves a value as it is, "" takes it away. */
export type GivenRow<Field extends string> = Readonly<Record<Field, string | null>>;
export type RowFault<Field extends string> = {
  readonly field: Field;
  readonly code: string;
  readonly values: Values;
};
export type CheckedRow<Field extends string> = {
  readonly outcome: "added" | "changed" | "unchanged" | "wrong";
  readonly faults: readonly RowFault<Field>[];
};

export type RosterOrganization = OrganizationSpan & {
  readonly code: string;
  readonly name: string;
  readonly class: string | null;
  readonly parentCode: string | null;
};
/** By code: those that stand, and those that the rows would add. */
export type RosterOrganizations = ReadonlyMap<string, RosterOrganization>;

export type RosterMembership = {
  readonly branchCode: string;
  readonly groupCode: string | null;
  readonly state: MemberState;
  readonly validFrom: string;
  readonly validTo: string | null;
};
/** `identity` stands for the identity number without saying it; the newest membership comes first. */
export type RosterPerson = {
  readonly number: string | null;
  readonly name: string;
  readonly sex: string | null;
  readonly bornOn: string | null;
  readonly joinedOn: string | null;
  readonly standingFrom: string | null;
  readonly identity: string | null;
  readonly phone: string | null;
  readonly memberships: readonly RosterMembership[];
};

/** Collects what is wrong with one row. */
export class RowFaults<Field extends string> {
  readonly list: RowFault<Field>[] = [];
  add(field: Field, code: string, values: Values = {}): void {
    this.list.push({ field, code, values });
  }
  /** Faults of the fields that can't be empty: never cleared and, where `isNew`, never left out. */
  need(row: GivenRow<Field>, fields: readonly Field[], isNew: boolean): void {
    for (const field of fields)
      if (row[field] === "" || (isNew && row[field] === null)) this.add(field, "request.field.missing");
  }
  checked(outcome: "added" | "changed" | "unchanged"): CheckedRow<Field> {
    return { outcome: this.list.length > 0 ? "wrong" : outcome, faults: this.list };
  }
}

/** What a field holds after the row: the given value, nothing where it was cleared, else what stood there. */
export function valueAfter(given: string | null, before: string | null): string | null {
  if (given === null) return before;
  return given === "" ? null : given;
}

/** Whether the row gives another value than stands there. */
export function differs(given: string | null, before: string | null): boolean {
  return valueAfter(given, before) !== before;
}

/** Whether an organisation is `upperCode` or stands somewhere below it. */
export function standsWithin(organizations: RosterOrganizations, code: string, upperCode: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null = code; at !== null && !seen.has(at); at = organizations.get(at)?.parentCode ?? null) {
    if (at === upperCode) return true;
    seen.add(at);
  }
  return false;
}
