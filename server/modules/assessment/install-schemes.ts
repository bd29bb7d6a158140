import { indicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { schemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { sql } from "kysely";
import type { Transaction } from "../../platform/db/pools.ts";
import { loadLibrary } from "../../platform/library/load.ts";
import { monthlyScheme } from "./definitions.ts";

/**
 * Adds the built-in indicators and schemes that a group doesn't have yet; versions that stand are never touched. The
 * month's scheme is adopted for the whole group where nobody has decided about it yet; to adopt the others is the group's
 * own act.
 */
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
  // A new group is assessed from its first day, by this scheme until somebody adopts another.
  await sql`INSERT INTO scheme_adoption (tenant_id, organization_id, scheme_code, period_from, scheme_version, adopted_at)
    SELECT tenant_id, id, ${monthlyScheme}, '2000-01-01', 1, now() FROM organization
    WHERE tenant_id = ${tenantId} AND parent_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM scheme_adoption WHERE tenant_id = ${tenantId} AND scheme_code = ${monthlyScheme})
    ORDER BY path LIMIT 1`.execute(transaction);
}
