import type { ReadRow } from "../sheets/read-sheet.ts";
import type { ListedRows, NeededRows } from "../sheets/wrong-rows.ts";
import { type CheckedRoster, sheetsOf } from "./check-roster.ts";
import { appointmentSheet, coverageSheet, organizationSheet, personSheet, unitSheet } from "./roster-columns.ts";

type Reference = { readonly field: string; readonly to: string };
const to = (field: string, { name }: { readonly name: string }): Reference => ({ field, to: name });

/** Which cell of a sheet names what may be new in the same file. */
const references: ReadonlyMap<string, readonly Reference[]> = new Map([
  [organizationSheet.name, [to("parent", organizationSheet)]],
  [unitSheet.name, [to("parent", unitSheet)]],
  [coverageSheet.name, [to("unit", unitSheet), to("organization", organizationSheet)]],
  [personSheet.name, [to("branch", organizationSheet), to("group", organizationSheet), to("unit", unitSheet)]],
  [appointmentSheet.name, [to("number", personSheet), to("organization", organizationSheet)]],
]);
const keys: ReadonlyMap<string, string> = new Map([
  [organizationSheet.name, "code"],
  [unitSheet.name, "code"],
  [personSheet.name, "number"],
]);
/** A wrong code may be mended into any of these; there are few of them beside people. */
const structure: readonly string[] = [organizationSheet.name, unitSheet.name];

/**
 * The right rows that have to come with these wrong ones, so that these can be taken in alone once they are mended: what is
 * new or changed in the same file and named by one of them or by one that comes with it. Where the cell that names it is
 * what is wrong, all new organisations or units come.
 */
export function neededRows(checked: CheckedRoster, listed: ListedRows): NeededRows {
  const sheets = sheetsOf(checked);
  const changes = new Map(sheets.map((sheet) => [sheet.sheet.name, changesIn(sheet)]));
  const bad = new Set(sheets.flatMap(({ faults }) => faults.map(({ path }) => path)));
  const needed = new Map<string, Set<number>>(sheets.map(({ sheet }) => [sheet.name, new Set()]));
  const waiting = [...listed].flatMap(([name, rows]) => rows.map((row) => ({ name, row })));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { name, row } = next;
    for (const { field, to: target } of references.get(name) ?? []) {
      const there = changes.get(target) ?? new Map<string, ReadRow<string>>();
      const isBad = structure.includes(target) && bad.has(row.address(field));
      const named = isBad ? [...there.values()] : [there.get(row.given[field] ?? "")];
      for (const one of named) {
        if (one === undefined || needed.get(target)?.has(one.number)) continue;
        needed.get(target)?.add(one.number);
        waiting.push({ name: target, row: one });
      }
    }
  }
  return needed;
}

function changesIn({ sheet, rows }: ReturnType<typeof sheetsOf>[number]): Map<string, ReadRow<string>> {
  const key = keys.get(sheet.name);
  const found = new Map<string, ReadRow<string>>();
  if (key === undefined) return found;
  for (const { row, result } of rows)
    if (result.outcome === "added" || result.outcome === "changed") found.set(row.given[key] ?? "", row);
  return found;
}
