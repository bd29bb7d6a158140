import { covers, type Scope } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { inScopeOrAbove } from "./version-rows.ts";

export type VisibleAdoption = {
  readonly code: string;
  readonly organizationId: string;
  readonly organizationName: string | null;
  readonly periodFrom: PlainDate;
  readonly version: number;
  /** The last day before its end; null while it goes on, be it in a later version. */
  readonly periodTo: PlainDate | null;
};

/** Who uses which version of a scheme since when: the caller's places, and those above that hold for them. */
export async function visibleAdoptions(
  database: ReadDatabase,
  tenantId: number,
  scope: Scope,
): Promise<VisibleAdoption[]> {
  const { rows } = await sql<VisibleAdoption & { path: string }>`
    SELECT a.scheme_code AS code, a.organization_id AS "organizationId", o.name AS "organizationName", o.path,
      a.period_from AS "periodFrom", a.scheme_version AS version, a.next_from - 1 AS "periodTo"
    FROM (SELECT *, CASE WHEN lead(ends) OVER later THEN lead(period_from) OVER later END AS next_from
        FROM scheme_adoption WHERE tenant_id = ${tenantId}
        WINDOW later AS (PARTITION BY organization_id, scheme_code ORDER BY period_from)) a
    JOIN organization o ON o.tenant_id = a.tenant_id AND o.id = a.organization_id
    WHERE NOT a.ends AND ${inScopeOrAbove("o.path", scope)}
    ORDER BY a.scheme_code, o.path, a.period_from`.execute(database);
  return rows.map(({ path, ...row }) => ({
    ...row,
    organizationName: covers(scope, path) ? row.organizationName : null,
  }));
}
