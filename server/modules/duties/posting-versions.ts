import { type RawBuilder, sql } from "kysely";

/**
 * SQL of the version under which a fact of an obligation, the row `row`, is posted next: the first, and one more after
 * each storno, so that a duty that was opened again counts again, and still once.
 */
export function nextVersion(
  row: string,
  kind: "obligation.due" | "obligation.discharged" | "obligation.waived",
): RawBuilder<number> {
  return sql<number>`(SELECT count(*)::int + 1 FROM fact_source s WHERE s.tenant_id = ${sql.ref(`${row}.tenant_id`)}
    AND s.source_table = 'obligation' AND s.source_id = ${sql.ref(`${row}.id`)} AND s.kind = ${kind} AND s.sign = -1)`;
}
