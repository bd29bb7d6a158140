import { postedIn } from "@dutyloop/domain/assessment/periods/posting-rules.ts";
import {
  addMonths,
  firstDayOf,
  type Month,
  monthOf,
  monthsFromTo,
  type PlainDate,
} from "@dutyloop/domain/kernel/plain-date.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { Transaction } from "../../../platform/db/pools.ts";
import { reverseFacts, type StoredFact } from "../../../platform/facts/reverse-facts.ts";
import { pause } from "../../../platform/loops/progress.ts";
import type { Saving } from "../../../platform/ritual/saving.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";
import { factsOfRecords, type RecordFact } from "../../fulfilment/index.ts";

/** What a ledger has posted and what became of it. */
export type PostedByLedger = {
  readonly facts: readonly StoredFact[];
  /** Whether another act has reversed some of its facts since. */
  readonly reversed: boolean;
  readonly bookings: readonly Booking[];
  /** A month that its facts count or are booked in and that was closed since. */
  readonly closedSince: Month | null;
};
type Booking = { readonly counts: PlainDate; readonly booked: PlainDate };

export async function postedByLedger(
  transaction: Transaction,
  tenantId: number,
  importId: string,
): Promise<PostedByLedger> {
  const facts = await factsOfRecords(transaction, tenantId, await recordsOf(transaction, tenantId, importId));
  const bookings = bookingsOf(facts);
  const months = [...new Set(bookings.flatMap(({ counts, booked }) => [counts, booked]))];
  const since = facts.reduce((least, { closing }) => Math.min(least, closing), Number.MAX_SAFE_INTEGER);
  const closed = await sql<{ month: PlainDate }>`
    SELECT m.day AS month FROM unnest(${months}::date[]) AS m(day) JOIN period_closing c ON c.tenant_id = ${tenantId}
      AND c.closing >= ${since}::bigint AND c.period_from <= m.day AND m.day < c.period_from + CASE c.span
        WHEN 'month' THEN interval '1 month' WHEN 'quarter' THEN interval '3 months' WHEN 'half_year' THEN interval '6 months'
        ELSE interval '1 year' END
    ORDER BY 1 LIMIT 1`.execute(transaction);
  const [first] = closed.rows;
  return {
    facts: facts.filter(({ stands }) => stands),
    reversed: facts.some(({ stands }) => !stands),
    bookings,
    closedSince: first ? monthOf(first.month) : null,
  };
}

/** The different pairs of months in which facts count and are booked, the first first. */
function bookingsOf(facts: readonly RecordFact[]): Booking[] {
  const pairs = new Map<string, Booking>();
  for (const { countsOn, postedIn: booked } of facts) {
    const counts = firstDayOf(monthOf(countsOn));
    pairs.set(`${counts} ${booked}`, { counts, booked });
  }
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, booking]) => booking);
}

async function recordsOf(transaction: Transaction, tenantId: number, importId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM record
    WHERE tenant_id = ${tenantId} AND import_id = ${importId}::uuid`.execute(transaction);
  return rows.map(({ id }) => id);
}

/** The months that the stornos of its facts count or are booked in. */
export function monthsOfStornos({ bookings }: PostedByLedger, today: PlainDate): Month[] {
  const first = bookings[0];
  if (first === undefined) return [];
  const last = [monthOf(today), ...bookings.map(({ booked }) => monthOf(booked))].sort().at(-1) as Month;
  return monthsFromTo(monthOf(first.counts), addMonths(last, 1));
}

/** Why a ledger can't be taken back although it is a day old at most: its months or facts aren't as it left them. */
export function ledgerRefusal(
  { bookings, closedSince, reversed }: PostedByLedger,
  closedMonths: ReadonlySet<Month>,
): Refusal | null {
  if (closedSince !== null) return refuse("import.period_changed", { month: closedSince });
  const moved = bookings.find(({ counts, booked }) => firstDayOf(postedIn(counts, closedMonths)) !== booked);
  if (moved) return refuse("import.period_changed", { month: monthOf(moved.counts) });
  return reversed ? refuse("import.changed_since.records") : null;
}

/** Facts that are written at once. */
const atOnce = 2000;

/** Reverses what a ledger has posted and revokes its records; the duties it discharged are put back with its act. */
export async function takeLedgerBack(
  saving: Saving,
  context: Context,
  { facts }: PostedByLedger,
  importId: string,
): Promise<void> {
  for (let at = 0; at < facts.length; at += atOnce) {
    reverseFacts(saving, context, facts.slice(at, at + atOnce));
    await saving.flush();
    await pause();
  }
  const { tenantId } = context.actor;
  await sql`WITH revoked AS (UPDATE record SET state = 'revoked' WHERE tenant_id = ${tenantId} AND import_id = ${importId}::uuid
      RETURNING id)
    INSERT INTO record_to_word (tenant_id, record_id) SELECT ${tenantId}::int, id FROM revoked`.execute(
    saving.transaction,
  );
}
