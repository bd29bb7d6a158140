import { indicatorBody } from "@dutyloop/domain/assessment/indicator.ts";
import { schemeBody } from "@dutyloop/domain/assessment/scheme.ts";
import { sql } from "kysely";
import type { Transaction } from "../../platform/db/pools.ts";
import { loadLibrary } from "../../platform/library/load.ts";

/** Adds the built-in indicators and schemes that a group doesn't have yet; versions that stand are never touched. */
export async function installSchemes(transaction: Transaction, tenantId: number): Promise<void> {
  const indicators = await loadLibrary("indicators", indicatorBody);
  const schemes = await loadLibrary("schemes", schemeBody);
  const rows = (entries: { body: { code: string; version: number }; checksum: string }[]) =>
    JSON.stringify(
      entries.map(({ body, checksum }) => ({
        tenant_id: tenantId,
        code: body.code,
        version: body.version,
        body,
        checksum,
      })),
    );
  await sql`INSERT INTO indicator_version SELECT * FROM jsonb_populate_recordset(NULL::indicator_version, ${rows(indicators)}::jsonb)
    ON CONFLICT DO NOTHING`.execute(transaction);
  await sql`INSERT INTO scheme_version SELECT * FROM jsonb_populate_recordset(NULL::scheme_version, ${rows(schemes)}::jsonb)
    ON CONFLICT DO NOTHING`.execute(transaction);
}
