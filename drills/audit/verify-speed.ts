import { join } from "node:path";
import type { Ground } from "../../bench/ground.ts";
import type { Application } from "../../server/application.ts";
import { auditRows } from "../../server/platform/audit/entry.ts";
import { sealAudit } from "../../server/platform/audit/sealer.ts";
import { verifyAudit } from "../../server/platform/audit/verify.ts";
import { withClient } from "../../server/platform/embedded-postgres/index.ts";

const atOnce = 5000;

/** Seconds to verify a million entries, worked out from so many, which are written and sealed first. */
export async function secondsPerMillion(application: Application, ground: Ground, entries: number): Promise<number> {
  const { database } = application.workshop;
  const { audit: key } = application.settings.keys;
  const { tenantId } = ground.group;
  await withClient(ground.postgres.superUrl, async (client) => {
    for (let written = 0; written < entries; written += atOnce) {
      const rows = Array.from({ length: Math.min(atOnce, entries - written) }, (_, at) =>
        auditRows(key, systemContext(tenantId, written + at), "drill.entry", null, { object: `entry ${written + at}` }),
      );
      for (const [at, table] of ["audit_entry", "audit_unsealed"].entries())
        await client.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, [
          JSON.stringify(rows.map((row) => row[at]?.[1])),
        ]);
    }
    await client.query("ANALYZE audit_entry, audit_seal, audit_unsealed");
  });
  while ((await sealAudit(database, key, tenantId)) > 0);
  const began = performance.now();
  const { intact, sealed } = await verifyAudit(
    database.reading(tenantId),
    key,
    tenantId,
    join(ground.dataFolder, "audit-anchors.jsonl"),
  );
  if (!intact) throw new Error("What was written and sealed isn't intact");
  return ((performance.now() - began) / 1000) * (1_000_000 / sealed);
}

function systemContext(tenantId: number, number: number) {
  return {
    actor: { tenantId, accountId: "", personId: null, grants: [] },
    accountName: "system",
    address: "127.0.0.1",
    requestId: `drill-${number}`,
    now: new Date(Date.UTC(2026, 0, 1) + number * 1000),
  };
}
