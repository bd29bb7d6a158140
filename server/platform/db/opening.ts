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
  const months = [...(opening.months ?? [])].sort();
  const statements = ["BEGIN", `SET LOCAL dutyloop.tenant = ${tenantId}`];
  if (months.length > 0) statements.push(holdOpen(tenantId, months));
  const reads = months.length > 0 || opening.idempotency !== undefined;
  if (reads)
    statements.push(
      `SELECT ${closedMonths(tenantId, months)} AS closed, ${storedAnswer(client, tenantId, opening)} AS stored`,
    );
  const results = (await client.query(statements.join("; "))) as unknown as { rows: Record<string, unknown>[] }[];
  const row = reads ? results.at(-1)?.rows[0] : undefined;
  return {
    closedMonths: (row?.closed ?? []) as Month[],
    stored: (row?.stored ?? null) as Opened["stored"],
  };
}

/** In the order of the months, as every writer takes them. */
function holdOpen(tenantId: number, months: readonly Month[]): string {
  const numbers = months.map((month) => monthLockNumber(tenantId, month));
  return `SELECT pg_advisory_xact_lock_shared(${monthLock}, number) FROM unnest('{${numbers.join(",")}}'::int[]) AS number`;
}

function closedMonths(tenantId: number, months: readonly Month[]): string {
  if (months.length === 0) return "NULL";
  return `(SELECT json_agg(to_char(month, 'YYYY-MM')) FROM period WHERE tenant_id = ${tenantId} AND state = 'closed')`;
}

function storedAnswer(client: pg.ClientBase, tenantId: number, { idempotency }: Opening): string {
  if (!idempotency) return "NULL";
  return `(SELECT json_build_object('digest', request_digest, 'answer', answer) FROM idempotency WHERE tenant_id = ${tenantId}
    AND account_id = ${client.escapeLiteral(idempotency.accountId)} AND key = ${client.escapeLiteral(idempotency.key)})`;
}
