import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { AppointmentField } from "@dutyloop/domain/organization/roster/check-appointments.ts";
import type { CoverageField } from "@dutyloop/domain/organization/roster/check-coverage.ts";
import type { OrganizationField } from "@dutyloop/domain/organization/roster/check-organizations.ts";
import type { PersonField } from "@dutyloop/domain/organization/roster/check-people.ts";
import type { UnitField } from "@dutyloop/domain/organization/roster/check-units.ts";
import type { GivenRow } from "@dutyloop/domain/organization/roster/roster-rows.ts";
import { neutralText } from "../../../platform/spreadsheets/neutral-text.ts";
import type { Sheet } from "../../../platform/spreadsheets/read-workbook.ts";
import { type CellFault, cleared, readTable, type TableRow } from "../../../platform/spreadsheets/table.ts";
import {
  appointmentSheet,
  coverageSheet,
  organizationSheet,
  personSheet,
  type RosterColumn,
  type RosterSheet,
  rosterSheets,
  unitSheet,
} from "./roster-columns.ts";

export type ReadRow<Key extends string> = Pick<TableRow<Key>, "number" | "address" | "written"> & {
  readonly given: GivenRow<Key>;
};
/** `spoilt` rows have a bad cell; they are wrong already, but what refers to them isn't wrong for that. */
export type ReadSheet<Key extends string> = {
  readonly name: string;
  readonly columns: readonly RosterColumn<Key>[];
  readonly rows: readonly ReadRow<Key>[];
  readonly spoilt: readonly ReadRow<Key>[];
  readonly faults: readonly CellFault[];
};
export type ReadRoster = {
  readonly organizations: ReadSheet<OrganizationField>;
  readonly units: ReadSheet<UnitField>;
  readonly coverage: ReadSheet<CoverageField>;
  readonly people: ReadSheet<PersonField>;
  readonly appointments: ReadSheet<AppointmentField>;
  /** Of sheets that don't belong here. */
  readonly faults: readonly CellFault[];
};

/** Sheet of a workbook of wrong rows with what is wrong beside rows; nobody has to remove it. */
export const remarksSheet = "其他问题";

/** Reads a roster; a sheet that isn't there has no rows, but one of them has to be. */
export async function readRoster(bytes: unknown): Promise<ReadRoster | Refusal> {
  // Loaded when somebody wants it: it takes memory that an idle server needn't hold.
  const { readWorkbook, rosterLimits } = await import("../../../platform/spreadsheets/read-workbook.ts");
  const sheets = await readWorkbook(bytes, rosterLimits);
  if (isRefusal(sheets)) return sheets;
  const names: readonly string[] = rosterSheets.map(({ name }) => name);
  if (!sheets.some(({ name }) => names.includes(name)))
    return refuse("workbook.sheet_missing", { sheet: names.join("、") });
  const strange = sheets.filter(({ name }) => !names.includes(name) && name !== remarksSheet);
  return {
    organizations: readSheet(sheets, organizationSheet),
    units: readSheet(sheets, unitSheet),
    coverage: readSheet(sheets, coverageSheet),
    people: readSheet(sheets, personSheet),
    appointments: readSheet(sheets, appointmentSheet),
    faults: strange.map(({ name }) => ({
      path: `${name}!A1`,
      code: "import.sheet_unknown",
      values: { sheet: name },
    })),
  };
}

function readSheet<Key extends string>(sheets: readonly Sheet[], { name, columns }: RosterSheet<Key>): ReadSheet<Key> {
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) return { name, columns, rows: [], spoilt: [], faults: [] };
  const table = readTable(sheet, columns);
  const texts = columns.filter(({ kind }) => kind.of === "text").map(({ key }) => key);
  const faults = [...table.faults];
  const rows: ReadRow<Key>[] = [];
  const spoilt = table.spoilt.map(readRow);
  const addLive = (row: TableRow<Key>): boolean => {
    const live = texts.filter((key) => row.values[key] !== null && isLive(row.written(key).trim()));
    for (const key of live) faults.push({ path: row.address(key), code: "import.begins_like_formula", values: {} });
    return live.length > 0;
  };
  for (const row of table.spoilt) addLive(row);
  for (const row of table.rows) (addLive(row) ? spoilt : rows).push(readRow(row));
  return { name, columns, rows, spoilt, faults };
}

/** Text that a table program would take for a formula, unless it stands behind the apostrophe that exports write. */
function isLive(written: string): boolean {
  return neutralText(written) !== written;
}

function readRow<Key extends string>({ values, ...place }: TableRow<Key>): ReadRow<Key> {
  const given = {} as Record<Key, string | null>;
  for (const key of Object.keys(values) as Key[]) {
    const value: string | null | typeof cleared = values[key];
    given[key] = value === cleared ? "" : value;
  }
  return { given, ...place };
}
