import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Act, PeriodStretch } from "@dutyloop/domain/organization/reorganization/acts.ts";
import type { UnitHead } from "@dutyloop/domain/organization/reorganization/sameness-rules.ts";
import type { Surroundings } from "@dutyloop/domain/organization/reorganization/surroundings.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";

type Where = { readonly database: ReadDatabase; readonly tenantId: number; readonly topPath: string };

/** Ids and codes that new organisations have already been given elsewhere in the group. */
export async function takenElsewhere(
  { database, tenantId, topPath }: Where,
  acts: readonly Act[],
): Promise<Surroundings["taken"]> {
  const created = acts.filter((act) => act.act === "create");
  const { rows } = await sql<{ id: string; code: string }>`
    SELECT id, code FROM organization WHERE tenant_id = ${tenantId} AND NOT (path >= ${topPath} AND path < ${afterSubtree(topPath)})
      AND (id = ANY(${created.map(({ id }) => id)}::uuid[]) OR code = ANY(${created.map(({ code }) => code)}))`.execute(
    database,
  );
  return rows;
}

/**
 * Units that organisations of the subtree may cover from a day on: what one of them covers, itself or through the unit
 * above it, and nobody else then or later; for the whole group also what nobody covers.
 */
export async function coverableUnits({ database, tenantId, topPath }: Where, on: PlainDate): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT u.id FROM unit u
    LEFT JOIN LATERAL (
      SELECT o.path FROM unit a
      JOIN coverage c ON c.tenant_id = a.tenant_id AND c.unit_id = a.id AND (c.valid_to IS NULL OR c.valid_to >= ${on}::date - 1)
        AND (c.unit_id = u.id OR c.valid_from <= ${on}::date)
      JOIN organization o ON o.tenant_id = c.tenant_id AND o.id = c.organization_id
      WHERE a.tenant_id = u.tenant_id AND starts_with(u.path, a.path)
      ORDER BY length(a.path) DESC, c.valid_from LIMIT 1) covered ON true
    WHERE u.tenant_id = ${tenantId} AND u.valid_from <= ${on}::date AND (u.valid_to IS NULL OR u.valid_to >= ${on}::date)
      AND CASE WHEN covered.path IS NULL
        THEN EXISTS (SELECT 1 FROM organization t WHERE t.tenant_id = u.tenant_id AND t.path = ${topPath} AND t.parent_id IS NULL)
        ELSE covered.path >= ${topPath} AND covered.path < ${afterSubtree(topPath)} END
      AND NOT EXISTS (SELECT 1 FROM coverage c JOIN organization o ON o.tenant_id = c.tenant_id AND o.id = c.organization_id
        WHERE c.tenant_id = u.tenant_id AND c.unit_id = u.id AND (c.valid_to IS NULL OR c.valid_to >= ${on}::date)
          AND NOT (o.path >= ${topPath} AND o.path < ${afterSubtree(topPath)}))`.execute(database);
  return rows.map(({ id }) => id);
}

/** Letters of transfer that nobody has answered yet, from or to branches of the subtree. */
export async function lettersOnTheirWay({ database, tenantId, topPath }: Where): Promise<Surroundings["letters"]> {
  const { rows } = await sql<{ personId: string; organizationIds: string[] }>`
    SELECT t.person_id AS "personId", array_remove(ARRAY[t.from_organization_id, t.to_organization_id], NULL)::text[] AS "organizationIds"
    FROM person_transfer t
    WHERE t.tenant_id = ${tenantId} AND t.state = 'issued' AND EXISTS (SELECT 1 FROM organization o
      WHERE o.tenant_id = t.tenant_id AND o.id IN (t.from_organization_id, t.to_organization_id)
        AND o.path >= ${topPath} AND o.path < ${afterSubtree(topPath)})`.execute(database);
  return rows;
}

/** Who leads the units that new organisations cover, and his state as a member. */
export async function headsOf(
  { database, tenantId }: Where,
  acts: readonly Act[],
  on: PlainDate,
): Promise<readonly UnitHead[]> {
  const units = acts.flatMap((act) => (act.act === "create" ? act.unitIds : []));
  const { rows } = await sql<UnitHead>`
    SELECT e.unit_id AS "unitId", e.person_id AS "personId", m.state FROM employment e
    LEFT JOIN membership m ON m.tenant_id = e.tenant_id AND m.person_id = e.person_id AND m.valid_from <= ${on}::date
      AND (m.valid_to IS NULL OR m.valid_to >= ${on}::date)
    WHERE e.tenant_id = ${tenantId} AND e.unit_id = ANY(${units}::uuid[]) AND e.leads_unit AND e.valid_from <= ${on}::date
      AND (e.valid_to IS NULL OR e.valid_to >= ${on}::date)`.execute(database);
  return rows;
}

/** Of the classes that new organisations are to have, those that a scheme in force at the top or above scores. */
export async function assessedClasses(
  { database, tenantId, topPath }: Where,
  acts: readonly Act[],
  on: PlainDate,
): Promise<string[]> {
  const wanted = acts.flatMap((act) => (act.act === "create" && act.class !== null ? [act.class] : []));
  const { rows } = await sql<{ classes: string[] }>`
    SELECT coalesce(v.body->'appliesTo'->'classes', '[]') AS classes FROM (
      SELECT DISTINCT ON (a.organization_id, a.scheme_code) a.tenant_id, a.scheme_code, a.scheme_version, a.ends FROM scheme_adoption a
      JOIN organization o ON o.tenant_id = a.tenant_id AND o.id = a.organization_id AND starts_with(${topPath}, o.path)
      WHERE a.tenant_id = ${tenantId} AND a.period_from <= ${on}::date
      ORDER BY a.organization_id, a.scheme_code, a.period_from DESC) held
    JOIN scheme_version v ON v.tenant_id = held.tenant_id AND v.code = held.scheme_code AND v.version = held.scheme_version
    WHERE NOT held.ends`.execute(database);
  return [...new Set(wanted)].filter((name) =>
    rows.some(({ classes }) => classes.length === 0 || classes.includes(name)),
  );
}

/** Periods that take no ordinary entries any more. */
export async function shutPeriods(database: ReadDatabase, tenantId: number): Promise<PeriodStretch[]> {
  const { rows } = await sql<PeriodStretch>`
    SELECT period_from AS from, state, (period_from + CASE span WHEN 'month' THEN interval '1 month'
      WHEN 'quarter' THEN interval '3 months' WHEN 'half_year' THEN interval '6 months' ELSE interval '1 year' END - interval '1 day')::date AS to
    FROM period WHERE tenant_id = ${tenantId} AND state <> 'open' ORDER BY period_from`.execute(database);
  return rows;
}
