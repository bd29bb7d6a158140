import type { Period, Span } from "@dutyloop/domain/assessment/period-things.ts";
import { periodOf } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { ReadDatabase, Transaction } from "../../platform/db/pools.ts";
import { scoreDirty } from "../../platform/facts/post-facts.ts";
import { treeChanged } from "../../platform/facts/tree-changed.ts";
import { adoptionsOf } from "./adoptions.ts";
import { type StoredPeriod, storedPeriods } from "./period-standing.ts";
import { type CountedSheet, rebuildTotals } from "./rebuild-totals.ts";
import { adoptedSchemes } from "./rescore.ts";

/** Takes what says that organisations stand elsewhere out of the queue: first days of months, from which on they do. */
export async function takeTreeChanges(transaction: Transaction, tenantId: number): Promise<PlainDate[]> {
  const { rows } = await sql<{
    month: PlainDate;
  }>`DELETE FROM outbox WHERE tenant_id = ${tenantId} AND topic = ${treeChanged}
    RETURNING month`.execute(transaction);
  return rows.map(({ month }) => month);
}

/**
 * Puts together anew what is summed up along the tree from the earliest of these months on; what has ended its entries
 * keeps its structure. Whose own score may be another is asked for in the queue.
 */
export async function rebuildChangedTree(
  transaction: Transaction,
  definitions: ReadDatabase,
  tenantId: number,
  months: readonly PlainDate[],
  now: Date,
): Promise<void> {
  const [from] = months.toSorted();
  if (from === undefined) return;
  const schemes = await adoptedSchemes(definitions, tenantId, await adoptionsOf(transaction, tenantId));
  for (const { code, cadence } of schemes) {
    const { rows: known } = await sql<{ from: PlainDate }>`SELECT DISTINCT period_from AS "from" FROM score_rollup
      WHERE tenant_id = ${tenantId} AND organization_id = ${top(tenantId)} AND scheme_code = ${code}
        AND period_from >= ${periodOf(cadence, from).from}::date`.execute(transaction);
    for (const period of await openOnes(transaction, tenantId, cadence, known)) {
      await rebuildBoards(transaction, tenantId, code, period, now);
    }
  }
  const { rows: summed } = await sql<{ from: PlainDate }>`SELECT DISTINCT month AS "from" FROM metric_rollup
    WHERE tenant_id = ${tenantId} AND organization_id = ${top(tenantId)} AND month >= ${from}::date`.execute(
    transaction,
  );
  for (const month of await openOnes(transaction, tenantId, "month", summed))
    await rebuildSums(transaction, tenantId, month);
}

const top = (tenantId: number) =>
  sql`(SELECT id FROM organization WHERE tenant_id = ${tenantId} AND parent_id IS NULL)`;

async function openOnes(
  transaction: Transaction,
  tenantId: number,
  span: Span,
  known: readonly { from: PlainDate }[],
): Promise<StoredPeriod[]> {
  const periods = known.map(({ from }) => periodOf(span, from));
  return (await storedPeriods(transaction, tenantId, periods)).filter(({ state }) => state === "open");
}

/** Where each organisation stands on the last day of a period, or on its own last day before that. */
const placedIn = (tenantId: number, { to }: Period) => sql`(
  SELECT o.id, p.path, coalesce(p.class, '') AS class, o.valid_from, o.valid_to
  FROM organization o JOIN organization_place p ON p.tenant_id = o.tenant_id AND p.organization_id = o.id
    AND p.valid_from <= least(${to}::date, o.valid_to) AND (p.valid_to IS NULL OR p.valid_to >= least(${to}::date, o.valid_to))
  WHERE o.tenant_id = ${tenantId})`;

