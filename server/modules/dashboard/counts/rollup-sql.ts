import { branchKinds } from "@dutyloop/domain/organization/things.ts";
import { type RawBuilder, sql } from "kysely";

/** Which rows are counted: of the organisations and months of the table `key` of the statement, or all from a month on. */
type Which = "key" | { readonly from: string };

/** A table of sums: what tells its rows apart beside organisation and month, and what is summed up. */
export type Rollup = {
  readonly table: "duty_rollup" | "record_rollup";
  readonly keys: readonly string[];
  readonly measures: readonly string[];
  /** What each organisation has itself, counted from scratch: organisation, month, keys, measures. */
  readonly own: (tenantId: number, which: Which) => RawBuilder<unknown>;
};

/** FROM and WHERE over the rows of a table, as `row`, that are counted by a day. */
function counted(tenantId: number, which: Which, table: string, row: string, day: string): RawBuilder<unknown> {
  const [ofTable, on] = [sql`${sql.table(table)} ${sql.ref(row)}`, sql.ref(`${row}.${day}`)];
  const ofGroup = sql`${sql.ref(`${row}.tenant_id`)} = ${tenantId}`;
  if (which !== "key") return sql`FROM ${ofTable} WHERE ${ofGroup} AND ${on} >= ${which.from}::date`;
  return sql`FROM key k JOIN ${ofTable} ON ${ofGroup} AND ${sql.ref(`${row}.organization_id`)} = k.organization_id
    AND ${on} >= k.month AND ${on} < (k.month + interval '1 month')::date WHERE true`;
}

/** Duties by the day they are open until; what was waived isn't owed. */
export const dutyRollup: Rollup = {
  table: "duty_rollup",
  keys: ["deadline"],
  measures: ["owed", "done", "open", "owing", "behind"],
  own: (tenantId, which) => sql`
    SELECT d.*, (d.deadline = min(d.deadline) OVER of_month AND o.kind = ANY(${[...branchKinds]}))::int AS owing,
      coalesce(d.deadline = min(d.deadline) FILTER (WHERE d.open > 0) OVER of_month, false)::int AS behind
    FROM (
      SELECT ob.organization_id, date_trunc('month', ob.due_on)::date AS month, coalesce(ob.extended_to, ob.due_on) AS deadline,
        count(*)::int AS owed, (count(*) FILTER (WHERE ob.state = 'discharged'))::int AS done,
        (count(*) FILTER (WHERE ob.state IN ('todo', 'in_progress', 'returned')))::int AS open
      ${counted(tenantId, which, "obligation", "ob", "due_on")} AND ob.state <> 'waived' GROUP BY 1, 2, 3
    ) d JOIN organization o ON o.tenant_id = ${tenantId} AND o.id = d.organization_id
    WINDOW of_month AS (PARTITION BY d.organization_id, d.month)`,
};

/** How many duties of an organisation a version of a record discharges: looked up for single ones, counted at once for all. */
function dutiesServed(tenantId: number, which: Which): RawBuilder<unknown> {
  const duties = (of: RawBuilder<unknown>) => sql`(
      SELECT d.record_id, d.version, ob.organization_id, count(*)::int AS duties
      FROM discharge d JOIN obligation ob ON ob.tenant_id = d.tenant_id AND ob.id = d.obligation_id
      WHERE d.tenant_id = ${tenantId} AND ${of} GROUP BY 1, 2, 3) g`;
  return which === "key"
    ? sql`LATERAL ${duties(sql`d.record_id = r.id AND d.version = r.version`)}`
    : duties(sql`true`);
}

/** Records by their day, at each organisation that hosted; who led a joint one typed it. */
export const recordRollup: Rollup = {
  table: "record_rollup",
  keys: [],
  measures: ["records", "late", "serving", "served", "typed", "filled"],
  own: (tenantId, which) => sql`
    SELECT h.organization_id, h.month, count(*)::int AS records, (count(*) FILTER (WHERE h.late))::int AS late,
      count(g.duties)::int AS serving, coalesce(sum(g.duties), 0)::int AS served,
      coalesce(sum(r.typed_fields) FILTER (WHERE h.leads), 0)::int AS typed,
      coalesce(sum(r.filled_fields) FILTER (WHERE h.leads), 0)::int AS filled
    FROM (
      SELECT h.organization_id, date_trunc('month', h.occurred_on)::date AS month, h.record_id, bool_or(h.position = 0) AS leads,
        bool_or(h.late_entry) AS late
      ${counted(tenantId, which, "record_host", "h", "occurred_on")} GROUP BY 1, 2, 3
    ) h JOIN record r ON r.tenant_id = ${tenantId} AND r.id = h.record_id AND r.state <> 'revoked'
    LEFT JOIN ${dutiesServed(tenantId, which)} ON g.record_id = h.record_id AND g.organization_id = h.organization_id AND g.version = r.version
    GROUP BY 1, 2`,
};

/** Columns of a table of sums, as they stand in an INSERT. */
export function columnsOf({ keys, measures }: Rollup): RawBuilder<unknown> {
  const sums = (whose: string) => measures.map((name) => `${whose}_${name}`);
  return names(["tenant_id", "organization_id", "month", ...keys, ...sums("own"), ...sums("subtree")]);
}

/**
 * The rows of `delta` (organisation, month, keys, measures) as they are to be added: to their own organisation, and to
 * whoever stood above it on the last day of the month, or on its own last day before that. A path is made of the labels
 * of those above, the organisation's own at its end; each label is looked up by itself, since for a whole list of them
 * PostgreSQL reads all organisations.
 */
export function spread(tenantId: number, { keys, measures }: Rollup): RawBuilder<unknown> {
  const own = measures.map((name) => `sum(CASE WHEN a.id = d.organization_id THEN d.${name} ELSE 0 END)::int`);
  const subtree = measures.map((name) => `sum(d.${name})::int`);
  const grouped = ["month", ...keys].map((name) => `d.${name}`);
  return sql`
    SELECT ${tenantId}::int, a.id, ${sql.raw([...grouped, ...own, ...subtree].join(", "))}
    FROM delta d
    JOIN organization o ON o.tenant_id = ${tenantId} AND o.id = d.organization_id
    LEFT JOIN organization_place p ON p.tenant_id = o.tenant_id AND p.organization_id = o.id
      AND p.valid_from <= ${dayIn(sql`d.month`)} AND (p.valid_to IS NULL OR p.valid_to >= ${dayIn(sql`d.month`)})
    CROSS JOIN LATERAL unnest(string_to_array(rtrim(coalesce(p.path, o.path), '.'), '.')::int[]) AS above(label)
    JOIN organization a ON a.tenant_id = ${tenantId} AND a.label = above.label
    GROUP BY a.id, ${names(grouped)}`;
}

/** The day of a month that says where an organisation `o` stood in it: its last, or the organisation's own last or first. */
function dayIn(month: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`greatest(least((${month} + interval '1 month' - interval '1 day')::date, o.valid_to), o.valid_from)`;
}

export function names(list: readonly string[]): RawBuilder<unknown> {
  return sql.raw(list.join(", "));
}
