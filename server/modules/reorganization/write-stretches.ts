import type { Plan } from "@dutyloop/domain/organization/reorganization/plan.ts";
import type { RawBuilder } from "kysely";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { type Act, type KeptTable, keepDeleted, keepInserted, keepUpdated } from "../../platform/changes/index.ts";
import type { Transaction } from "../../platform/db/pools.ts";
import { changedRows, recordset } from "./changed-rows.ts";

type Stretches = "places" | "coverages" | "memberships" | "appointments";
/** How one table is written; in a statement its rows are called `t` and those of the plan `r`. */
type Written = {
  readonly table: KeptTable;
  /** Columns of `r` with their types; `id`, where there is one, is a new one. */
  readonly columns: string;
  /** Condition that `t` and `r` are the same row. */
  readonly same: RawBuilder<unknown>;
  /** What changes in a row that stays. */
  readonly set: RawBuilder<unknown>;
  /** `INSERT INTO … SELECT …` up to its FROM. */
  readonly insert: RawBuilder<unknown>;
};

/** Takes away, changes and adds what a plan says of rows that hold for a stretch of days, each kept as it was. */
export async function writeStretches(
  transaction: Transaction,
  act: Act,
  plan: Plan,
  of: Stretches,
  { table, columns, same, set, insert }: Written,
): Promise<void> {
  const { added, changed, removed } = changedRows(plan, of);
  const gone = sql`EXISTS (SELECT 1 FROM ${recordset(removed, columns)} WHERE ${same})`;
  await keepDeleted(transaction, act, table, gone);
  await keepUpdated(transaction, act, table, { set, from: recordset(changed, columns), where: same });
  const rows = added.map((row) => ({ ...row, id: uuidv7() }));
  await keepInserted(transaction, act, table, sql`${insert} FROM ${recordset(rows, columns)}`);
}
