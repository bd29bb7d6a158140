import { hasColumn, type UnknownList } from "@dutyloop/contract/lists/list.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";

/** The refusal of a column that the list doesn't have. */
export function unknownColumn(list: UnknownList, columns: readonly string[]): Refusal | null {
  const column = columns.find((key) => !hasColumn(list, key));
  return column === undefined ? null : refuse("view.column_unknown", { column }, "columns");
}
