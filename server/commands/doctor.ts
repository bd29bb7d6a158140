import { parseArgs } from "node:util";
import { sql } from "kysely";
import { type Application, groups } from "../application.ts";
import { type DatabaseSigns, databaseSigns, groupStatus, keysState } from "../modules/administration/index.ts";
import { verifyAudit } from "../platform/audit/verify.ts";
import type { Configuration } from "../platform/configuration/index.ts";
import { tablePrivileges } from "../platform/db/privileges.ts";
import { openFileStore } from "../platform/files/store.ts";
import { withApplication } from "./with-application.ts";

type Finding = { check: string; ok: boolean; detail: string };

/** `dutyloop doctor [--json]`: looks at everything that can be wrong; exit code 1 if something is. */
export async function doctor(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean", default: false } } });
  const findings = await withApplication(examine);
  for (const finding of findings) {
    if (values.json) console.log(JSON.stringify(finding));
    else console.log(`${finding.ok ? "✓" : "✗"} ${finding.check.padEnd(28)} ${finding.detail}`);
  }
  return findings.every((finding) => finding.ok) ? 0 : 1;
}

async function examine(application: Application, configuration: Configuration): Promise<Finding[]> {
  const { database, clock } = application.workshop;
  const signs = await databaseSigns(database.outside);
  const tenants = await groups(database);
  const whole = [groupsIn(configuration.dataFolder, tenants.length), await keysFile(configuration)];
  const findings = [...whole, databaseFinding(signs), wall(signs)];
  for (const tenantId of tenants) {
    const reading = database.reading(tenantId);
    const { group, backlog } = await groupStatus(reading, tenantId, clock());
    const audit = await verifyAudit(
      database,
      application.settings.keys.audit,
      tenantId,
      application.settings.anchorFile,
    );
    findings.push(
      {
        check: `${group.code}: audit chain`,
        ok: audit.intact,
        detail: `${audit.sealed} sealed, ${audit.unsealed} waiting, ${audit.problems.length} problems`,
      },
      await files(application, tenantId, group.code),
      await examineScores(application, tenantId, group.code),
      {
        check: `${group.code}: queues`,
        ok: backlog.oldestOutboxSeconds < 60,
        detail: `${backlog.outbox} scores waiting, oldest ${backlog.oldestOutboxSeconds} s`,
      },
    );
  }
  return findings;
}

/** Asked in another data folder than the service's, everything would be in order, since nothing is there. */
export function groupsIn(dataFolder: string, count: number): Finding {
  const detail = count > 0 ? `${count} groups` : "no group yet; is DUTYLOOP_DATA that of the service?";
  return { check: "data folder", ok: count > 0, detail: `${dataFolder}, ${detail}` };
}

async function keysFile({ keysFile: file, dataFolder }: Configuration): Promise<Finding> {
  const state = await keysState(file);
  const outside = !file.startsWith(`${dataFolder}/`);
  return { check: "keys", ok: state === "private" && outside, detail: `${file}, ${state}` };
}

function databaseFinding({ database: { version, durable } }: DatabaseSigns): Finding {
  const how = durable ? "durable" : "fsync, synchronous_commit or full_page_writes is off";
  return { check: "database", ok: durable, detail: `PostgreSQL ${version}, ${how}` };
}

/** Every table of a group's data has its wall. */
function wall({ wallMissing }: DatabaseSigns): Finding {
  const tables = Object.keys(tablePrivileges).length;
  return {
    check: "wall between groups",
    ok: wallMissing.length === 0,
    detail: wallMissing.length === 0 ? `${tables} tables` : `missing on ${wallMissing.join(", ")}`,
  };
}

async function files({ workshop, settings }: Application, tenantId: number, code: string): Promise<Finding> {
  const store = openFileStore(settings.filesFolder);
  const { rows } = await sql<{ id: string }>`SELECT id FROM file WHERE tenant_id = ${tenantId} ORDER BY id`.execute(
    workshop.database.reading(tenantId),
  );
  const wrong: string[] = [];
  for (const { id } of rows) if (!(await store.holds(id))) wrong.push(id.slice(0, 12));
  return {
    check: `${code}: files`,
    ok: wrong.length === 0,
    detail:
      wrong.length === 0 ? `${rows.length} files, each as its SHA-256` : `missing or changed: ${wrong.join(", ")}`,
  };
}

/** No score without facts, no discharged duty without its record or, as a task, without whoever accepted it. */
export async function examineScores({ workshop }: Application, tenantId: number, code: string): Promise<Finding> {
  const { rows } = await sql<{ sheets: number; orphans: number }>`
    SELECT (SELECT count(*)::int FROM score_sheet WHERE tenant_id = ${tenantId}) AS sheets,
      (SELECT count(*)::int FROM obligation ob WHERE ob.tenant_id = ${tenantId} AND ob.state = 'discharged'
        AND NOT EXISTS (SELECT 1 FROM discharge d WHERE d.tenant_id = ob.tenant_id AND d.obligation_id = ob.id)
        AND NOT EXISTS (SELECT 1 FROM obligation_step s WHERE s.tenant_id = ob.tenant_id AND s.obligation_id = ob.id
          AND s.action = 'discharge')) AS orphans`.execute(workshop.database.reading(tenantId));
  const { sheets = 0, orphans = 0 } = rows[0] ?? {};
  return {
    check: `${code}: scores`,
    ok: orphans === 0,
    detail: `${sheets} sheets, ${orphans} duties discharged by nothing`,
  };
}
