import { checkWholeGroup } from "../../platform/access/place.ts";
import { verifyAudit } from "../../platform/audit/verify.ts";
import type { Database } from "../../platform/db/pools.ts";
import { programVersion } from "../../platform/http/program-version.ts";
import { type Route, read, write } from "../../platform/http/route.ts";
import { tellingProgress } from "../../platform/loops/progress.ts";
import { listAlarms } from "./alarms-view.ts";
import { listAudit } from "./audit-view.ts";
import { getFirstSteps } from "./first-steps.ts";
import { handleAlarm } from "./handle-alarm.ts";
import { getConfiguration, getHealth, getSelfCheck, type HealthParts } from "./health/health-view.ts";
import { groupStatus } from "./status.ts";

export type AdministrationParts = HealthParts & { auditKey: Buffer; timeZone: string; database: Database };

export function administrationRoutes({ auditKey, timeZone, database: whole, ...parts }: AdministrationParts): Route[] {
  const { anchorFile } = parts;
  return [
    read("listAudit", (request) => listAudit(request, timeZone)),
    read("verifyAudit", async ({ database, tenantId, scope, caller, query, now }) => {
      await checkWholeGroup(database, tenantId, scope);
      const tell = tellingProgress(caller.actor.accountId, query.progress, now);
      return verifyAudit(whole, auditKey, tenantId, anchorFile, (done, total) => tell("checking", done, total));
    }),
    read("getStatus", async ({ database, tenantId, scope, now }) => {
      await checkWholeGroup(database, tenantId, scope);
      return { version: programVersion, ...(await groupStatus(database, tenantId, now)) };
    }),
    read("listAlarms", listAlarms),
    write("handleAlarm", handleAlarm, ({ params, body }) => ({ ...params, ...body })),
    read("getFirstSteps", getFirstSteps),
    read("getHealth", (request) => getHealth(request, parts)),
    read("getSelfCheck", (request) => getSelfCheck(request, parts)),
    read("getConfiguration", (request) => getConfiguration(request, parts)),
  ];
}
