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

const holdOpen = "SELECT pg_advisory_xact_lock_shared($1, number) FROM unnest($2::int[]) AS number";
const closedAndStored = `SELECT
  (SELECT json_agg(to_char(month, 'YYYY-MM')) FROM period WHERE tenant_id = $1 AND state = 'closed') AS closed,
  (SELECT json_build_object('digest', request_digest, 'answer', answer) FROM idempotency
    WHERE tenant_id = $1 AND account_id = $2 AND key = $3) AS stored`;

/**
 * Begins a transaction of one group on a client with a pipeline. In the same write it holds the months open that the work
 * may post in, in their order, reads which months are closed (after the lock, so that a close can't slip in between), and
 * looks up the stored answer.
 */
export async function openTransaction(client: pg.ClientBase, tenantId: number, opening: Opening): Promise<Opened> {
  const { months = [], idempotency } = opening;
  const sent: Promise<pg.QueryResult>[] = [client.query(`BEGIN; SET LOCAL dutyloop.tenant = ${tenantId}`)];
  if (months.length > 0) {
    const numbers = [...months].sort().map((month) => monthLockNumber(tenantId, month));
    sent.push(client.query(holdOpen, [monthLock, numbers]));
  }
  if (months.length > 0 || idempotency) {
    const { accountId = null, key = null } = idempotency ?? {};
    sent.push(client.query(closedAndStored, [tenantId, accountId, key]));
  }
  const row = (await Promise.all(sent)).at(-1)?.rows?.[0];
  return { closedMonths: (row?.closed ?? []) as Month[], stored: (row?.stored ?? null) as Opened["stored"] };
}
