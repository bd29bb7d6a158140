import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { sql } from "kysely";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";

/**
 * Keeps the tree as it stood on the period's last day: places, classes, kinds, names, the members at and below each
 * organisation, and whether it existed for the whole period.
 */
export async function freezeStructure(
  transaction: Transaction,
  tenantId: number,
  { span, from, to, version }: PeriodStanding,
): Promise<void> {
  await sql`
    WITH placed AS (
      SELECT organization_id, parent_id, path, name, class FROM organization_place
      WHERE tenant_id = ${tenantId} AND valid_from <= ${to}::date AND (valid_to IS NULL OR valid_to >= ${to}::date)
    ), own AS (
      SELECT p.path, count(*) AS members FROM membership m JOIN placed p USING (organization_id)
      WHERE m.tenant_id = ${tenantId} AND m.state IN ('FULL', 'PROBATIONARY', 'CORRECTING')
        AND m.valid_from <= ${to}::date AND (m.valid_to IS NULL OR m.valid_to >= ${to}::date)
      GROUP BY p.path
    ), below AS (
      SELECT array_to_string((string_to_array(own.path, '.'))[1:depth], '.') || '.' AS path, sum(own.members)::int AS members
      FROM own, generate_series(1, array_length(string_to_array(own.path, '.'), 1) - 1) AS depth
      GROUP BY 1
    )
    INSERT INTO period_structure (tenant_id, span, period_from, version, organization_id, parent_id, path, kind, class, name, members, whole)
    SELECT ${tenantId}, ${span}, ${from}::date, ${version}::int, o.id, p.parent_id, p.path, o.kind, coalesce(p.class, ''), p.name,
      coalesce(b.members, 0), o.valid_from <= ${from}::date
    FROM placed p JOIN organization o ON o.tenant_id = ${tenantId} AND o.id = p.organization_id
    LEFT JOIN below b ON b.path = p.path`.execute(transaction);
}

/** How many organisations the structure of a version holds. */
export async function sizeOfStructure(
  database: ReadDatabase,
  tenantId: number,
  { span, from, version }: PeriodStanding,
): Promise<number> {
  const { rows } = await sql<{ size: number }>`SELECT count(*)::int AS size FROM period_structure
    WHERE tenant_id = ${tenantId} AND span = ${span} AND period_from = ${from}::date AND version = ${version}`.execute(
    database,
  );
  return rows[0]?.size ?? 0;
}
