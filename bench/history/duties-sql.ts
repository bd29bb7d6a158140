import { type Filling, type Ground, idKinds } from "./numbering.ts";
import { dutyCodes, plannedCodes } from "./templates.ts";

const planYear = "extract(year FROM m.first)::bigint";
/** The line of the year's plan of the month `m` that orders the duty numbered `kind` from 1. */
const lineOf = (kind: string) => `bench.id(${idKinds.planLine}, ${planYear} * 10 + ${kind}, date '2023-01-01')`;
const templateOf = (kind: string) => `(ARRAY[${plannedCodes.map((code) => `'${code}'`).join(", ")}])[${kind}]`;
const dayOfHour = (day: string) => `(${day} + time '10:00') AT TIME ZONE 'Asia/Shanghai'`;
/** Entered the day after, at ten; facts that follow from a deadline are posted the day after it. */
export const enteredAfter = (day: string) => dayOfHour(`(${day} + 1)`);

/**
 * What happened and what was owed. An event becomes a record: they stand by month, then occasion, then branch, so that the rows of a branch lie as far apart as
 * they do where many enter at the same time. The first three of a month serve a duty each, where its lecturer is named;
 * all others are notes, the first of which serves that duty.
 */
export function eventsSql({ size, tree }: Ground): string {
  const total = tree.branches * size.months * size.recordsAMonth;
  const kinds = plannedCodes.length;
  return `
    CREATE UNLOGGED TABLE bench.event AS
    SELECT n AS number, branch, ordinal, kind, slot, held_on,
      ((ordinal - 1) * ${plannedCodes.length} + kind - 1) * ${tree.branches}::bigint + branch AS obligation,
      slot = ${plannedCodes.length} OR (slot <= ${dutyCodes.length} AND lecturer) AS discharges,
      ${[1, 2, 3, 4, 5].map((place) => `bench.present(n, ${place}, branch)::integer`).join(" + ")} AS present,
      bench.id(${idKinds.record}, n, held_on) AS id, bench.organization_of(branch) AS organization, ${templateOf("kind")} AS template,
      lecturer, bench.chance(n, 4) > 100 AS topic, bench.chance(n, 5) > 120 AS long_minutes
    FROM generate_series(1::bigint, ${total}) AS n
    CROSS JOIN LATERAL (SELECT (n - 1) % ${tree.branches} + 1 AS branch,
      ((n - 1) / ${tree.branches} % ${Math.max(1, size.recordsAMonth)} + 1)::integer AS slot,
      ((n - 1) / (${tree.branches}::bigint * ${Math.max(1, size.recordsAMonth)}) + 1)::integer AS ordinal) AS numbered
    CROSS JOIN LATERAL (SELECT least(slot, ${plannedCodes.length}) AS kind, bench.chance(n, 3) > 64 AS lecturer) AS decided
    JOIN bench.month AS m USING (ordinal)
    CROSS JOIN LATERAL (SELECT m.first + 1 + (slot - 1) * 2 + (bench.chance(n, 2) & 1) AS held_on) AS dated;
    ANALYZE bench.event;
    CREATE UNLOGGED TABLE bench.duty AS
    SELECT d.number, m.ordinal, m.first, m.last, bench.id(${idKinds.obligation}, d.number, m.first) AS id,
      bench.organization_of(d.branch) AS organization, ${templateOf("d.kind")} AS template, ${lineOf("d.kind")} AS line, e.id AS record
    FROM bench.month AS m CROSS JOIN generate_series(1, ${kinds}) AS k(kind) CROSS JOIN generate_series(1, ${tree.branches}) AS b(branch)
    CROSS JOIN LATERAL (SELECT k.kind, b.branch, ((m.ordinal - 1) * ${kinds} + k.kind - 1) * ${tree.branches}::bigint + b.branch AS number) AS d
    LEFT JOIN bench.event AS e ON e.obligation = d.number AND e.discharges
    ORDER BY d.number;
    ANALYZE bench.duty`;
}

/** The plan of each year at the top, and what every branch owes by it. Deadlines that have passed are posted. */
export function dutyFillings({ tenantId, rootId, size }: Ground): Filling[] {
  const kinds = plannedCodes.length;
  const plan = `bench.id(${idKinds.plan}, ${planYear}, date '2023-01-01')`;
  return [
    {
      table: "plan",
      sql: `INSERT INTO plan (tenant_id, id, organization_id, year, name, issued_at)
        SELECT DISTINCT ${tenantId}, ${plan}, '${rootId}'::uuid, ${planYear}, ${planYear} || '年计划', timestamptz '2023-01-01 02:00Z'
        FROM bench.month AS m;
        INSERT INTO plan_line (tenant_id, id, plan_id, template_code, template_version)
        SELECT DISTINCT ${tenantId}, ${lineOf("kind")}, ${plan}, ${templateOf("kind")}, 1
        FROM bench.month AS m CROSS JOIN generate_series(1, ${kinds}) AS kind`,
    },
    {
      table: "obligation",
      sql: `INSERT INTO obligation (tenant_id, id, organization_id, subject_id, source_table, source_id, template_code, template_version,
          period_from, period_to, occurrence, due_on, state, record_id, due_posted)
        SELECT ${tenantId}, d.id, d.organization, d.organization, 'plan_line', d.line, d.template, 1, d.first, d.last, 1, d.last,
          CASE WHEN d.record IS NULL THEN 'todo' ELSE 'discharged' END, d.record,
          d.record IS NOT NULL OR d.last < date '${size.today}' FROM bench.duty AS d ORDER BY d.number`,
    },
  ];
}
