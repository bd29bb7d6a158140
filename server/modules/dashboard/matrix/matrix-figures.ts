import { addFigures, noDuties } from "@dutyloop/domain/duties/matrix-rules.ts";
import type { DutyFigures } from "@dutyloop/domain/duties/matrix-things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type RawBuilder, sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { monthRows, stoodThen, type ViewedMonth } from "./months.ts";

export type Asked = {
  readonly database: ReadDatabase;
  readonly tenantId: number;
  readonly today: PlainDate;
  readonly months: readonly ViewedMonth[];
};
/** Figures by what they are of and the first day of the month, as one text. */
export type FiguresByKey = ReadonlyMap<string, DutyFigures>;
type Row = DutyFigures & { readonly of: string; readonly first: PlainDate };

/** What these organisations have in these months, themselves or with all below, as it is kept. */
export async function keptFigures(
  { database, tenantId, today, months }: Asked,
  ids: readonly string[],
  whose: "own" | "subtree",
): Promise<FiguresByKey> {
  const sum = (name: string) => sql.ref(`${whose}_${name}`);
  const [from, to] = [months[0]?.first ?? today, months.at(-1)?.first ?? today];
  const which = sql`tenant_id = ${tenantId} AND organization_id = ANY(${[...ids]}::uuid[])
    AND month >= ${from}::date AND month <= ${to}::date`;
  const { rows } = await sql<Row>`
    SELECT organization_id AS "of", month AS first, sum(${sum("owed")})::int AS owed, sum(${sum("done")})::int AS done,
      coalesce(sum(${sum("open")}) FILTER (WHERE deadline < ${today}::date), 0)::int AS overdue, 0 AS late
    FROM duty_rollup WHERE ${which} GROUP BY 1, 2
    UNION ALL
    SELECT organization_id, month, 0, 0, 0, ${sum("late")} FROM record_rollup WHERE ${which} AND ${sum("late")} <> 0`.execute(
    database,
  );
  return byKey(rows);
}

/** SQL: so many of the duties `ob` are open although their deadline has passed. */
export const overdue = (today: PlainDate) => sql`(count(*) FILTER (WHERE ob.state IN ('todo', 'in_progress', 'returned')
  AND coalesce(ob.extended_to, ob.due_on) < ${today}::date))::int`;

/** One kind of work of these organisations themselves, counted from the duties and records. */
export async function ownFiguresOf(
  { database, tenantId, today, months }: Asked,
  ids: readonly string[],
  template: string,
): Promise<FiguresByKey> {
  const [from, to] = [months[0]?.first ?? today, months.at(-1)?.last ?? today];
  const { rows } = await sql<Row>`
    SELECT ob.organization_id AS "of", date_trunc('month', ob.due_on)::date AS first, count(*)::int AS owed,
      (count(*) FILTER (WHERE ob.state = 'discharged'))::int AS done, ${overdue(today)} AS overdue, 0 AS late
    FROM obligation ob WHERE ob.tenant_id = ${tenantId} AND ob.organization_id = ANY(${[...ids]}::uuid[])
      AND ob.due_on >= ${from}::date AND ob.due_on <= ${to}::date AND ob.state <> 'waived' AND ob.template_code = ${template}
    GROUP BY 1, 2
    UNION ALL
    SELECT h.organization_id, date_trunc('month', h.occurred_on)::date, 0, 0, 0, count(DISTINCT h.record_id)::int
    FROM record_host h JOIN record r ON r.tenant_id = h.tenant_id AND r.id = h.record_id AND h.late_entry AND r.state <> 'revoked'
      AND ${template} = ANY(r.template_codes)
    WHERE h.tenant_id = ${tenantId} AND h.organization_id = ANY(${[...ids]}::uuid[])
      AND h.occurred_on >= ${from}::date AND h.occurred_on <= ${to}::date
    GROUP BY 1, 2`.execute(database);
  return byKey(rows);
}

/**
 * What everybody at and below the organisation in view has, by the label of its child that stands above them ('' for
 * itself): counted from the duties and records, for a structure or a kind of work that no sums are kept of.
 */
export async function figuresBelow(
  { database, tenantId, today, months }: Asked,
  template: string | null,
): Promise<FiguresByKey> {
  const child = sql`split_part(substr(p.path, length(k.path) + 1), '.', 1)`;
  const below = sql`${monthRows(months)}
    JOIN organization_place p ON p.tenant_id = ${tenantId} AND p.path >= k.path AND p.path < k.after
    JOIN organization o ON o.tenant_id = p.tenant_id AND o.id = p.organization_id AND ${stoodThen}`;
  const ofWork = (condition: RawBuilder<unknown>) => (template === null ? sql`true` : condition);
  const { rows } = await sql<Row>`
    SELECT ${child} AS "of", k.first, count(*)::int AS owed, (count(*) FILTER (WHERE ob.state = 'discharged'))::int AS done,
      ${overdue(today)} AS overdue, 0 AS late
    FROM ${below} JOIN obligation ob ON ob.tenant_id = o.tenant_id AND ob.organization_id = o.id AND ob.due_on >= k.first
      AND ob.due_on <= k.last AND ob.state <> 'waived' AND ${ofWork(sql`ob.template_code = ${template}`)}
    GROUP BY 1, 2
    UNION ALL
    SELECT ${child}, k.first, 0, 0, 0, count(DISTINCT (h.organization_id, h.record_id))::int
    FROM ${below} JOIN record_host h ON h.tenant_id = o.tenant_id AND h.organization_id = o.id AND h.occurred_on >= k.first
      AND h.occurred_on <= k.last
    JOIN record r ON r.tenant_id = h.tenant_id AND r.id = h.record_id AND h.late_entry AND r.state <> 'revoked'
      AND ${ofWork(sql`${template} = ANY(r.template_codes)`)}
    GROUP BY 1, 2`.execute(database);
  return byKey(rows);
}

function byKey(rows: readonly Row[]): FiguresByKey {
  const figures = new Map<string, DutyFigures>();
  for (const { of, first, owed, done, overdue, late } of rows) {
    const key = `${of} ${first}`;
    figures.set(key, addFigures(figures.get(key) ?? noDuties, { owed, done, overdue, late }));
  }
  return figures;
}
