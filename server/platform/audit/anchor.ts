import { appendFile, readFile } from "node:fs/promises";
import type { Database } from "../db/pools.ts";
import { headMac } from "./chain.ts";

export type Anchor = { tenantId: number; sequence: number; chain: string; mac: string; anchoredAt: string };

/**
 * Signs the head of a group's chain and writes it into the database and into a file outside it:
 * the chain alone doesn't show that its tail was cut off.
 */
export async function anchorAudit(
  database: Database,
  auditKey: Buffer,
  tenantId: number,
  now: Date,
  file: string,
): Promise<Anchor | null> {
  const head = await database
    .reading(tenantId)
    .selectFrom("audit_seal")
    .where("tenant_id", "=", tenantId)
    .select(["sequence", "chain"])
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!head) return null;
  const sequence = Number(head.sequence);
  const anchor = {
    tenantId,
    sequence,
    chain: head.chain,
    mac: headMac(auditKey, tenantId, sequence, head.chain),
    anchoredAt: now.toISOString(),
  };
  const added = await database.writing(tenantId, {}, (transaction) =>
    transaction
      .insertInto("audit_anchor")
      .values({ tenant_id: tenantId, sequence, chain: anchor.chain, mac: anchor.mac, anchored_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  );
  if (added.numInsertedOrUpdatedRows === 1n) await appendFile(file, `${JSON.stringify(anchor)}\n`, { mode: 0o600 });
  return anchor;
}

/** The heads of one group that were written outside the database. */
export async function anchorsOutside(file: string, tenantId: number): Promise<Anchor[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as Anchor).filter((anchor) => anchor.tenantId === tenantId);
}
