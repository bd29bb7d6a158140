import { branchKinds } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";

export type GroupStatus = {
  group: { code: string; name: string };
  counts: Record<string, number>;
  backlog: Backlog;
};

export type Backlog = {
  outbox: number;
  unsealedAudit: number;
  oldestOutboxSeconds: number;
  oldestUnsealedSeconds: number;
};

/** How much of everything one group holds, by key, and what waits in its queues. */
export async function groupStatus(database: ReadDatabase, tenantId: number, now: Date): Promise<GroupStatus> {
  const group = await database
    .selectFrom("tenant")
    .where("tenant_id", "=", tenantId)
    .select(["code", "name"])
    .executeTakeFirstOrThrow();
  const { rows } = await sql<Record<string, number>>`
    SELECT ${organizationCounts(tenantId)}, ${countOf("person", "people", tenantId)},
      (SELECT count(*)::int FROM membership WHERE tenant_id = ${tenantId} AND valid_to IS NULL AND state = 'FULL') AS full_members,
      (SELECT count(*)::int FROM membership WHERE tenant_id = ${tenantId} AND valid_to IS NULL AND state = 'PROBATIONARY') AS probationary_members,
      ${sql.join(tables.map(([table, key]) => countOf(table, key, tenantId)))}`.execute(database);
  return { group, counts: rows[0] ?? {}, backlog: await backlogOf(database, tenantId, now) };
}

/** What waits to be scored and to be sealed. */
export async function backlogOf(database: ReadDatabase, tenantId: number, now: Date): Promise<Backlog> {
  const { rows } = await sql<Backlog>`
    SELECT (SELECT count(*)::int FROM outbox WHERE tenant_id = ${tenantId}) AS outbox,
      (SELECT count(*)::int FROM audit_unsealed WHERE tenant_id = ${tenantId}) AS "unsealedAudit",
      coalesce((SELECT greatest(0, extract(epoch FROM ${now}::timestamptz - min(recorded_at)))::int FROM outbox WHERE tenant_id = ${tenantId}), 0) AS "oldestOutboxSeconds",
      coalesce((SELECT greatest(0, extract(epoch FROM ${now}::timestamptz - min(e.recorded_at)))::int FROM audit_unsealed w
        JOIN audit_entry e ON e.tenant_id = w.tenant_id AND e.id = w.entry_id WHERE w.tenant_id = ${tenantId}), 0) AS "oldestUnsealedSeconds"`.execute(
    database,
  );
  const [found] = rows;
  if (!found) throw new Error("A count has no row");
  return found;
}

const tables: [string, string][] = [
  ["appointment", "appointments"],
  ["account", "accounts"],
  ["role_grant", "role_grants"],
  ["template_version", "template_versions"],
  ["plan", "plans"],
  ["obligation", "obligations"],
  ["record", "records"],
  ["record_participant", "record_participants"],
  ["vote_tally", "vote_tallies"],
  ["discharge", "discharges"],
  ["file", "files"],
  ["fact", "facts"],
  ["indicator_version", "indicator_versions"],
  ["scheme_version", "scheme_versions"],
  ["score_sheet", "score_sheets"],
  ["audit_entry", "audit_entries"],
];

function countOf(table: string, key: string, tenantId: number) {
  return sql`(SELECT count(*)::int FROM ${sql.table(table)} WHERE tenant_id = ${tenantId}) AS ${sql.ref(key)}`;
}

/** 党小组 and 领导小组 are nodes of the tree but no 基层党组织. */
function organizationCounts(tenantId: number) {
  const kinds = (list: readonly string[], key: string) =>
    sql`(SELECT count(*)::int FROM organization WHERE tenant_id = ${tenantId} AND valid_to IS NULL AND kind = ANY(${[...list]})) AS ${sql.ref(key)}`;
  return sql.join([
    kinds(["PARTY_GROUP", "COMMITTEE", "OFFICE_COMMITTEE"], "committees"),
    kinds(["GENERAL_BRANCH"], "general_branches"),
    kinds(branchKinds, "branches"),
    kinds(["GROUP"], "party_groups"),
    kinds(["LEADING_GROUP"], "leading_groups"),
  ]);
}
