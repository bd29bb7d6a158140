import { sql } from "kysely";
import type { Transaction } from "../../platform/db/pools.ts";

/** Takes away what was worked out for organisations that never were, once their beginning is taken back. */
export async function forgetScores(transaction: Transaction, tenantId: number, ids: readonly string[]): Promise<void> {
  for (const table of ["score_sheet", "score_rollup", "metric_rollup", "outbox"]) {
    await sql`DELETE FROM ${sql.table(table)} WHERE tenant_id = ${tenantId} AND organization_id = ANY(${[...ids]}::uuid[])`.execute(
      transaction,
    );
  }
}
