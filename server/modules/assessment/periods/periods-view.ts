import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { graceDays } from "@dutyloop/domain/assessment/periods/closing-rules.ts";
import { nameOfPeriod, periodOf, periodsWithin } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import type { Scope } from "@dutyloop/domain/identity/access-policy.ts";
import { addDays } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { inScope } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { lateEntriesOf } from "./late-entries.ts";
import { countPendingLeaves } from "./pending-leaves.ts";
import { answerOf } from "./period-answer.ts";
import { closedVersions, type StandingWithReason, standings } from "./period-store.ts";

type Item = Answer<"listPeriods">["items"][number];

/** What the list needs of a request, so that the command line can ask for it as well. */
type PeriodsRequest = Pick<ReadRequest<"listPeriods">, "database" | "tenantId" | "scope" | "query" | "today">;

/** The periods of one length in a year: where each stands, and what waits in the caller's scope before it can close. */
export async function listPeriods(request: PeriodsRequest): Promise<Answer<"listPeriods">> {
  const { database, tenantId, scope, query, today } = request;
  const year = periodOf("year", `${query.year}-01-01`);
  const { standing } = await standings(database, tenantId);
  const periods = periodsWithin(query.span, year).map((period) => standing(period));
  const versions = await closedVersions(database, tenantId, query.span, year.from, year.to);
  const disputes = await openDisputes(database, tenantId, scope, periods);
  const late = await lateEntriesOf(database, tenantId, scope, periods);
  const items = await Promise.all(
    periods.map(async (period): Promise<Item> => {
      return {
        ...answerOf(period),
        from: period.from,
        to: period.to,
        closableFrom: addDays(period.to, graceDays + 1),
        pendingLeaves: period.to < today ? await pendingOf(database, tenantId, scope, period) : null,
        openDisputes: disputes.get(nameOfPeriod(period)) ?? 0,
        lateEntries: late.get(nameOfPeriod(period)) ?? 0,
        versions: (versions.get(period.from) ?? []).map(({ closedAt, version, closing, reason }) => ({
          version,
          closing,
          closedAt: closedAt.toISOString(),
          reason,
        })),
      };
    }),
  );
  return { today, items };
}

/** A period that ended its entries has none left. */
async function pendingOf(
  database: ReadDatabase,
  tenantId: number,
  scope: Scope,
  period: StandingWithReason,
): Promise<number> {
  return period.state === "open" ? countPendingLeaves(database, tenantId, period, inScope("o.path", scope)) : 0;
}

/** Disputes that wait for their answer, by name of the period. */
async function openDisputes(
  database: ReadDatabase,
  tenantId: number,
  scope: Scope,
  periods: readonly StandingWithReason[],
): Promise<Map<string, number>> {
  const [first] = periods;
  if (!first) return new Map();
  const { rows } = await sql<{ from: string; count: number }>`
    SELECT d.period_from AS "from", count(*)::int AS count FROM dispute d
    JOIN organization o ON o.tenant_id = d.tenant_id AND o.id = d.organization_id
    WHERE d.tenant_id = ${tenantId} AND d.state = 'open' AND d.period_from = ANY(${periods.map(({ from }) => from)}::date[])
      AND ${inScope("o.path", scope)} AND EXISTS (SELECT 1 FROM scheme_version v WHERE v.tenant_id = d.tenant_id
        AND v.code = d.scheme_code AND v.body->>'cadence' = ${first.span})
    GROUP BY d.period_from`.execute(database);
  return new Map(rows.map(({ from, count }) => [nameOfPeriod({ span: first.span, from }), count]));
}
