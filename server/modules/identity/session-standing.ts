import { sessionState } from "@dutyloop/domain/identity/lockout-rules.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";

type Row = { digest: string; started_at: Date | null; last_seen_at: Date | null; standing: string };

/**
 * How sessions and personal tokens stand, told as a text that changes with the account's grants, with where those lie and
 * with the day; what has ended is left out. Asking is no sign of the user: a session that is only watched runs out.
 */
export async function standingOfSessions(
  database: ReadDatabase,
  tenantId: number,
  digests: readonly string[],
  now: Date,
  today: PlainDate,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<Row>`
    WITH known AS (
      SELECT token_digest AS digest, account_id, started_at, last_seen_at FROM session
        WHERE tenant_id = ${tenantId} AND token_digest = ANY(${[...digests]}::text[])
      UNION ALL SELECT token_digest, account_id, NULL, NULL FROM personal_token
        WHERE tenant_id = ${tenantId} AND token_digest = ANY(${[...digests]}::text[])
          AND revoked_at IS NULL AND expires_on >= ${today}::date
    )
    SELECT k.digest, k.started_at, k.last_seen_at, md5(concat_ws('|', ${today}::text, a.must_change_password::text, (
        SELECT string_agg(concat_ws(' ', g.role, o.path, g.valid_from, g.valid_to), ',' ORDER BY g.id)
        FROM role_grant g JOIN organization o ON o.tenant_id = g.tenant_id AND o.id = g.organization_id
        WHERE g.tenant_id = a.tenant_id AND g.account_id = a.id))) AS standing
    FROM known k JOIN account a ON a.tenant_id = ${tenantId} AND a.id = k.account_id AND a.state = 'active'`.execute(
    database,
  );
  const lives = ({ started_at: startedAt, last_seen_at: lastSeenAt }: Row) =>
    startedAt === null || lastSeenAt === null || sessionState({ startedAt, lastSeenAt }, now) === "live";
  return new Map(rows.filter(lives).map(({ digest, standing }) => [digest, standing]));
}
