import type { Month } from "@dutyloop/domain/kernel/plain-date.ts";
import { CompiledQuery } from "kysely";
import type pg from "pg";
import type { Transaction } from "./pools.ts";

/** What a write asks for at its beginning; none of it costs a round trip of its own. */
export type Opening = {
  /** Months it may post facts in: held open by a shared lock until the end (closing takes it exclusively). */
  readonly months?: readonly Month[];
  /** Months whose books it closes or opens again: nobody else posts in them until the end. */
  readonly closes?: readonly Month[];
  readonly idempotency?: { readonly accountId: string; readonly key: string };
};

export type Opened = {
  /** Months that take no ordinary entries: in publicity or closed. */
  readonly closedMonths: readonly Month[];
  /** Number of the closing that facts of this transaction come before; 1 where nothing was asked of the months. */
  readonly nextClosing: number;
  /** What an earlier request with the same key was answered. */
  readonly stored: { readonly digest: string; readonly answer: unknown } | null;
};

/** First number of the advisory lock of a month; the second tells group and month apart. */
const monthLock = 7_080_003;

/** Number of a month for its advisory lock: months since year 0, groups 6000 apart. */
export function monthLockNumber(tenantId: number, month: Month): number {
  return tenantId * 6000 + (Number(month.slice(0, 4)) - 1900) * 12 + Number(month.slice(5));
}

type Books = Pick<Opened, "closedMonths" | "nextClosing">;
type BooksRow = { closed: Month[] | null; next_closing: number };

const holdOpen = "SELECT pg_advisory_xact_lock_shared($1, number) FROM unnest($2::int[]) AS number";
const holdAlone = "SELECT pg_advisory_xact_lock($1, number) FROM unnest($2::int[]) AS number";
const books = `SELECT
  (SELECT json_agg(to_char(period_from, 'YYYY-MM')) FROM period WHERE tenant_id = $1 AND span = 'month' AND state <> 'open') AS closed,
  (SELECT coalesce(max(closing), 0) + 1 FROM period_closing WHERE tenant_id = $1) AS next_closing`;
const closedAndStored = `${books},
  (SELECT json_build_object('digest', request_digest, 'answer', answer) FROM idempotency
    WHERE tenant_id = $1 AND account_id = $2 AND key = $3) AS stored`;

/**
 * Begins a transaction of one group on a client with a pipeline. In the same write it holds the months open that the work
 * may post in, in their order, reads which months are closed (after the lock, so that a close can't slip in between), and
 * looks up the stored answer.
 */
export async function openTransaction(client: pg.ClientBase, tenantId: number, opening: Opening): Promise<Opened> {
  const { months = [], closes = [], idempotency } = opening;
  const sent: Promise<pg.QueryResult>[] = [client.query(`BEGIN; SET LOCAL dutyloop.tenant = ${tenantId}`)];
  const lock = (text: string, held: readonly Month[]) => {
    if (held.length === 0) return;
    const numbers = [...held].sort().map((month) => monthLockNumber(tenantId, month));
    sent.push(client.query(text, [monthLock, numbers]));
  };
  lock(holdAlone, closes);
  lock(
    holdOpen,
    months.filter((month) => !closes.includes(month)),
  );
  if (months.length + closes.length > 0 || idempotency) {
    const { accountId = null, key = null } = idempotency ?? {};
    sent.push(client.query(closedAndStored, [tenantId, accountId, key]));
  }
  const row = (await Promise.all(sent)).at(-1)?.rows?.[0];
  return {
    ...booksOf(row),
    stored: (row?.stored ?? null) as Opened["stored"],
  };
}

function booksOf(row: BooksRow | undefined): Books {
  return { closedMonths: row?.closed ?? [], nextClosing: row?.next_closing ?? 1 };
}

/** Holds further months open in a transaction that is under way, and says again which are closed. */
export async function holdMonths(transaction: Transaction, tenantId: number, months: readonly Month[]): Promise<Books> {
  const numbers = months.map((month) => monthLockNumber(tenantId, month)).sort((a, b) => a - b);
  await transaction.executeQuery(CompiledQuery.raw(holdOpen, [monthLock, numbers]));
  const { rows } = await transaction.executeQuery(CompiledQuery.raw(books, [tenantId]));
  return booksOf(rows[0] as BooksRow | undefined);
}
