import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import { pathOn } from "./places-in-period.ts";

/** A version of a scheme that an organisation uses for itself and all below, from a period on. */
export type Adoption = {
  readonly path: string;
  readonly schemeCode: string;
  readonly version: number;
  readonly periodFrom: PlainDate;
  /** From here on the organisation has none of its own: what holds above holds again. */
  readonly ends: boolean;
};

/**
 * All adoptions of a group: a handful, since only organisations that assess have any. Their paths are those of today, or of
 * the day that is asked for.
 */
export async function adoptionsOf(
  database: ReadDatabase,
  tenantId: number,
  on: PlainDate | null = null,
): Promise<Adoption[]> {
  const { rows } = await sql<Adoption>`
    SELECT ${on === null ? sql`o.path` : pathOn(on)} AS path, a.scheme_code AS "schemeCode", a.scheme_version AS version, a.period_from AS "periodFrom", a.ends
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
  const newest = new Map<number, Adoption>();
  for (const adoption of adoptions) {
    if (adoption.schemeCode !== schemeCode || adoption.periodFrom > periodFrom) continue;
    const depth = placeOnTheWay(path, adoption.path);
    if (depth < 0) continue;
    const known = newest.get(depth);
    if (known === undefined || adoption.periodFrom > known.periodFrom) newest.set(depth, adoption);
  }
  const used = [...newest].filter(([, { ends }]) => !ends).sort(([one], [other]) => other - one);
  return used[0]?.[1].version ?? null;
}

/**
 * Where on a path the organisation stands whose path is now `adopter`, -1 where it doesn't. Its own label stays with it
 * wherever it moves: in a period before the move the path is another one.
 */
function placeOnTheWay(path: string, adopter: string): number {
  const label = adopter.slice(adopter.lastIndexOf(".", adopter.length - 2) + 1);
  return `.${path}`.indexOf(`.${label}`);
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
