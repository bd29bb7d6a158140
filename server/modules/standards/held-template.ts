import { sql } from "kysely";
import type { Transaction } from "../../platform/db/pools.ts";
import { notFound } from "../../platform/ritual/refused.ts";

/** One at a time acts on a template: two versions never get the same number, two acts never start from the same stage. */
export async function holdTemplate(transaction: Transaction, tenantId: number, code: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${tenantId} template ${code}`}, 7080013))`.execute(
    transaction,
  );
}

/** Where the organisation stands today; `not_found` where there is none. */
export async function pathOf(transaction: Transaction, tenantId: number, organizationId: string): Promise<string> {
  const place = await transaction
    .selectFrom("organization")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", organizationId)
    .select("path")
    .executeTakeFirst();
  if (!place) throw notFound();
  return place.path;
}
