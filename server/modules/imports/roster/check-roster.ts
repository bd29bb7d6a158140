import {
  type AppointmentField,
  checkAppointments,
  type RosterAppointment,
} from "@dutyloop/domain/organization/roster/check-appointments.ts";
import {
  type CoverageField,
  checkCoverage,
  type RosterCoverage,
} from "@dutyloop/domain/organization/roster/check-coverage.ts";
import {
  checkOrganizations,
  type OrganizationField,
} from "@dutyloop/domain/organization/roster/check-organizations.ts";
import { checkPeople, type PersonField } from "@dutyloop/domain/organization/roster/check-people.ts";
import { checkUnits, type UnitField } from "@dutyloop/domain/organization/roster/check-units.ts";
import type {
  CheckedRow,
  RosterOrganization,
  RosterPerson,
  RosterUnit,
} from "@dutyloop/domain/organization/roster/roster-rows.ts";
import type { CellFault } from "../../../platform/spreadsheets/table.ts";
import {
  codesElsewhere,
  type OrganizationsInReach,
  organizationsInReach,
  type UnitsInReach,
  unitsInReach,
} from "./organization-state.ts";
import { type AppointmentsInReach, appointmentsInReach, type PeopleInReach, peopleInReach } from "./people-state.ts";
import type { Reach } from "./reach.ts";
import type { ReadRoster, ReadRow, ReadSheet } from "./read-roster.ts";

export type Outcome = CheckedRow<string>["outcome"];
/** One row that could be read, with what it comes to. */
export type JudgedRow<Field extends string, Value> = {
  readonly row: ReadRow<Field>;
  readonly result: CheckedRow<Field, Value>;
};
export type CheckedSheet<Field extends string = string, Value = unknown> = {
  readonly sheet: ReadSheet<Field>;
  readonly rows: readonly JudgedRow<Field, Value>[];
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Of the heading, of rows that couldn't be read and of those that could, row by row and from left to right. */
  readonly faults: readonly CellFault[];
};
/** A roster and the part of the group that it was compared with. */
export type CheckedRoster = {
  readonly organizations: CheckedSheet<OrganizationField, RosterOrganization>;
  readonly units: CheckedSheet<UnitField, RosterUnit>;
  readonly coverage: CheckedSheet<CoverageField, RosterCoverage>;
  readonly people: CheckedSheet<PersonField, RosterPerson>;
  readonly appointments: CheckedSheet<AppointmentField, RosterAppointment>;
  /** Of sheets that don't belong here. */
  readonly strange: readonly CellFault[];
  readonly state: {
    readonly organizations: OrganizationsInReach;
    readonly units: UnitsInReach;
    readonly people: PeopleInReach;
    readonly appointments: AppointmentsInReach;
  };
};

/** Checks every row of a roster against the group within reach: nine queries, however many rows there are. */
export async function checkRoster(
  roster: ReadRoster,
  reach: Reach,
  closedMonths: ReadonlySet<string>,
): Promise<CheckedRoster> {
  const { organizations, units, coverage, people, appointments } = roster;
  const { effectiveOn, atTop } = reach;
  const placed = await organizationsInReach(reach);
  const checkedOrganizations = checkOrganizations(givenIn(organizations), {
    known: placed.known,
    taken: await codesElsewhere(reach, textsOf(organizations.rows, "code")),
    doubtful: new Set(textsOf(organizations.spoilt, "code")),
    effectiveOn,
    closedMonths,
  });
  const standing = await unitsInReach(reach);
  const checkedUnits = checkUnits(givenIn(units), {
    ...standing,
    doubtful: new Set(textsOf(units.spoilt, "code")),
    atTop,
  });
  const places = {
    organizations: checkedOrganizations.organizations,
    doubtfulOrganizations: checkedOrganizations.doubtful,
    units: checkedUnits.units,
    doubtfulUnits: checkedUnits.doubtful,
  };
  const covered = checkCoverage(givenIn(coverage), { ...places, known: standing.coverage });
  const identityOf = (text: string) => reach.fields.blindIndex(text, reach.tenantId).toString("hex");
  const numbers = [...textsOf(people.rows, "number"), ...textsOf(appointments.rows, "number")];
  const found = await peopleInReach(
    reach,
    numbers,
    textsOf(people.rows, "identity").map(identityOf),
    new Set(standing.known.keys()),
  );
  const members = checkPeople(givenIn(people), {
    ...found,
    ...places,
    identityOf,
    doubtful: new Set(textsOf(people.spoilt, "number")),
    effectiveOn,
    today: reach.today,
  });
  const known = textsOf(appointments.rows, "number").filter((number) => found.byNumber.has(number));
  const appointed = await appointmentsInReach(reach, known);
  const posts = checkAppointments(givenIn(appointments), {
    ...places,
    known: appointed.known,
    people: members.people,
    doubtfulPeople: members.doubtful,
  });
  return {
    organizations: checkedSheet(organizations, checkedOrganizations.rows),
    units: checkedSheet(units, checkedUnits.rows),
    coverage: checkedSheet(coverage, covered),
    people: checkedSheet(people, members.rows),
    appointments: checkedSheet(appointments, posts),
    strange: roster.faults,
    state: { organizations: placed, units: standing, people: found, appointments: appointed },
  };
}

/** The sheets of a checked roster in the order in which they build on each other. */
export function sheetsOf(checked: CheckedRoster): readonly CheckedSheet[] {
  const { organizations, units, coverage, people, appointments } = checked;
  return [organizations, units, coverage, people, appointments] as readonly unknown[] as readonly CheckedSheet[];
}

function givenIn<Key extends string>({ rows }: ReadSheet<Key>) {
  return rows.map(({ given }) => given);
}

function textsOf<Key extends string>(rows: readonly ReadRow<Key>[], key: Key): string[] {
  return rows.flatMap(({ given }) => given[key] || []);
}

function checkedSheet<Field extends string, Value>(
  sheet: ReadSheet<Field>,
  results: readonly CheckedRow<Field, Value>[],
): CheckedSheet<Field, Value> {
  const counts: Record<Outcome, number> = { added: 0, changed: 0, unchanged: 0, wrong: sheet.spoilt.length };
  const faults = [...sheet.faults];
  const rows = sheet.rows.flatMap((row, index) => {
    const result = results[index];
    if (!result) return [];
    counts[result.outcome] += 1;
    for (const { field, code, values } of result.faults) faults.push({ path: row.address(field), code, values });
    return [{ row, result }];
  });
  return { sheet, rows, counts, faults: inOrder(faults) };
}

function inOrder(faults: readonly CellFault[]): CellFault[] {
  return faults
    .map((fault) => ({ fault, at: cellOf(fault.path) }))
    .sort(
      (a, b) => a.at.row - b.at.row || a.at.column.length - b.at.column.length || (a.at.column < b.at.column ? -1 : 1),
    )
    .map(({ fault }) => fault);
}

/** Row and column of "人员!C17". */
export function cellOf(path: string): { readonly row: number; readonly column: string } {
  const [, column = "", row = "0"] = /([A-Z]+)(\d+)$/.exec(path) ?? [];
  return { row: Number(row), column };
}
