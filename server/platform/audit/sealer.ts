import { sql } from "kysely";
import type { Database } from "../db/pools.ts";
import { nextChain } from "./chain.ts";

/** Locks are taken in a space of their own; the second number is the group. */
const sealerLock = 7_080_002;
const mostAtOnce = 5000;

/**
 * Gives waiting audit entries of one group their gap-free place in the chain. One sealer per group works at a time;
 * a second one returns at once. Answers how many entries it sealed.
 */
export function sealAudit(database: Database, auditKey: Buffer, tenantId: number): Promise<number> {
  return database.writing(tenantId, {}, async (transaction) => {
    const lock = await sql<{
      mine: boolean;
    }>`SELECT pg_try_advisory_xact_lock(${sealerLock}::int, ${tenantId}::int) AS mine`.execute(transaction);
    if (!lock.rows[0]?.mine) return 0;
    const waiting = await transaction
      .selectFrom("audit_unsealed as waiting")
      .innerJoin("audit_entry as entry", (join) =>
        join.onRef("entry.tenant_id", "=", "waiting.tenant_id").onRef("entry.id", "=", "waiting.entry_id"),
      )
      .where("waiting.tenant_id", "=", tenantId)
      .select(["entry.id", "entry.mac"])
      .orderBy("waiting.entry_id")
      .limit(mostAtOnce)
      .execute();
    if (waiting.length === 0) return 0;
    const head = await transaction
      .selectFrom("audit_seal")
      .where("tenant_id", "=", tenantId)
      .select(["sequence", "chain"])
      .orderBy("sequence", "desc")
      .limit(1)
      .executeTakeFirst();
    let sequence = Number(head?.sequence ?? 0);
    let chain = head?.chain ?? "";
    const seals = waiting.map((entry) => {
      sequence += 1;
      chain = nextChain(auditKey, chain, sequence, entry.id, entry.mac);
      return { tenant_id: tenantId, sequence, entry_id: entry.id, chain };
    });
    await sql`INSERT INTO audit_seal (tenant_id, sequence, entry_id, chain)
      SELECT tenant_id, sequence, entry_id, chain FROM jsonb_populate_recordset(NULL::audit_seal, ${JSON.stringify(seals)}::jsonb)`.execute(
      transaction,
    );
    await sql`DELETE FROM audit_unsealed WHERE tenant_id = ${tenantId}
      AND entry_id = ANY(${waiting.map((entry) => entry.id)}::uuid[])`.execute(transaction);
    return seals.length;
  });
}
