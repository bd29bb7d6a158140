import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { MemberTag } from "@dutyloop/domain/organization/member-things.ts";
import type { Post } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";

type Span = { readonly id: string; readonly from: PlainDate; readonly to: PlainDate | null };
export type HeldTag = Span & {
  readonly tag: MemberTag;
  readonly place: string | null;
  readonly onePlace: boolean;
  readonly lastContactOn: PlainDate | null;
};
type HeldPost = Span & {
  readonly post: Post;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly path: string;
  readonly fullTime: boolean;
};
type Employment = Span & {
  readonly unitId: string;
  readonly unitName: string;
  /** Path of the organisation that answers for the unit today, or answered on the last day he worked there. */
  readonly place: string;
  readonly position: string | null;
  readonly leadsUnit: boolean;
};

/** A person's posts, newest first. */
export async function postsOf(database: ReadDatabase, tenantId: number, personId: string): Promise<HeldPost[]> {
  const { rows } = await sql<HeldPost>`
    SELECT a.id, a.post, a.organization_id AS "organizationId", o.name AS "organizationName", o.path,
      a.full_time AS "fullTime", a.valid_from AS "from", a.valid_to AS "to" FROM appointment a
    JOIN organization o ON o.tenant_id = a.tenant_id AND o.id = a.organization_id
    WHERE a.tenant_id = ${tenantId} AND a.person_id = ${personId}::uuid ORDER BY a.valid_from DESC, a.id`.execute(
    database,
  );
  return rows;
}

/**
 * Where a person works and worked, newest first. `place` is where the unit belonged on the last day there; a restricted one
 * is named only to those who may see it where it belongs now (PRV-22).
 */
export async function employmentsOf(
  database: ReadDatabase,
  tenantId: number,
  personId: string,
  today: PlainDate,
): Promise<Employment[]> {
  const last = sql`CASE WHEN u.restriction IS NULL THEN e.valid_to ELSE u.valid_to END`;
  const day = sql`least(coalesce(${last}, ${today}::date), ${today}::date)`;
  const held = (row: string) =>
    sql`${sql.ref(`${row}.valid_from`)} <= ${day} AND (${sql.ref(`${row}.valid_to`)} IS NULL OR ${sql.ref(`${row}.valid_to`)} >= ${day})`;
  const { rows } = await sql<Employment>`
    SELECT e.id, e.unit_id AS "unitId", u.name AS "unitName", e.position, e.leads_unit AS "leadsUnit",
      e.valid_from AS "from", e.valid_to AS "to",
      coalesce((SELECT o.path FROM unit a
          JOIN coverage c ON c.tenant_id = a.tenant_id AND c.unit_id = a.id AND ${held("c")}
          JOIN organization o ON o.tenant_id = c.tenant_id AND o.id = c.organization_id AND ${held("o")}
          WHERE a.tenant_id = u.tenant_id AND starts_with(u.path, a.path) ORDER BY length(a.path) DESC LIMIT 1),
        (SELECT path FROM organization WHERE tenant_id = ${tenantId} AND parent_id IS NULL ORDER BY path LIMIT 1)) AS place
    FROM employment e
    JOIN unit u ON u.tenant_id = e.tenant_id AND u.id = e.unit_id
    WHERE e.tenant_id = ${tenantId} AND e.person_id = ${personId}::uuid ORDER BY e.valid_from DESC`.execute(database);
  return rows;
}

/** What was noted about a person, newest first. */
export async function tagsOf(database: ReadDatabase, tenantId: number, personId: string): Promise<HeldTag[]> {
  const { rows } = await sql<HeldTag>`
    SELECT id, tag, valid_from AS "from", valid_to AS "to", place, one_place AS "onePlace",
      last_contact_on AS "lastContactOn" FROM member_tag
    WHERE tenant_id = ${tenantId} AND person_id = ${personId}::uuid ORDER BY valid_from DESC, id`.execute(database);
  return rows;
}
