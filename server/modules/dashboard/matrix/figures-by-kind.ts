import { addFigures, noDuties } from "@dutyloop/domain/duties/matrix-rules.ts";
import type { DutyFigures } from "@dutyloop/domain/duties/matrix-things.ts";
import type { Month, PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { overdue } from "./matrix-figures.ts";
import { rowOf } from "./matrix-rows.ts";
import { monthRows, stoodThen, viewedMonths } from "./months.ts";

/** What everybody at and below an organisation had of one kind of work in a month. */
export type KindFigures = DutyFigures & { readonly template: string };

/**
 * 应开、已开、逾期、补录 of a month by kind of work, of who stood at or below the organisation then. A record that serves
 * several kinds counts as entered late in each of them.
 */
export async function figuresByKind(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  month: Month,
  today: PlainDate,
): Promise<KindFigures[]> {
  const viewed = await rowOf({ database, tenantId, seen: sql<boolean>`true` }, organizationId);
  const below = sql`${monthRows(viewedMonths(viewed, [month], undefined))}
    JOIN organization_place p ON p.tenant_id = ${tenantId} AND p.path >= k.path AND p.path < k.after
    JOIN organization o ON o.tenant_id = p.tenant_id AND o.id = p.organization_id AND ${stoodThen}`;
  const { rows } = await sql<KindFigures>`
    SELECT ob.template_code AS template, count(*)::int AS owed, (count(*) FILTER (WHERE ob.state = 'discharged'))::int AS done,
      ${overdue(today)} AS overdue, 0 AS late
    FROM ${below} JOIN obligation ob ON ob.tenant_id = o.tenant_id AND ob.organization_id = o.id AND ob.due_on >= k.first
      AND ob.due_on <= k.last AND ob.state <> 'waived'
    GROUP BY 1
    UNION ALL
    SELECT kind.template, 0, 0, 0, count(DISTINCT (h.organization_id, h.record_id))::int
    FROM ${below} JOIN record_host h ON h.tenant_id = o.tenant_id AND h.organization_id = o.id AND h.occurred_on >= k.first
      AND h.occurred_on <= k.last AND h.late_entry
    JOIN record r ON r.tenant_id = h.tenant_id AND r.id = h.record_id AND r.state <> 'revoked'
    CROSS JOIN LATERAL unnest(r.template_codes) AS kind(template)
    GROUP BY 1`.execute(database);
  const found = new Map<string, DutyFigures>();
  for (const { template, ...figures } of rows) {
    found.set(template, addFigures(found.get(template) ?? noDuties, figures));
  }
  return [...found].map(([template, figures]) => ({ template, ...figures }));
}