async function rebuildBoards(
  transaction: Transaction,
  tenantId: number,
  schemeCode: string,
  period: StoredPeriod,
  now: Date,
): Promise<void> {
  const ofPeriod = sql`s.tenant_id = ${tenantId} AND s.scheme_code = ${schemeCode} AND s.period_from = ${period.from}::date
    AND s.period_version = ${period.version}`;
  // Whose rank, class or place may be another now is for the scoring to say, and whose sheet rolled theirs up or will: a
  // path is made of the labels of those above.
  await sql`
    WITH moved AS (
      SELECT s.path || coalesce(p.path, '') AS paths FROM score_sheet s LEFT JOIN ${placedIn(tenantId, period)} p ON p.id = s.organization_id
      WHERE ${ofPeriod} AND s.basis = 'published' AND (p.id IS NULL OR s.path <> p.path OR s.class <> p.class OR s.order_key = ''
        OR p.valid_from > ${period.from}::date OR p.valid_to < ${period.to}::date)
    )
    INSERT INTO outbox (tenant_id, topic, organization_id, month, recorded_at)
    SELECT o.tenant_id, ${scoreDirty}, o.id, ${period.from}::date, ${now}::timestamptz FROM organization o
    WHERE o.tenant_id = ${tenantId} AND o.kind <> 'GROUP'
      AND o.label IN (SELECT unnest(string_to_array(rtrim(paths, '.'), '.'))::int FROM moved)`.execute(transaction);
  await sql`DELETE FROM score_sheet s WHERE ${ofPeriod}
    AND NOT EXISTS (SELECT 1 FROM ${placedIn(tenantId, period)} p WHERE p.id = s.organization_id)`.execute(transaction);
  await sql`UPDATE score_sheet s SET path = p.path FROM ${placedIn(tenantId, period)} p
    WHERE ${ofPeriod} AND p.id = s.organization_id AND s.path <> p.path`.execute(transaction);
  const { rows } = await sql<CountedSheet>`
    SELECT s.basis, s.path, s.class, s.total, s.order_key FROM score_sheet s WHERE ${ofPeriod}`.execute(transaction);
  await rebuildTotals(transaction, tenantId, schemeCode, period, rows);
}

/** What each organisation has itself stays; of those at and below it is added up anew along the places of the month's end. */
async function rebuildSums(transaction: Transaction, tenantId: number, month: StoredPeriod): Promise<void> {
  const ofMonth = sql`m.tenant_id = ${tenantId} AND m.month = ${month.from}::date`;
  await sql`DELETE FROM metric_rollup m WHERE ${ofMonth}
    AND NOT EXISTS (SELECT 1 FROM organization o WHERE o.tenant_id = m.tenant_id AND o.id = m.organization_id)`.execute(
    transaction,
  );
  await sql`UPDATE metric_rollup m SET subtree_count = 0, subtree_quantity = 0, subtree_base = 0 WHERE ${ofMonth}`.execute(
    transaction,
  );
  await sql`
    INSERT INTO metric_rollup AS m (tenant_id, organization_id, month, kind, subtree_count, subtree_quantity, subtree_base)
    SELECT m.tenant_id, a.organization_id, m.month, m.kind, sum(m.own_count), sum(m.own_quantity), sum(m.own_base)
    FROM metric_rollup m JOIN ${placedIn(tenantId, month)} p ON p.id = m.organization_id
    CROSS JOIN LATERAL (
      SELECT p.id AS organization_id
      UNION ALL
      SELECT above.organization_id
      FROM (SELECT string_to_array(rtrim(p.path, '.'), '.') AS labels) own
      CROSS JOIN LATERAL generate_series(1, cardinality(own.labels) - 1) AS depth
      JOIN organization_place above ON above.tenant_id = ${tenantId} AND above.path = array_to_string(own.labels[1:depth], '.') || '.'
        AND above.valid_from <= ${month.to}::date AND (above.valid_to IS NULL OR above.valid_to >= ${month.to}::date)
    ) a
    WHERE ${ofMonth} GROUP BY m.tenant_id, a.organization_id, m.month, m.kind
    ON CONFLICT (tenant_id, organization_id, month, kind) DO UPDATE SET subtree_count = excluded.subtree_count,
      subtree_quantity = excluded.subtree_quantity, subtree_base = excluded.subtree_base`.execute(transaction);
}
