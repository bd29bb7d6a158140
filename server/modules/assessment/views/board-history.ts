import type { Period } from "@dutyloop/domain/assessment/period-things.ts";
import { previousPeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type RawBuilder, sql } from "kysely";
import { unseen } from "../../../platform/db/unseen.ts";
import type { BoardKey } from "./board-classes.ts";

/** Totals of one organisation: published ones by first day, and the adjusted one of the period in view. */
type History = { readonly totals: ReadonlyMap<PlainDate, string | null>; readonly adjusted: string | null };

/** So many periods of the same length up to this one. */
export function periodsUpTo(period: Period, count: number): Period[] {
  const periods = [period];
  while (periods.length < count) periods.unshift(previousPeriod(periods[0] as Period));
  return periods;
}

/** What every page reads beside its rows `page`, so that no second statement has to be made for them. */
export type BesideQuery = {
  readonly key: BoardKey;
  /** First and last day of the history. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** First day of the period whose adjusted total is wanted; null for none. */
  readonly adjustedOf: PlainDate | null;
  /** The last published board of the class. */
  readonly previousId: string | null;
};
export type BesideRow = {
  readonly totals: string | null;
  readonly rankBefore: number | null;
  readonly totalBefore: string | null;
  readonly wasOnBoard: boolean;
};

/**
 * Columns: totals of the newest versions as "2026-02-01 88.42,…", an adjusted total of the period in view with a star,
 * and where the organisation stood on the last published board.
 */
export function besideColumns({ key, from, to, adjustedOf }: BesideQuery): RawBuilder<unknown> {
  return sql`(SELECT string_agg(h.period_from || CASE h.basis WHEN 'adjusted' THEN '*' ELSE '' END || ' ' || coalesce(h.total::text, ''),
      ',' ORDER BY h.period_from, h.period_version)
    FROM score_sheet h WHERE h.tenant_id = ${key.tenantId} AND h.organization_id = page.organization_id AND h.scheme_code = ${key.scheme}
      AND h.period_from >= ${unseen(from, "date")} AND h.period_from <= ${unseen(to, "date")}
      AND (h.basis = 'published' OR h.period_from = ${adjustedOf}::date)) AS totals,
    was.rank AS "rankBefore", was.total::text AS "totalBefore", was.board_id IS NOT NULL AS "wasOnBoard"`;
}

/** The row that `besideColumns` reads of the last published board; LIMIT keeps PostgreSQL from reading the whole board. */
export function besideTable({ key, previousId }: BesideQuery): RawBuilder<unknown> {
  return sql`LATERAL (SELECT w.board_id, w.rank, w.total FROM board_row w WHERE w.tenant_id = ${key.tenantId} AND w.board_id = ${previousId}::uuid
    AND w.organization_id = page.organization_id LIMIT 1) was ON true`;
}

/** What was read beside one row. */
export type Beside = {
  readonly history: History;
  readonly before: { rank: number | null; total: string | null } | null;
};

export function besideOf({ totals, rankBefore, totalBefore, wasOnBoard }: BesideRow): Beside {
  return { history: historyOf(totals ?? ""), before: wasOnBoard ? { rank: rankBefore, total: totalBefore } : null };
}

function historyOf(text: string): History {
  const totals = new Map<PlainDate, string | null>();
  let adjusted: string | null = null;
  for (const entry of text.split(",")) {
    const [day = "", total = ""] = entry.split(" ");
    if (day.endsWith("*")) adjusted = total;
    else totals.set(day, total === "" ? null : total);
  }
  return { totals, adjusted: adjusted === "" ? null : adjusted };
}
