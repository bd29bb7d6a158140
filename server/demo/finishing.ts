import { foldAllScores } from "../modules/assessment/index.ts";
import { sealAudit } from "../platform/audit/sealer.ts";
import type { Workshop } from "../platform/ritual/perform.ts";

/** Scores everything and seals the audit, so that nothing waits when the demo opens. */
export async function finish(workshop: Workshop, tenantId: number): Promise<void> {
  await foldAllScores(workshop.database, tenantId, workshop.clock());
  for (;;) {
    if ((await sealAudit(workshop.database, workshop.auditKey, tenantId)) === 0) return;
  }
}
