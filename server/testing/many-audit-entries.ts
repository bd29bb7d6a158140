import type pg from "pg";
import { auditRows } from "../platform/audit/entry.ts";

const atOnce = 5000;

/** Writes so many genuine audit entries of a group, which then wait to be sealed. */
export async function writeAuditEntries(
  client: pg.ClientBase,
  key: Buffer,
  tenantId: number,
  entries: number,
): Promise<void> {
  for (let written = 0; written < entries; written += atOnce) {
    const rows = Array.from({ length: Math.min(atOnce, entries - written) }, (_, at) =>
      auditRows(key, contextOf(tenantId, written + at), "drill.entry", null, { object: `entry ${written + at}` }),
    );
    for (const [at, table] of ["audit_entry", "audit_unsealed"].entries())
      await client.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, [
        JSON.stringify(rows.map((row) => row[at]?.[1])),
      ]);
  }
  await client.query("ANALYZE audit_entry, audit_seal, audit_unsealed");
}

function contextOf(tenantId: number, number: number) {
  return {
    actor: { tenantId, accountId: "", personId: null, grants: [] },
    accountName: `account ${number % 500}`,
    address: "127.0.0.1",
    requestId: `drill-${number}`,
    now: new Date(Date.UTC(2026, 0, 1) + number * 1000),
  };
}
