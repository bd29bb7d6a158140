import { plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import { foldAllScores } from "../modules/assessment/index.ts";
import { foldAllCounts } from "../modules/dashboard/index.ts";
import { sealAudit } from "../platform/audit/sealer.ts";
import type { Workshop } from "../platform/ritual/perform.ts";

/** Scores and counts everything and seals the audit, so that nothing waits when the demo opens. */
export async function finish(workshop: Workshop, tenantId: number): Promise<void> {
  await foldAllScores(workshop.database, tenantId, workshop.clock());
  await foldAllCounts(workshop.database, tenantId, plainDateIn(workshop.clock(), workshop.timeZone));
  for (;;) {
    if ((await sealAudit(workshop.database, workshop.auditKey, tenantId)) === 0) return;
  }
}
