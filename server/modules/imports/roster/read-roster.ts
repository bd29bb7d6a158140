import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { AppointmentField } from "@dutyloop/domain/organization/roster/check-appointments.ts";
import type { CoverageField } from "@dutyloop/domain/organization/roster/check-coverage.ts";
import type { OrganizationField } from "@dutyloop/domain/organization/roster/check-organizations.ts";
import type { PersonField } from "@dutyloop/domain/organization/roster/check-people.ts";
import type { UnitField } from "@dutyloop/domain/organization/roster/check-units.ts";
import type { CellFault } from "../../../platform/spreadsheets/table.ts";
import type { ImportSheet } from "../sheets/columns.ts";
import { readInThread } from "../sheets/read-in-thread.ts";
import { type ReadSheet, strangeSheets } from "../sheets/read-sheet.ts";
import {
  appointmentSheet,
  coverageSheet,
  organizationSheet,
  personSheet,
  rosterSheets,
  unitSheet,
} from "./roster-columns.ts";

export type ReadRoster = {
  readonly organizations: ReadSheet<OrganizationField>;
  readonly units: ReadSheet<UnitField>;
  readonly coverage: ReadSheet<CoverageField>;
  readonly people: ReadSheet<PersonField>;
  readonly appointments: ReadSheet<AppointmentField>;
  /** Of sheets that don't belong here. */
  readonly faults: readonly CellFault[];
};

/** Reads a roster; a sheet that isn't there has no rows, but one of them has to be. */
export async function readRoster(bytes: unknown): Promise<ReadRoster | Refusal> {
  const read = await readInThread({ bytes, wanted: "roster" });
  if (isRefusal(read)) return read;
  const wanted: readonly string[] = rosterSheets.map(({ name }) => name);
  if (!read.names.some((name) => wanted.includes(name)))
    return refuse("workbook.sheet_missing", { sheet: wanted.join("、") });
  // Each comes with the columns that it was read by.
  const sheet = <Key extends string>(of: ImportSheet<Key>) =>
    read.sheets.find(({ name }) => name === of.name) as unknown as ReadSheet<Key>;
  return {
    organizations: sheet(organizationSheet),
    units: sheet(unitSheet),
    coverage: sheet(coverageSheet),
    people: sheet(personSheet),
    appointments: sheet(appointmentSheet),
    faults: strangeSheets(read.names, wanted),
  };
}
