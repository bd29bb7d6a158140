import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import type { Application } from "../server/application.ts";
import { type SheetKey, writeSheets } from "../server/modules/assessment/score-sheets.ts";
import { verifyAudit } from "../server/platform/audit/verify.ts";

/** What must hold when the load is over and the queues are empty; the answer names what doesn't. */
export async function aftermath(application: Application, tenantId: number, dataFolder: string): Promise<string[]> {
  await queuesEmpty(application, tenantId);
  const { database } = application.workshop;
  const audit = await verifyAudit(
    database.reading(tenantId),
    application.settings.keys.audit,
    tenantId,
    join(dataFolder, "audit-anchors.jsonl"),
  );
  const differing = await scoresThatDiffer(application, tenantId);
  return [
    ...(audit.intact ? [] : [`audit: ${JSON.stringify(audit.problems[0])}`]),
    ...(audit.unsealed === 0 ? [] : [`audit: ${audit.unsealed} entries without a seal`]),
    ...(differing === 0 ? [] : [`${differing} scores differ from their recomputation`]),
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

type Sheets = Map<string, string>;

/** Recomputes every sheet of the group from its facts and compares it with the one that stands; the difference is undone. */
async function scoresThatDiffer({ workshop }: Application, tenantId: number): Promise<number> {
  let differing = 0;
  const undo = new Error("undo");
  await workshop.database
    .writing(tenantId, {}, async (transaction) => {
      const read = async (): Promise<Sheets> => {
        const { rows } = await sql<{ key: string; sheet: string }>`
          SELECT organization_id || ' ' || month AS key, (to_jsonb(s) - 'computed_at')::text AS sheet FROM score_sheet s
          WHERE tenant_id = ${tenantId}`.execute(transaction);
        return new Map(rows.map(({ key, sheet }) => [key, sheet]));
      };
      const { rows: keys } = await sql<SheetKey>`
        SELECT DISTINCT organization_id AS "organizationId", posted_in AS month FROM fact WHERE tenant_id = ${tenantId}`.execute(
        transaction,
      );
      const before = await read();
      await writeSheets(transaction, tenantId, keys, workshop.clock());
      const after = await read();
      differing = [...new Set([...before.keys(), ...after.keys()])].filter(
        (key) => before.get(key) !== after.get(key),
      ).length;
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return differing;
}
