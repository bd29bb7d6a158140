import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { AppointmentField } from "@dutyloop/domain/organization/roster/check-appointments.ts";
import type { CoverageField } from "@dutyloop/domain/organization/roster/check-coverage.ts";
import type { OrganizationField } from "@dutyloop/domain/organization/roster/check-organizations.ts";
import type { PersonField } from "@dutyloop/domain/organization/roster/check-people.ts";
import type { UnitField } from "@dutyloop/domain/organization/roster/check-units.ts";
import type { CellFault } from "../../../platform/spreadsheets/table.ts";
import { type ReadSheet, readSheet, strangeSheets } from "../sheets/read-sheet.ts";
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
  // Loaded when somebody wants it: it takes memory that an idle server needn't hold.
  const { readWorkbook, rosterLimits } = await import("../../../platform/spreadsheets/read-workbook.ts");
  const sheets = await readWorkbook(bytes, rosterLimits);
  if (isRefusal(sheets)) return sheets;
  const names: readonly string[] = rosterSheets.map(({ name }) => name);
  if (!sheets.some(({ name }) => names.includes(name)))
    return refuse("workbook.sheet_missing", { sheet: names.join("、") });
  return {
    organizations: readSheet(sheets, organizationSheet),
    units: readSheet(sheets, unitSheet),
    coverage: readSheet(sheets, coverageSheet),
    people: readSheet(sheets, personSheet),
    appointments: readSheet(sheets, appointmentSheet),
    faults: strangeSheets(sheets, names),
  };
}
