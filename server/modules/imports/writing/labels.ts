import { sql } from "kysely";
import type { Pen } from "./kept-rows.ts";

/** Takes so many labels of the group's paths for good and answers the first; nobody gets one twice. */
export async function takeLabels({ transaction, act }: Pen, count: number): Promise<number> {
  if (count === 0) return 0;
  const { rows } = await sql<{ first: number }>`UPDATE tenant SET next_label = next_label + ${count}::int
    WHERE tenant_id = ${act.tenantId} RETURNING next_label - ${count}::int AS first`.execute(transaction);
  return rows[0]?.first ?? 0;
}
