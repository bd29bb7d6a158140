import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";

/** A version of a scheme that an organisation uses for itself and all below, from a period on. */
export type Adoption = {
  readonly path: string;
  readonly schemeCode: string;
  readonly version: number;
  readonly periodFrom: PlainDate;
  /** From here on the organisation has none of its own: what holds above holds again. */
  readonly ends: boolean;
};

/** All adoptions of a group: a handful, since only organisations that assess have any. */
export async function adoptionsOf(database: ReadDatabase, tenantId: number): Promise<Adoption[]> {
  const { rows } = await sql<Adoption>`
    SELECT o.path, a.scheme_code AS "schemeCode", a.scheme_version AS version, a.period_from AS "periodFrom", a.ends
    FROM scheme_adoption a JOIN organization o ON o.tenant_id = a.tenant_id AND o.id = a.organization_id
    WHERE a.tenant_id = ${tenantId}`.execute(database);
  return rows;
}

/**
 * The version in force for an organisation in a period that begins on a day: adopted by the nearest organisation at or
 * above it that uses the scheme then, the newest that had begun by then (逐级考核). Null where nobody does.
 */
export function versionInForce(
  adoptions: readonly Adoption[],
  schemeCode: string,
  path: string,
  periodFrom: PlainDate,
): number | null {
  const newest = new Map<string, Adoption>();
  for (const adoption of adoptions) {
    if (adoption.schemeCode !== schemeCode || adoption.periodFrom > periodFrom) continue;
    if (!path.startsWith(adoption.path)) continue;
    const known = newest.get(adoption.path);
    if (known === undefined || adoption.periodFrom > known.periodFrom) newest.set(adoption.path, adoption);
  }
  let best: Adoption | null = null;
  for (const adoption of newest.values()) {
    if (!adoption.ends && (best === null || adoption.path.length > best.path.length)) best = adoption;
  }
  return best?.version ?? null;
}

/** The version in force at one organisation. */
export async function schemeInForce(
  database: ReadDatabase,
  tenantId: number,
  schemeCode: string,
  path: string,
  periodFrom: PlainDate,
): Promise<number | null> {
  return versionInForce(await adoptionsOf(database, tenantId), schemeCode, path, periodFrom);
}
