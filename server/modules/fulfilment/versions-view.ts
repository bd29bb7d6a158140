import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { covers } from "@dutyloop/domain/identity/access-policy.ts";
import { sql } from "kysely";
import type { ReadRequest } from "../../platform/http/route.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import { partsOfOthers, withoutPartsOfOthers } from "./parts-of-others.ts";
import { enteredAs, standingRecord } from "./standing-record.ts";
import { changesBetween, type Wording } from "./version-changes.ts";

type Version = Omit<Answer<"listRecordVersions">["items"][number], "recordedAt" | "changes"> &
  Wording & { recordedAt: Date };

type Check = Omit<Answer<"listRecordVersions">["checks"][number], "checkedAt"> & { checkedAt: Date };

/** Every wording of a record, the newest first, who took it back and why, and what checks of it came to. */
export async function listRecordVersions({
  database,
  tenantId,
  scope,
  params,
}: ReadRequest<"listRecordVersions">): Promise<Answer<"listRecordVersions">> {
  const record = await standingRecord(database, tenantId, params.recordId, false);
  if (!record?.hosts.some(({ path }) => covers(scope, path))) throw notFound();
  const { rows } = await sql<Version>`
    SELECT v.version, v.reason, v.recorded_at AS "recordedAt", a.display_name AS "recordedBy", v.body,
      coalesce(p.people, '') AS people, coalesce(p.present, 0) AS present, coalesce(p.expected, 0) AS expected
    FROM record_version v
    LEFT JOIN LATERAL (
      SELECT md5(string_agg(concat_ws(' ', host, person_id, name, capacity, presence, reason), E'\\n' ORDER BY position)) AS people,
        count(*) FILTER (WHERE capacity = 'member' AND presence = 'present' AND NOT exempt)::int AS present,
        count(*) FILTER (WHERE capacity = 'member' AND NOT exempt)::int AS expected
      FROM record_participant WHERE tenant_id = v.tenant_id AND record_id = v.record_id AND version = v.version
    ) p ON true
    JOIN account a ON a.tenant_id = v.tenant_id AND a.id = v.recorded_by
    WHERE v.tenant_id = ${tenantId} AND v.record_id = ${params.recordId} ORDER BY v.version DESC`.execute(database);
  const revoked = await sql<{ reason: string; at: Date; by: string }>`
    SELECT r.revoked_reason AS reason, r.revoked_at AS at, a.display_name AS by FROM record r
    JOIN account a ON a.tenant_id = r.tenant_id AND a.id = r.revoked_by
    WHERE r.tenant_id = ${tenantId} AND r.id = ${params.recordId}`.execute(database);
  const [taken] = revoked.rows;
  const checks = await sql<Check>`
    SELECT state, reason, version, checked_at AS "checkedAt" FROM record_sample_item
    WHERE tenant_id = ${tenantId} AND record_id = ${params.recordId} AND checked_at IS NOT NULL
    ORDER BY checked_at DESC, sample_id`.execute(database);
  return {
    items: rows.map((row, at) => {
      const { version, reason, recordedAt, recordedBy } = row;
      const before = rows[at + 1];
      const changes = before ? changesBetween(before, row) : [];
      return { version, reason, recordedAt: recordedAt.toISOString(), recordedBy, changes };
    }),
    revoked: taken ? { ...taken, at: taken.at.toISOString() } : null,
    checks: checks.rows.map((check) => ({ ...check, checkedAt: check.checkedAt.toISOString() })),
  };
}

/**
 * What was sent for the current version, to be corrected, for whoever may do so at one of its hosts: without the parts of
 * the others, which stand as they are.
 */
export async function getRecordEntry({
  database,
  tenantId,
  scope,
  params,
}: ReadRequest<"getRecordEntry">): Promise<Answer<"getRecordEntry">> {
  const record = await standingRecord(database, tenantId, params.recordId, false);
  const mine = (path: string) => covers(scope, path);
  if (!record?.hosts.some(({ path }) => mine(path))) throw notFound();
  const others = partsOfOthers(record, mine);
  const { organizationId, ...entry } = withoutPartsOfOthers(enteredAs(record), others);
  return { organizationId, version: record.version, state: record.state, entry, others: others.size };
}
