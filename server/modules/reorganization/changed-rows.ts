import type { Plan } from "@dutyloop/domain/organization/reorganization/plan.ts";
import type { GroupState, Table } from "@dutyloop/domain/organization/reorganization/reorganization-rows.ts";
import { type RawBuilder, sql } from "kysely";

type RowOf<T extends Table> = GroupState[T][number];

/** The rows of one table that a plan adds, changes and takes away. */
export type ChangedRows<T extends Table> = {
  readonly added: readonly RowOf<T>[];
  readonly changed: readonly RowOf<T>[];
  readonly removed: readonly RowOf<T>[];
};

export function changedRows<T extends Table>({ changes }: Plan, table: T): ChangedRows<T> {
  const added: RowOf<T>[] = [];
  const changed: RowOf<T>[] = [];
  const removed: RowOf<T>[] = [];
  for (const change of changes) {
    if (change.table !== table) continue;
    const { before, after } = change;
    if (after === null) removed.push(before as RowOf<T>);
    else (before === null ? added : changed).push(after as RowOf<T>);
  }
  return { added, changed, removed };
}

/** Rows as a table `r` of a statement; the columns are names and types of this program. */
export function recordset(rows: readonly object[], columns: string): RawBuilder<unknown> {
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) AS r(${sql.raw(columns)})`;
}
