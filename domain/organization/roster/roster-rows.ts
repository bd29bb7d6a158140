import type { Values } from "../finding.ts";
import type { MemberState, OrganizationSpan } from "../things.ts";
import type { UnitKind } from "../unit-things.ts";

/** A row as somebody gave it: null leaves a value as it is, "" takes it away. */
export type GivenRow<Field extends string> = Readonly<Record<Field, string | null>>;
export type RowFault<Field extends string> = {
  readonly field: Field;
  readonly code: string;
  readonly values: Values;
};
/** What a row comes to; `before` is null for what is new, both are null where the row is wrong. */
export type CheckedRow<Field extends string, Value = unknown> = {
  readonly outcome: "added" | "changed" | "unchanged" | "wrong";
  readonly faults: readonly RowFault<Field>[];
  readonly before: Value | null;
  readonly after: Value | null;
};

export type RosterOrganization = OrganizationSpan & {
  readonly code: string;
  readonly name: string;
  readonly class: string | null;
  readonly parentCode: string | null;
  /** First day of its present name and class. */
  readonly namedFrom: string;
  /** What a project or temporary branch is set up for, until when, and by whose approval. */
  readonly boundTo: string | null;
  readonly boundUntil: string | null;
  readonly approval: string | null;
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
  /** Where he works on the day from which the roster changes things, or will work. */
  readonly employment: RosterEmployment | null;
};
export type RosterEmployment = {
  /** null where the unit lies outside the reach. */
  readonly unitCode: string | null;
  readonly position: string | null;
  readonly leads: "true" | "false";
  readonly validFrom: string;
};
export type RosterUnit = {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentCode: string | null;
  readonly region: string | null;
  readonly restriction: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
};
export type RosterUnits = ReadonlyMap<string, RosterUnit>;

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
  /** A wrong row comes to nothing; a changed one is told from an unchanged one by the caller. */
  checked<Value>(before: Value | null, after: Value | null, isChanged: boolean): CheckedRow<Field, Value> {
    if (this.list.length > 0 || after === null)
      return { outcome: "wrong", faults: this.list, before: null, after: null };
    const outcome = before === null ? "added" : isChanged ? "changed" : "unchanged";
    return { outcome, faults: this.list, before, after };
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
