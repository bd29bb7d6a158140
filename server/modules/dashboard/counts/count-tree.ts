import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { branchKinds } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { holds } from "../../../platform/access/place.ts";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";
import { ownBranchesByKeeper } from "../../organization/index.ts";
import { names } from "./rollup-sql.ts";

/** What is counted of each organisation with all below, as columns of tree_count. */
const counts = [
  "branches",
  "members",
  "committees",
  "general_branches",
  "groups",
  "leading_groups",
  "units",
  "regions",
  "restricted_units",
  "departments",
  "own_branches",
] as const;

/** The day whose tree was counted last; null where none was. */
export async function countedOn(database: ReadDatabase | Transaction, tenantId: number): Promise<PlainDate | null> {
  const { rows } = await sql<{ day: PlainDate | null }>`
    SELECT t.counted_on AS day FROM organization o LEFT JOIN tree_count t ON t.tenant_id = o.tenant_id AND t.organization_id = o.id
    WHERE o.tenant_id = ${tenantId} AND o.parent_id IS NULL`.execute(database);
  return rows[0]?.day ?? null;
}

/** Counts organisations, members and units of everybody in one go and writes what is another than before. */
export async function countTree(transaction: Transaction, tenantId: number, today: PlainDate): Promise<void> {
  const keepers = [...(await ownBranchesByKeeper(transaction, tenantId, today))];
  const departments = keepers.map(([id, { departments, covered }]) => ({ id, departments, own_branches: covered }));
  await sql`
    WITH node AS MATERIALIZED (
      SELECT o.id, o.kind, string_to_array(rtrim(o.path, '.'), '.')::int[] AS labels FROM organization o
      WHERE o.tenant_id = ${tenantId} AND ${holds("o", today)}
    ), above AS MATERIALIZED (
      SELECT n.id, n.kind, a.id AS organization_id FROM node n JOIN organization a ON a.tenant_id = ${tenantId} AND a.label = ANY(n.labels)
    ), member AS (
      SELECT m.organization_id AS id, count(*) AS members FROM membership m
      WHERE m.tenant_id = ${tenantId} AND m.state IN ('FULL', 'PROBATIONARY', 'CORRECTING') AND ${holds("m", today)} GROUP BY 1
    ), keeping AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(departments)}::json) AS k(id uuid, departments int, own_branches int)
    ), people AS (
      SELECT a.organization_id, count(*) FILTER (WHERE a.kind = ANY(${[...branchKinds]})) AS branches,
        coalesce(sum(m.members) FILTER (WHERE a.kind = ANY(${[...branchKinds]})), 0) AS members,
        count(*) FILTER (WHERE a.kind IN ('PARTY_GROUP', 'COMMITTEE', 'OFFICE_COMMITTEE')) AS committees,
        count(*) FILTER (WHERE a.kind = 'GENERAL_BRANCH') AS general_branches, count(*) FILTER (WHERE a.kind = 'GROUP') AS groups,
        count(*) FILTER (WHERE a.kind = 'LEADING_GROUP') AS leading_groups,
        coalesce(sum(k.departments), 0) AS departments, coalesce(sum(k.own_branches), 0) AS own_branches
      FROM above a LEFT JOIN member m ON m.id = a.id LEFT JOIN keeping k ON k.id = a.id GROUP BY 1
    ), places AS (
      SELECT a.organization_id, count(DISTINCT u.id) AS units, count(DISTINCT u.region) AS regions,
        count(DISTINCT u.id) FILTER (WHERE u.restriction IS NOT NULL) AS restricted_units
      FROM above a JOIN coverage c ON c.tenant_id = ${tenantId} AND c.organization_id = a.id AND ${holds("c", today)}
      JOIN unit u ON u.tenant_id = c.tenant_id AND u.id = c.unit_id AND ${holds("u", today)} GROUP BY 1
    )
    INSERT INTO tree_count AS t (tenant_id, organization_id, counted_on, ${names(counts)})
    SELECT ${tenantId}::int, p.organization_id, ${today}::date, p.branches, p.members, p.committees, p.general_branches, p.groups,
      p.leading_groups, coalesce(s.units, 0), coalesce(s.regions, 0), coalesce(s.restricted_units, 0), p.departments, p.own_branches
    FROM people p LEFT JOIN places s ON s.organization_id = p.organization_id
    ON CONFLICT (tenant_id, organization_id) DO UPDATE SET counted_on = excluded.counted_on,
      ${names(counts.map((name) => `${name} = excluded.${name}`))}
    WHERE (t.counted_on, ${names(counts.map((name) => `t.${name}`))}) IS DISTINCT FROM
      (excluded.counted_on, ${names(counts.map((name) => `excluded.${name}`))})`.execute(transaction);
  // Who isn't there on the day has nothing.
  await sql`DELETE FROM tree_count WHERE tenant_id = ${tenantId} AND counted_on <> ${today}::date`.execute(transaction);
}
