import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { committeePosts, type Post } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";

export type OldTeam = readonly {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly post: Post;
  readonly from: PlainDate;
}[];
type Asked = { readonly organizationId: string; readonly beganOn: PlainDate; readonly lock?: boolean };

/** Who an election on a day replaces: the posts of the committee that began before that day and reach it. */
export async function oldTeam(
  database: ReadDatabase | Transaction,
  tenantId: number,
  { organizationId, beganOn, lock = false }: Asked,
): Promise<OldTeam> {
  const { rows } = await sql<OldTeam[number]>`
    SELECT a.id, a.person_id AS "personId", p.name, a.post, a.valid_from AS "from" FROM appointment a
    JOIN person p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
    WHERE a.tenant_id = ${tenantId} AND a.organization_id = ${organizationId}::uuid AND a.post = ANY(${[...committeePosts]})
      AND a.valid_from < ${beganOn}::date AND (a.valid_to IS NULL OR a.valid_to >= ${beganOn}::date)
    ORDER BY array_position(${[...committeePosts]}::text[], a.post), a.valid_from, a.id
    ${lock ? sql`FOR NO KEY UPDATE OF a` : sql``}`.execute(database);
  return rows;
}
