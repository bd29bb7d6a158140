import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import type { ClosingCircumstances } from "@dutyloop/domain/assessment/periods/closing-rules.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { sql } from "kysely";
import { topPath } from "../../../platform/access/place.ts";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";
import { markUnscored } from "./dirty-period.ts";
import { namedPeriod } from "./named-period.ts";
import { countPendingLeaves } from "./pending-leaves.ts";
import { newestClosing, type StandingWithReason, standings } from "./period-store.ts";
import { scoreNow } from "./score-now.ts";
import { statesWithPending, untouchedWithin } from "./untouched-periods.ts";

/** What ending the entries of a period looks at; `path` is the top of the group, whose books they are. */
export type EndingState = {
  readonly path: string;
  readonly standing: StandingWithReason;
  readonly circumstances: ClosingCircumstances;
};

/**
 * Loads it with nobody posting in the period any more. What was posted before and waits for its score is scored first,
 * in this transaction, and who has no sheet gets one, so that pending leaves are judged by the sheets that become final.
 */
export async function loadEnding(
  transaction: Transaction,
  { period: name }: { readonly period: string },
  { actor, today, now }: Context,
): Promise<EndingState> {
  const { tenantId } = actor;
  const period = namedPeriod(name);
  const path = await topPath(transaction, tenantId);
  // Scoring is work: nobody has it done who may not close anyway.
  if (!covers(scopeOf(actor, "period.manage", today), path)) throw notFound();
  const known = await standings(transaction, tenantId);
  const found = known.standing(period);
  const open = found.state === "open";
  if (open) await markUnscored(transaction, tenantId, found, now);
  const untouched = open ? await untouchedWithin(transaction, tenantId, found, known, now) : [];
  await scoreNow(transaction, tenantId, period, now);
  return {
    path,
    standing: found,
    circumstances: {
      today,
      states: await statesWithPending(transaction, tenantId, untouched, known.states),
      newestClosing: await newestClosing(transaction, tenantId),
      // Entries end with none, and of whoever is set up later nothing is published that could wait.
      pendingLeaves: open ? await countPendingLeaves(transaction, tenantId, found) : 0,
      openDisputes: await countOpenDisputes(transaction, tenantId, found),
      waitingVetoes: await countWaitingVetoes(transaction, tenantId, found),
    },
  };
}

/** Disputes of a version of a period that wait for their answer. */
async function countOpenDisputes(
  database: ReadDatabase,
  tenantId: number,
  { span, from, version }: PeriodStanding,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM dispute d
    WHERE d.tenant_id = ${tenantId} AND d.period_from = ${from}::date AND d.period_version = ${version} AND d.state = 'open'
      AND EXISTS (SELECT 1 FROM scheme_version v WHERE v.tenant_id = d.tenant_id AND v.code = d.scheme_code
        AND v.body->>'cadence' = ${span})`.execute(database);
  return rows[0]?.count ?? 0;
}

/** Triggered vetoes on the sheets of a version of a period about which nobody has decided. */
async function countWaitingVetoes(
  database: ReadDatabase,
  tenantId: number,
  { span, from, version }: PeriodStanding,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM score_sheet s
    JOIN scheme_version v ON v.tenant_id = s.tenant_id AND v.code = s.scheme_code AND v.version = s.scheme_version
      AND v.body->>'cadence' = ${span} AND jsonb_path_exists(v.body, '$.vetoes[*]')
    CROSS JOIN LATERAL jsonb_array_elements_text(s.lines) AS line
    WHERE s.tenant_id = ${tenantId} AND s.period_from = ${from}::date AND s.period_version = ${version} AND s.basis = 'published'
      AND line LIKE '% waiting'`.execute(database);
  return rows[0]?.count ?? 0;
}
