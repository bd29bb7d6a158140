import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { type RawBuilder, sql } from "kysely";
import { checkWholeGroup } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import type { ReadRequest } from "../../platform/http/route.ts";

type Entry = Answer<"listAudit">["items"][number];
type EntryRow = Omit<Entry, "recordedAt"> & { recordedAt: Date };
type Asked = ReadRequest<"listAudit">["query"];

/** Audit entries that fit what is asked for, newest first; paged by id. */
export async function listAudit(
  { database, tenantId, query, scope }: ReadRequest<"listAudit">,
  timeZone: string,
): Promise<Answer<"listAudit">> {
  await checkWholeGroup(database, tenantId, scope);
  const asked = await entriesAsked(database, tenantId, query, timeZone);
  const { rows } = asked === null ? { rows: [] } : await asked.execute(database);
  const items = rows.slice(0, query.limit).map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

/**
 * The statement for what is asked, or null where nothing can fit. Parts of names and an organisation are looked up first,
 * so that PostgreSQL plans with the names and the path themselves and finds the index that fits.
 */
export async function entriesAsked(
  database: ReadDatabase,
  tenantId: number,
  query: Asked,
  timeZone: string,
): Promise<RawBuilder<EntryRow> | null> {
  const { account, action, organizationId } = query;
  const accounts = account ? await namesWith(database, tenantId, "account_name", account) : null;
  const actions = action ? await namesWith(database, tenantId, "action", action) : null;
  const path = organizationId ? await pathOf(database, tenantId, organizationId) : null;
  if (accounts?.length === 0 || actions?.length === 0 || path === undefined) return null;
  const conditions = [
    sql`e.tenant_id = ${tenantId}`,
    accounts && sql`e.account_name = ANY(${accounts})`,
    actions && sql`e.action = ANY(${actions})`,
    path && below(path),
    ...wanted(query, timeZone),
    query.after && sql`e.id < ${query.after}::uuid`,
  ].filter((condition) => condition !== undefined && condition !== null && condition !== "");
  return sql<EntryRow>`
    SELECT e.id, s.sequence, e.recorded_at AS "recordedAt", e.account_name AS "accountName", e.action, e.object, e.outcome,
      e.request_id AS "requestId", e.before_digest AS "beforeDigest", e.after_digest AS "afterDigest", e.address
    FROM audit_entry e LEFT JOIN audit_seal s ON s.tenant_id = e.tenant_id AND s.entry_id = e.id
    WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY e.id DESC LIMIT ${query.limit + 1}`;
}

/** Days begin and end in the group's time zone. */
function wanted({ object, from, to, outcome, requestId }: Asked, timeZone: string) {
  return [
    object && sql`position(lower(${object}) in lower(e.object)) > 0`,
    from && sql`e.recorded_at >= (${from}::date::timestamp AT TIME ZONE ${timeZone})`,
    to && sql`e.recorded_at < ((${to}::date + 1)::timestamp AT TIME ZONE ${timeZone})`,
    outcome && sql`e.outcome = ${outcome}`,
    requestId && sql`e.request_id = ${requestId}`,
  ];
}

/** The names of a column that hold the part; each is found in the column's index once, however many entries have it. */
async function namesWith(
  database: ReadDatabase,
  tenantId: number,
  name: "account_name" | "action",
  part: string,
): Promise<string[]> {
  const column = sql.ref(name);
  const { rows } = await sql<{ name: string }>`
    WITH RECURSIVE named AS (
      (SELECT ${column} AS name FROM audit_entry WHERE tenant_id = ${tenantId} ORDER BY ${column} LIMIT 1)
      UNION ALL
      SELECT (SELECT ${column} FROM audit_entry WHERE tenant_id = ${tenantId} AND ${column} > named.name ORDER BY ${column} LIMIT 1)
      FROM named WHERE named.name IS NOT NULL
    )
    SELECT name FROM named WHERE position(lower(${part}) in lower(name)) > 0`.execute(database);
  return rows.map((row) => row.name);
}

async function pathOf(database: ReadDatabase, tenantId: number, organizationId: string): Promise<string | undefined> {
  const found = await database
    .selectFrom("organization")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", organizationId)
    .select("path")
    .executeTakeFirst();
  return found?.path;
}

/** At the path or below. Labels are figures and small letters, after all of which "~" sorts. */
function below(path: string): RawBuilder<unknown> {
  const isTop = path.indexOf(".") === path.length - 1;
  if (isTop) return sql`e.place IS NOT NULL`;
  return sql`e.place COLLATE "C" >= ${path} AND e.place COLLATE "C" < ${`${path}~`}`;
}
