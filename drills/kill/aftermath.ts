import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import type { Application } from "../../server/application.ts";
import { verifyAudit } from "../../server/platform/audit/verify.ts";
import { whatDiffersAnew } from "../../server/testing/scores-anew.ts";

/** What must hold when the load is over and the queues are empty; the answer names what doesn't. */
export async function aftermath(application: Application, tenantId: number, dataFolder: string): Promise<string[]> {
  await queuesEmpty(application, tenantId);
  const { database } = application.workshop;
  const audit = await verifyAudit(
    database,
    application.settings.keys.audit,
    tenantId,
    join(dataFolder, "audit-anchors.jsonl"),
  );
  const differing = await whatDiffersAnew(application.workshop, tenantId);
  return [
    ...(audit.intact ? [] : [`audit: ${JSON.stringify(audit.problems[0])}`]),
    ...(audit.unsealed === 0 ? [] : [`audit: ${audit.unsealed} entries without a seal`]),
    ...(differing.length === 0 ? [] : [`${differing.length} scores differ from their recomputation: ${differing[0]}`]),
  ];
}

async function queuesEmpty({ workshop }: Application, tenantId: number): Promise<void> {
  for (const limit = Date.now() + 60_000; Date.now() < limit; await pause(100)) {
    const { rows } = await sql<{ waiting: number }>`SELECT (SELECT count(*) FROM outbox WHERE tenant_id = ${tenantId})
      + (SELECT count(*) FROM audit_unsealed WHERE tenant_id = ${tenantId}) AS waiting`.execute(
      workshop.database.reading(tenantId),
    );
    if (rows[0]?.waiting === 0) return;
  }
  throw new Error("The queues weren't empty after a minute");
}
