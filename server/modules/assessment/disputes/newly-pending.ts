import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { loadDefinitions } from "../definitions.ts";
import { type SheetData, sheetData } from "./replay.ts";
import type { Replayed } from "./replay-around.ts";

/** The data of all published sheets of an organisation in a version of a period: other schemes read the same facts. */
export async function sheetsBeside(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  period: PeriodStanding,
  now: Date,
): Promise<SheetData[]> {
  const { rows } = await sql<{ scheme: string; version: number }>`
    SELECT s.scheme_code AS scheme, s.scheme_version AS version FROM score_sheet s
    JOIN scheme_version v ON v.tenant_id = s.tenant_id AND v.code = s.scheme_code AND v.version = s.scheme_version
      AND v.body->>'cadence' = ${period.span}
    WHERE s.tenant_id = ${tenantId} AND s.organization_id = ${organizationId} AND s.period_from = ${period.from}::date
      AND s.period_version = ${period.version} AND s.basis = 'published'`.execute(database);
  const sheets: SheetData[] = [];
  for (const { scheme, version } of rows) {
    const definitions = await loadDefinitions(database, tenantId, scheme, version);
    sheets.push(await sheetData(database, tenantId, organizationId, definitions, period, now));
  }
  return sheets;
}

/**
 * Entries have ended, so nobody could settle a leaf that an answer leaves without data, of the organisation or of a roll-up
 * above it, and the period could never be closed: refused with dispute.leaf_would_be_pending.
 */
export function pendingRefusal(replayed: readonly Replayed[]): Refusal | null {
  const wouldBe = replayed.some(({ before, after }) =>
    after.lines.some(({ state }, index) => state === "pending" && before.lines[index]?.state !== "pending"),
  );
  return wouldBe ? refuse("dispute.leaf_would_be_pending", {}, "reversals") : null;
}
