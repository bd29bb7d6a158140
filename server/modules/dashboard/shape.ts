import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { sql } from "kysely";
import { inside, type View } from "./figures.ts";

type Shape = Answer<"getWorkbench">["shape"];

/** What a subtree consists of today, beside its branches and members; its units are those that its organisations cover. */
export async function shape(view: View): Promise<Shape> {
  const standing = (row: string) =>
    sql`${sql.ref(`${row}.valid_from`)} <= ${view.today}::date AND coalesce(${sql.ref(`${row}.valid_to`)} >= ${view.today}::date, true)`;
  const { rows } = await sql<Shape>`
    WITH node AS MATERIALIZED (
      SELECT o.id, o.kind FROM organization o WHERE ${inside(view)} AND ${standing("o")}
    ), node_counts AS (
      SELECT count(*) FILTER (WHERE kind IN ('PARTY_GROUP', 'COMMITTEE', 'OFFICE_COMMITTEE'))::int AS committees,
        count(*) FILTER (WHERE kind = 'GENERAL_BRANCH')::int AS "generalBranches",
        count(*) FILTER (WHERE kind = 'GROUP')::int AS "groups",
        count(*) FILTER (WHERE kind = 'LEADING_GROUP')::int AS "leadingGroups"
      FROM node
    ), unit_counts AS (
      SELECT count(DISTINCT u.id)::int AS units, count(DISTINCT u.region)::int AS regions,
        count(DISTINCT u.id) FILTER (WHERE u.restriction IS NOT NULL)::int AS "restrictedUnits"
      FROM node n JOIN coverage c ON c.tenant_id = ${view.tenantId} AND c.organization_id = n.id AND ${standing("c")}
      JOIN unit u ON u.tenant_id = c.tenant_id AND u.id = c.unit_id AND ${standing("u")}
    )
    SELECT node_counts.*, unit_counts.* FROM node_counts, unit_counts`.execute(view.database);
  const [found] = rows;
  if (!found) throw new Error("A count has no row");
  return found;
}
