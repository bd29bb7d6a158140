import { join } from "node:path";
import type { Ground } from "../../bench/ground.ts";
import type { Application } from "../../server/application.ts";
import { sealAudit } from "../../server/platform/audit/sealer.ts";
import { verifyAudit } from "../../server/platform/audit/verify.ts";
import { withClient } from "../../server/platform/embedded-postgres/index.ts";
import { writeAuditEntries } from "../../server/testing/many-audit-entries.ts";

/** Seconds to verify a million entries, worked out from so many, which are written and sealed first. */
export async function secondsPerMillion(application: Application, ground: Ground, entries: number): Promise<number> {
  const { database } = application.workshop;
  const { audit: key } = application.settings.keys;
  const { tenantId } = ground.group;
  await withClient(ground.postgres.superUrl, (client) => writeAuditEntries(client, key, tenantId, entries));
  while ((await sealAudit(database, key, tenantId)) > 0);
  const began = performance.now();
  const { intact, sealed } = await verifyAudit(database, key, tenantId, join(ground.dataFolder, "audit-anchors.jsonl"));
  if (!intact) throw new Error("What was written and sealed isn't intact");
  return ((performance.now() - began) / 1000) * (1_000_000 / sealed);
}
