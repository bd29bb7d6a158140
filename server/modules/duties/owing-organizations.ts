import type { OwingGroup, OwingOrganization } from "@dutyloop/domain/duties/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { branchKinds, type OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";

/**
 * The branches at and below a path that stand on some day of the year, with their 党小组 and with the 正式党员 they have
 * at the year's beginning, or at their own where they are younger (ORG-11).
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
    validFrom: PlainDate;
    validTo: PlainDate | null;
    fullMembers: number;
    groups: OwingGroup[] | null;
  }>`
    SELECT o.id, o.kind, o.valid_from AS "validFrom", o.valid_to AS "validTo",
      (SELECT count(*)::int FROM membership m WHERE m.tenant_id = o.tenant_id AND m.organization_id = o.id AND m.state IN ('FULL', 'CORRECTING')
        AND m.valid_from <= greatest(o.valid_from, ${first}::date) AND (m.valid_to IS NULL OR m.valid_to >= greatest(o.valid_from, ${first}::date))) AS "fullMembers",
      (SELECT json_agg(json_build_object('id', g.id, 'validFrom', g.valid_from, 'validTo', g.valid_to)) FROM organization g
        WHERE g.tenant_id = o.tenant_id AND g.parent_id = o.id AND g.kind = 'GROUP') AS groups
    FROM organization o
    WHERE o.tenant_id = ${tenantId} AND o.path >= ${path} AND o.path < ${afterSubtree(path)} AND o.kind = ANY(${[...branchKinds]})
      AND o.valid_from <= ${last}::date AND (o.valid_to IS NULL OR o.valid_to >= ${first}::date)
    ORDER BY o.path`.execute(database);
  return rows.map((row) => ({ ...row, groups: row.groups ?? [] }));
}
