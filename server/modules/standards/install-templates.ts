import { type TemplateBody, templateBody } from "@dutyloop/domain/standards/things.ts";
import { sql } from "kysely";
import type { Transaction } from "../../platform/db/pools.ts";
import { loadLibrary } from "../../platform/library/load.ts";

/** Adds the built-in templates that a group doesn't have yet; versions that stand are never touched. */
export async function installTemplates(transaction: Transaction, tenantId: number): Promise<number> {
  const rows = (await loadLibrary("templates", templateBody)).map(
    ({ body, checksum }: { body: TemplateBody; checksum: string }) => ({
      tenant_id: tenantId,
      code: body.code,
      version: 1,
      body,
      checksum,
      state: "promoted",
    }),
  );
  const { numAffectedRows } = await sql`INSERT INTO template_version (tenant_id, code, version, body, checksum, state)
    SELECT tenant_id, code, version, body, checksum, state
    FROM jsonb_populate_recordset(NULL::template_version, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT DO NOTHING`.execute(transaction);
  return Number(numAffectedRows ?? 0n);
}
