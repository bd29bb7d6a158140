import { sql } from "kysely";
import type { Transaction } from "../../../platform/db/pools.ts";

/** Whether a 党小组 stands in the branch; none always does. */
export async function groupFits(
  transaction: Transaction,
  tenantId: number,
  groupId: string | null,
  branchId: string | null,
): Promise<boolean> {
  if (groupId === null) return true;
  const { rows } = await sql`SELECT 1 FROM organization WHERE tenant_id = ${tenantId} AND id = ${groupId}::uuid
    AND parent_id = ${branchId}::uuid AND kind = 'GROUP' AND valid_to IS NULL`.execute(transaction);
  return rows.length > 0;
}
