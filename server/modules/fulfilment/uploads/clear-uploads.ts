import { sql } from "kysely";
import type { Database } from "../../../platform/db/pools.ts";
import type { PartStore } from "../../../platform/files/parts.ts";
import { uploadHours } from "./upload-rows.ts";

const hour = 3_600_000;

/** Forgets uploads that began more than a day ago, with what arrived of them, and parts that no upload speaks of. */
export async function clearUploads(database: Database, parts: PartStore, tenantId: number, now: Date): Promise<void> {
  const before = new Date(now.getTime() - uploadHours * hour);
  const gone = await database.writing(tenantId, {}, async (transaction) => {
    const { rows } = await sql<{ id: string }>`DELETE FROM upload
      WHERE tenant_id = ${tenantId} AND begun_at < ${before} RETURNING id`.execute(transaction);
    return rows;
  });
  for (const { id } of gone) await parts.remove(id);
  await parts.removeOlderThan(new Date(before.getTime() - hour));
}
