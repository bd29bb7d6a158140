import type { OwingGroup, OwingOrganization } from "@dutyloop/domain/duties/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";

/**
 * The organisations at and below a path that stand on some day of the year, 党小组 as parts of their branches, with the
 * 正式党员 they have at the year's beginning, or at their own where they are younger (ORG-11).
 */
export async function owingOrganizations(
  database: ReadDatabase,
  tenantId: number,
  path: string,
  year: number,
): Promise<OwingOrganization[]> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const { rows } = await sql<{
    id: string;
    kind: OrganizationKind;
    class: string | null;
    validFrom: PlainDate;
    validTo: PlainDate | null;
    fullMembers: number;
    groups: OwingGroup[] | null;
  }>`
    WITH here AS MATERIALIZED (SELECT * FROM organization o
        WHERE o.tenant_id = ${tenantId} AND o.path >= ${path} AND o.path < ${afterSubtree(path)}),
      formal AS (SELECT o.id, count(*)::int AS members FROM here o
        JOIN membership m ON m.tenant_id = o.tenant_id AND m.organization_id = o.id AND m.state IN ('FULL', 'CORRECTING')
          AND m.valid_from <= greatest(o.valid_from, ${first}::date)
          AND (m.valid_to IS NULL OR m.valid_to >= greatest(o.valid_from, ${first}::date)) GROUP BY 1),
      circles AS (SELECT g.parent_id AS id,
          json_agg(json_build_object('id', g.id, 'validFrom', g.valid_from, 'validTo', g.valid_to) ORDER BY g.id) AS groups
        FROM here g WHERE g.kind = 'GROUP' GROUP BY 1)
    SELECT o.id, o.kind, o.class, o.valid_from AS "validFrom", o.valid_to AS "validTo", coalesce(f.members, 0) AS "fullMembers", c.groups
    FROM here o LEFT JOIN formal f USING (id) LEFT JOIN circles c USING (id)
    WHERE o.kind <> 'GROUP' AND o.valid_from <= ${last}::date AND (o.valid_to IS NULL OR o.valid_to >= ${first}::date)
    ORDER BY o.path`.execute(database);
  return rows.map((row) => ({ ...row, groups: row.groups ?? [] }));
}
