import { groups } from "../application.ts";
import { verifyAudit } from "../platform/audit/verify.ts";
import { withApplication } from "./with-application.ts";

/** `dutyloop audit verify`: recomputes each group's chain; exit code 1 where something doesn't fit. */
export async function auditVerify(): Promise<number> {
  return withApplication(async ({ workshop, settings }) => {
    let intact = true;
    for (const tenantId of await groups(workshop.database)) {
      const result = await verifyAudit(workshop.database, settings.keys.audit, tenantId, settings.anchorFile);
      intact &&= result.intact;
      console.log(JSON.stringify({ group: tenantId, ...result }));
    }
    return intact ? 0 : 1;
  });
}
