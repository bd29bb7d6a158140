import { checkAppointments } from "@dutyloop/domain/organization/roster/check-appointments.ts";
import { checkOrganizations } from "@dutyloop/domain/organization/roster/check-organizations.ts";
import { checkPeople } from "@dutyloop/domain/organization/roster/check-people.ts";
import type { CheckedRow } from "@dutyloop/domain/organization/roster/roster-rows.ts";
import type { CellFault } from "../../../platform/spreadsheets/table.ts";
import type { ReadRoster, ReadRow, ReadSheet } from "./read-roster.ts";
import {
  appointmentsInReach,
  codesElsewhere,
  organizationsInReach,
  peopleInReach,
  type Reach,
} from "./roster-state.ts";

type Outcome = CheckedRow<string>["outcome"];
export type CheckedSheet = Record<Outcome, number> & { readonly name: string; readonly faults: readonly CellFault[] };

/** Checks every row of a roster against the group within reach: five queries, however many rows there are. */
export async function checkRoster({ organizations, people, appointments }: ReadRoster, reach: Reach) {
  const known = await organizationsInReach(reach);
  const units = checkOrganizations(givenIn(organizations), {
    known,
    taken: await codesElsewhere(reach, textsOf(organizations.rows, "code")),
    doubtful: new Set(textsOf(organizations.spoilt, "code")),
  });
  const identityOf = (text: string) => reach.fields.blindIndex(text, reach.tenantId).toString("hex");
  const numbers = [...textsOf(people.rows, "number"), ...textsOf(appointments.rows, "number")];
  const found = await peopleInReach(reach, numbers, textsOf(people.rows, "identity").map(identityOf));
  const members = checkPeople(givenIn(people), {
    ...found,
    identityOf,
    organizations: units.organizations,
    doubtfulOrganizations: units.doubtful,
    doubtful: new Set(textsOf(people.spoilt, "number")),
  });
  const posts = checkAppointments(givenIn(appointments), {
    known: await appointmentsInReach(
      reach,
      textsOf(appointments.rows, "number").filter((number) => found.byNumber.has(number)),
    ),
    organizations: units.organizations,
    doubtfulOrganizations: units.doubtful,
    people: members.people,
    doubtfulPeople: members.doubtful,
  });
  return [
    checkedSheet(organizations, units.rows),
    checkedSheet(people, members.rows),
    checkedSheet(appointments, posts),
  ];
}

function givenIn<Key extends string>({ rows }: ReadSheet<Key>) {
  return rows.map(({ given }) => given);
}

function textsOf<Key extends string>(rows: readonly ReadRow<Key>[], key: Key): string[] {
  return rows.flatMap(({ given }) => given[key] || []);
}

function checkedSheet<Key extends string>(
  { name, rows, spoilt, faults }: ReadSheet<Key>,
  checked: readonly CheckedRow<Key>[],
): CheckedSheet {
  const counts: Record<Outcome, number> = { added: 0, changed: 0, unchanged: 0, wrong: spoilt.length };
  const all = [...faults];
  for (const [index, row] of rows.entries()) {
    const result = checked[index];
    if (!result) continue;
    counts[result.outcome] += 1;
    for (const { field, code, values } of result.faults) all.push({ path: row.address(field), code, values });
  }
  return { name, ...counts, faults: all };
}
