import { type RawBuilder, sql } from "kysely";

/**
 * A value that PostgreSQL doesn't look at when it plans, as SQL. A statement that is planned for each of its values takes
 * longer to plan than a page of fifty rows takes to read; where all values want the same plan, it is made once this way.
 */
export function unseen(value: string | number | null, type: "text" | "integer" | "date" | "uuid"): RawBuilder<unknown> {
  return sql`(SELECT ${value}::${sql.raw(type)})`;
}
