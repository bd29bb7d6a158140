import type { DateRange } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";

/** 抽查: records drawn, and what their checks came to. */
export type SampleCounts = {
  readonly drawn: number;
  readonly accepted: number;
  readonly toCorrect: number;
  readonly reversed: number;
};

/** Of the samples that were drawn at and below a place on these days. */
export async function sampleCounts(
  database: ReadDatabase,
  tenantId: number,
  path: string,
  { from, to }: DateRange,
): Promise<SampleCounts> {
  const of = (state: string) => sql`(count(*) FILTER (WHERE i.state = ${state}))::int`;
  const { rows } = await sql<SampleCounts>`
    SELECT count(*)::int AS drawn, ${of("accepted")} AS accepted, ${of("to_correct")} AS "toCorrect", ${of("reversed")} AS reversed
    FROM organization o JOIN record_sample m ON m.tenant_id = o.tenant_id AND m.organization_id = o.id
      AND (m.drawn_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN ${from}::date AND ${to}::date
    JOIN record_sample_item i ON i.tenant_id = m.tenant_id AND i.sample_id = m.id
    WHERE o.tenant_id = ${tenantId} AND o.path >= ${path} AND o.path < ${afterSubtree(path)}`.execute(database);
  return rows[0] ?? { drawn: 0, accepted: 0, toCorrect: 0, reversed: 0 };
}
