import { sql } from "kysely";
import type { Transaction } from "../../../platform/db/pools.ts";

/** Whether somebody of the group has the staff number; two who enter it at once wait for each other. */
export async function isNumberTaken(transaction: Transaction, tenantId: number, number: string): Promise<boolean> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`person number ${number}`}, ${tenantId}))`.execute(
    transaction,
  );
  const taken = await transaction
    .selectFrom("person")
    .where("tenant_id", "=", tenantId)
    .where("number", "=", number)
    .select("id")
    .executeTakeFirst();
  return taken !== undefined;
}
