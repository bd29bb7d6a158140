import type { Month } from "@dutyloop/domain/kernel/plain-date.ts";
import type pg from "pg";

/** What a write asks for at its beginning; none of it costs a round trip of its own. */
export type Opening = {
  /** Months it may post facts in: held open by a shared lock until the end (closing takes it exclusively). */
  readonly months?: readonly Month[];
  readonly idempotency?: { readonly accountId: string; readonly key: string };
};

export type Opened = {
  readonly closedMonths: readonly Month[];
  /** What an earlier request with the same key was answered. */
  readonly stored: { readonly digest: string; readonly answer: unknown } | null;
};

/** First number of the advisory lock of a month; the second tells group and month apart. */
const monthLock = 7_080_003;

/** Number of a month for its advisory lock: months since year 0, groups 6000 apart. */
export function monthLockNumber(tenantId: number, month: Month): number {
  return tenantId * 6000 + (Number(month.slice(0, 4)) - 1900) * 12 + Number(month.slice(5));
}

/**
 * Begins a transaction of one group. In the same round trip it holds the months open that the work may post in,
 * reads which months are closed (after the lock, so that a close can't slip in between), and looks up the stored answer.
 */
export async function openTransaction(client: pg.ClientBase, tenantId: number, opening: Opening): Promise<Opened> {
  const statements = ["BEGIN", `SET LOCAL dutyloop.tenant = ${tenantId}`];
  const months = opening.months ?? [];
  for (const month of [...months].sort()) {
    statements.push(`SELECT pg_advisory_xact_lock_shared(${monthLock}, ${monthLockNumber(tenantId, month)})`);
  }
  if (months.length > 0) {
    statements.push(
      `SELECT to_char(month, 'YYYY-MM') AS month FROM period WHERE tenant_id = ${tenantId} AND state = 'closed'`,
    );
  }
  if (opening.idempotency) {
    const { accountId, key } = opening.idempotency;
    statements.push(
      `SELECT request_digest AS digest, answer FROM idempotency WHERE tenant_id = ${tenantId}
       AND account_id = ${client.escapeLiteral(accountId)} AND key = ${client.escapeLiteral(key)}`,
    );
  }
  const results = (await client.query(statements.join("; "))) as unknown as { rows: Record<string, unknown>[] }[];
  const rest = results.slice(2 + months.length);
  const closed = months.length > 0 ? (rest.shift()?.rows ?? []) : [];
  const stored = rest[0]?.rows[0];
  return {
    closedMonths: closed.map((row) => row.month as Month),
    stored: stored ? { digest: stored.digest as string, answer: stored.answer } : null,
  };
}
