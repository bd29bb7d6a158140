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
import type { RosterOrganization, RosterPerson, RosterUnit } from "@dutyloop/domain/organization/roster/roster-rows.ts";
import type { CellFault } from "../../../platform/spreadsheets/table.ts";
import { type CheckedSheet, checkedSheet } from "../sheets/checked-sheet.ts";
import type { ReadRow, ReadSheet } from "../sheets/read-sheet.ts";
import {
  codesElsewhere,
  type OrganizationsInReach,
  organizationsInReach,
  type UnitsInReach,
  unitsInReach,
} from "./organization-state.ts";
import { type AppointmentsInReach, appointmentsInReach, type PeopleInReach, peopleInReach } from "./people-state.ts";
import type { Reach } from "./reach.ts";
import type { ReadRoster } from "./read-roster.ts";

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
