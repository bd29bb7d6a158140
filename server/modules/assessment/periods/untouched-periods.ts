import type { PeriodStanding, PeriodState } from "@dutyloop/domain/assessment/period-things.ts";
import { nameOfPeriod, periodsWithin } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { sql } from "kysely";
import type { Transaction } from "../../../platform/db/pools.ts";
import { markUnscored } from "./dirty-period.ts";
import { countPendingLeaves } from "./pending-leaves.ts";
import type { Standings } from "./period-store.ts";

/**
 * The quarters and half-years within a period that an adopted scheme scores and that nobody has touched yet, so that they
 * have no row. Who lacks a sheet in them is asked for one: what is pending there must be seen before the longer one ends.
 */
export async function untouchedWithin(
  transaction: Transaction,
  tenantId: number,
  period: PeriodStanding,
  { standing, states }: Standings,
  now: Date,
): Promise<PeriodStanding[]> {
  const { rows } = await sql<{ span: "quarter" | "half_year" }>`
    SELECT DISTINCT v.body->>'cadence' AS span FROM scheme_adoption a
    JOIN scheme_version v ON v.tenant_id = a.tenant_id AND v.code = a.scheme_code AND v.version = a.scheme_version
    WHERE a.tenant_id = ${tenantId} AND a.period_from <= ${period.to}::date AND v.body->>'cadence' IN ('quarter', 'half_year')`.execute(
    transaction,
  );
  const untouched = rows
    .flatMap(({ span }) => periodsWithin(span, period))
    .filter((one) => one.span !== period.span && !states.has(nameOfPeriod(one)))
    .map(standing);
  for (const one of untouched) await markUnscored(transaction, tenantId, one, now);
  return untouched;
}

/** The states with those of them open in which somebody still has to settle a leaf; the others hold nothing to close. */
export async function statesWithPending(
  transaction: Transaction,
  tenantId: number,
  untouched: readonly PeriodStanding[],
  states: Standings["states"],
): Promise<ReadonlyMap<string, PeriodState>> {
  const all = new Map(states);
  for (const one of untouched)
    if ((await countPendingLeaves(transaction, tenantId, one)) > 0) all.set(nameOfPeriod(one), "open");
  return all;
}
