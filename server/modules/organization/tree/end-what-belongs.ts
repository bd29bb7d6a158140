import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { Transaction } from "../../../platform/db/pools.ts";

/** Condition of a row's stretch of days: it holds the day and would go on after it. */
export const endsOn = (lastDay: PlainDate) =>
  sql`valid_from <= ${lastDay}::date AND (valid_to IS NULL OR valid_to > ${lastDay}::date)`;

/** Ends organisations on a day, with their stretches, posts, coverage, terms and the rights that were given on them. */
export async function endWhatBelongs(
  transaction: Transaction,
  tenantId: number,
  ids: readonly string[],
  lastDay: PlainDate,
): Promise<void> {
  await sql`UPDATE organization SET valid_to = ${lastDay}::date
    WHERE tenant_id = ${tenantId} AND id = ANY(${[...ids]}::uuid[])`.execute(transaction);
  for (const table of ["organization_place", "appointment", "coverage", "role_grant"]) {
    await sql`UPDATE ${sql.table(table)} SET valid_to = ${lastDay}::date
      WHERE tenant_id = ${tenantId} AND organization_id = ANY(${[...ids]}::uuid[]) AND ${endsOn(lastDay)}`.execute(
      transaction,
    );
  }
  await sql`UPDATE term_of_office SET ended_on = ${lastDay}::date
    WHERE tenant_id = ${tenantId} AND organization_id = ANY(${[...ids]}::uuid[]) AND ended_on IS NULL
      AND began_on <= ${lastDay}::date`.execute(transaction);
}
