import { sql } from "kysely";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";

const candidatesOf = (code: string) => [code, ...Array.from({ length: 9 }, (_, i) => `${code.slice(0, 38)}-${i + 1}`)];

/**
 * Codes for organisations that are built on units: the unit's own where no organisation has it, else with a number behind
 * it. What has no entry has no such code free either.
 */
export async function freeCodes(
  database: ReadDatabase | Transaction,
  tenantId: number,
  unitCodes: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string }>`SELECT code FROM organization
    WHERE tenant_id = ${tenantId} AND code = ANY(${unitCodes.flatMap(candidatesOf)}::text[])`.execute(database);
  const taken = new Set(rows.map(({ code }) => code));
  return new Map(
    unitCodes.flatMap((unitCode) => {
      const free = candidatesOf(unitCode).find((candidate) => !taken.has(candidate));
      return free === undefined ? [] : [[unitCode, free]];
    }),
  );
}
