import type { Period, PeriodStanding, PeriodState, Span } from "@dutyloop/domain/assessment/period-things.ts";
import { nameOfPeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { Saving } from "../../../platform/ritual/saving.ts";

type Row = Omit<PeriodStanding, "to"> & { readonly reason: string | null };
/** Where a period stands, and why it was opened again for this version; null in the first. */
export type StandingWithReason = PeriodStanding & { readonly reason: string | null };

/** The periods that ever left their first opening. */
async function rowsOf(database: ReadDatabase, tenantId: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT span, period_from AS "from", state, version, closing, publicity_from AS "publicityFrom", publicity_to AS "publicityTo",
      reason
    FROM period WHERE tenant_id = ${tenantId}`.execute(database);
  return rows;
}

/** Where a period of the group stands, and the states of all others by name; without a row it is open, version 1. */
export type Standings = {
  readonly standing: (period: Period) => StandingWithReason;
  readonly states: ReadonlyMap<string, PeriodState>;
};

export async function standings(database: ReadDatabase, tenantId: number): Promise<Standings> {
  const rows = await rowsOf(database, tenantId);
  const byName = new Map(rows.map((row) => [nameOfPeriod(row), row]));
  return {
    standing: (period) => ({ ...untouched, ...byName.get(nameOfPeriod(period)), ...period }),
    states: new Map(rows.map((row) => [nameOfPeriod(row), row.state])),
  };
}

const untouched = {
  state: "open",
  version: 1,
  closing: null,
  publicityFrom: null,
  publicityTo: null,
  reason: null,
} as const;

export async function standingOf(
  database: ReadDatabase,
  tenantId: number,
  period: Period,
): Promise<StandingWithReason> {
  return (await standings(database, tenantId)).standing(period);
}

/** Saves where a period stands now, and why this version was opened. */
export function saveStanding(saving: Saving, tenantId: number, period: PeriodStanding, reason: string | null): void {
  const { span, from, state, version, closing, publicityFrom, publicityTo } = period;
  saving.change(sql`
    INSERT INTO period (tenant_id, span, period_from, state, version, closing, publicity_from, publicity_to, reason)
    VALUES (${tenantId}, ${span}, ${from}::date, ${state}, ${version}::int, ${closing}::int, ${publicityFrom}::date, ${publicityTo}::date,
      ${reason})
    ON CONFLICT (tenant_id, span, period_from) DO UPDATE SET state = excluded.state, version = excluded.version,
      closing = excluded.closing, publicity_from = excluded.publicity_from, publicity_to = excluded.publicity_to,
      reason = excluded.reason`);
}

/** Number of the group's newest closing; 0 before the first. */
export async function newestClosing(database: ReadDatabase, tenantId: number): Promise<number> {
  const { rows } = await sql<{ newest: number }>`SELECT coalesce(max(closing), 0)::int AS newest FROM period_closing
    WHERE tenant_id = ${tenantId}`.execute(database);
  return rows[0]?.newest ?? 0;
}

/** A version of a period that ended its entries. */
export type ClosedVersion = {
  readonly version: number;
  readonly closing: number;
  readonly closedAt: Date;
  readonly reason: string | null;
};

/** The versions of the periods of one length that begin in these days, the newest first, by first day. */
export async function closedVersions(
  database: ReadDatabase,
  tenantId: number,
  span: Span,
  from: PlainDate,
  to: PlainDate,
): Promise<Map<PlainDate, ClosedVersion[]>> {
  const { rows } = await sql<ClosedVersion & { periodFrom: PlainDate }>`
    SELECT period_from AS "periodFrom", version, closing, closed_at AS "closedAt", reason FROM period_closing
    WHERE tenant_id = ${tenantId} AND span = ${span} AND period_from BETWEEN ${from}::date AND ${to}::date
    ORDER BY period_from, version DESC`.execute(database);
  return Map.groupBy(rows, (row) => row.periodFrom);
}
