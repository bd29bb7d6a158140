import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type RawBuilder, sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";

/** Who owes nothing any more after a day: organisations, and 党小组 wherever their duties are scored. */
export type Leaving = {
  readonly lastDay: PlainDate;
  readonly organizations: readonly string[];
  readonly subjects: readonly string[];
};

/** Condition over rows `t` of obligation: still open, due after the last day, as extended, and of one that leaves (免除, 撤销). */
export function waivableDuties({ lastDay, organizations, subjects }: Leaving): RawBuilder<boolean> {
  return sql<boolean>`coalesce(t.extended_to, t.due_on) > ${lastDay}::date AND t.state IN ('todo', 'in_progress', 'submitted', 'returned')
    AND (t.organization_id = ANY(${[...organizations]}::uuid[]) OR t.subject_id = ANY(${[...subjects]}::uuid[]))`;
}

/** How many there are, each counted once: by the 党小组 that leaves, else by the organisation. */
export async function countWaivableDuties(
  database: ReadDatabase,
  tenantId: number,
  leaving: Leaving,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; duties: number }>`
    SELECT CASE WHEN t.subject_id = ANY(${[...leaving.subjects]}::uuid[]) THEN t.subject_id ELSE t.organization_id END AS id,
      count(*)::int AS duties
    FROM obligation t WHERE t.tenant_id = ${tenantId} AND ${waivableDuties(leaving)} GROUP BY 1`.execute(database);
  return new Map(rows.map(({ id, duties }) => [id, duties]));
}
