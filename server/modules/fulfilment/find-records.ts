import { isNowhere, type Scope } from "@dutyloop/domain/identity/access-policy.ts";
import { sql } from "kysely";
import { inScope } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";

type Asked = {
  readonly database: ReadDatabase;
  readonly tenantId: number;
  readonly scope: Scope;
  readonly terms: readonly string[];
  readonly limit: number;
};
type Found = { id: string; title: string; occurredOn: string; organizationName: string; rank: number };

/** Of so many organisations all records are looked through, of more the newest of the whole group. */
const fewOrganizations = 300;
const mostOfOne = 5000;
const mostOfAll = 2000;

/** Records in scope whose titles hold every word asked for, those that begin with the first word first, newest first. */
export async function findRecords({ database, tenantId, scope, terms, limit }: Asked): Promise<Found[]> {
  if (isNowhere(scope)) return [];
  const [first = ""] = terms;
  const holdsAll = sql.join(
    terms.map((term) => sql`strpos(t.folded, ${term}) > 0`),
    sql` AND `,
  );
  const places = sql`SELECT id, name FROM organization o WHERE o.tenant_id = ${tenantId} AND ${inScope("o.path", scope)}`;
  const { rows } = await sql<Found>`
    WITH few AS MATERIALIZED (SELECT * FROM (${places} LIMIT ${fewOrganizations + 1}) p),
    many AS MATERIALIZED (SELECT count(*) > ${fewOrganizations} AS many FROM few),
    here AS MATERIALIZED (
      SELECT h.record_id, h.organization_id, h.occurred_on FROM few
        CROSS JOIN LATERAL (SELECT * FROM record_host h WHERE h.tenant_id = ${tenantId} AND h.organization_id = few.id
          ORDER BY h.occurred_on DESC, h.record_id DESC LIMIT ${mostOfOne}) h
        WHERE NOT (SELECT many FROM many)
      UNION ALL
      SELECT record_id, organization_id, occurred_on FROM (SELECT * FROM record_host h WHERE h.tenant_id = ${tenantId}
          ORDER BY h.occurred_on DESC, h.record_id DESC LIMIT ${mostOfAll}) newest
        WHERE (SELECT many FROM many)
    ), titled AS MATERIALIZED ( -- looked up one by one: the planner would rather spell out the titles of the whole table
      SELECT h.organization_id, h.occurred_on, r.id, r.title, lower(normalize(r.title, NFKC)) AS folded
      FROM here h CROSS JOIN LATERAL (
        SELECT r.id, r.title FROM record r WHERE r.tenant_id = ${tenantId} AND r.id = h.record_id AND r.state <> 'revoked' OFFSET 0) r
    ), fitting AS (
      SELECT t.id, t.title, t.occurred_on AS "occurredOn", o.name AS "organizationName",
        CASE WHEN t.folded = ${first} THEN 0 WHEN strpos(t.folded, ${first}) = 1 THEN 1 ELSE 2 END AS rank
      FROM titled t JOIN organization o ON o.tenant_id = ${tenantId} AND o.id = t.organization_id AND ${inScope("o.path", scope)}
      WHERE ${holdsAll}
    )
    SELECT DISTINCT ON (rank, "occurredOn", id) * FROM fitting ORDER BY rank, "occurredOn" DESC, id, "organizationName" LIMIT ${limit}`.execute(
    database,
  );
  return rows;
}
