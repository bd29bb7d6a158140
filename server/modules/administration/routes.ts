import { checkWholeGroup } from "../../platform/access/place.ts";
import { verifyAudit } from "../../platform/audit/verify.ts";
import { programVersion } from "../../platform/http/program-version.ts";
import { type Route, read } from "../../platform/http/route.ts";
import { listAudit } from "./audit-view.ts";
import { groupStatus } from "./status.ts";

export type AuditParts = { auditKey: Buffer; anchorFile: string; timeZone: string };

export function administrationRoutes({ auditKey, anchorFile, timeZone }: AuditParts): Route[] {
  return [
    read("listAudit", (request) => listAudit(request, timeZone)),
    read("verifyAudit", async ({ database, tenantId, scope }) => {
      await checkWholeGroup(database, tenantId, scope);
      return verifyAudit(database, auditKey, tenantId, anchorFile);
    }),
    read("getStatus", async ({ database, tenantId, scope, now }) => {
      await checkWholeGroup(database, tenantId, scope);
      return { version: programVersion, ...(await groupStatus(database, tenantId, now)) };
    }),
  ];
}
