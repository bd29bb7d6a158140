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

/** Below so many organisations all their records are looked through, above it the newest of the whole group. */
const fewOrganizations = 300;
const mostRecords = 5000;

/** Records in scope whose titles hold every word asked for, those that begin with the first word first, newest first. */
export async function findRecords({ database, tenantId, scope, terms, limit }: Asked): Promise<Found[]> {
  if (isNowhere(scope)) return [];
  const [first = ""] = terms;
  const title = sql`lower(normalize(r.title, NFKC))`;
  const holdsAll = sql.join(
    terms.map((term) => sql`strpos(${title}, ${term}) > 0`),
    sql` AND `,
  );
  const places = sql`SELECT id, name FROM organization o WHERE o.tenant_id = ${tenantId} AND ${inScope("o.path", scope)}`;
  const found = sql`SELECT r.id, r.title, h.occurred_on AS "occurredOn", o.name AS "organizationName",
    CASE WHEN ${title} = ${first} THEN 0 WHEN strpos(${title}, ${first}) = 1 THEN 1 ELSE 2 END AS rank`;
  const { rows } = await sql<Found>`
    WITH few AS MATERIALIZED (SELECT * FROM (${places} LIMIT ${fewOrganizations + 1}) p),
    many AS MATERIALIZED (SELECT count(*) > ${fewOrganizations} AS many FROM few),
    here AS MATERIALIZED (
      SELECT h.record_id, h.organization_id, h.occurred_on FROM few
        CROSS JOIN LATERAL (SELECT * FROM record_host h WHERE h.tenant_id = ${tenantId} AND h.organization_id = few.id
          ORDER BY h.occurred_on DESC, h.record_id DESC LIMIT ${mostRecords}) h
        WHERE NOT (SELECT many FROM many)
      UNION ALL
      SELECT record_id, organization_id, occurred_on FROM (SELECT * FROM record_host h WHERE h.tenant_id = ${tenantId}
          ORDER BY h.occurred_on DESC, h.record_id DESC LIMIT ${mostRecords}) newest
        WHERE (SELECT many FROM many)
    ), fitting AS (
      ${found} FROM here h JOIN record r ON r.tenant_id = ${tenantId} AND r.id = h.record_id
        JOIN organization o ON o.tenant_id = ${tenantId} AND o.id = h.organization_id AND ${inScope("o.path", scope)}
      WHERE r.state <> 'revoked' AND ${holdsAll}
    )
    SELECT DISTINCT ON (rank, "occurredOn", id) * FROM fitting ORDER BY rank, "occurredOn" DESC, id, "organizationName" LIMIT ${limit}`.execute(
    database,
  );
  return rows;
}
