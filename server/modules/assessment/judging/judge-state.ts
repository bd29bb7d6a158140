import type { Period } from "@dutyloop/domain/assessment/period-things.ts";
import { parsePeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import type { Role } from "@dutyloop/domain/identity/things.ts";
import { sql } from "kysely";
import type { Transaction } from "../../../platform/db/pools.ts";
import { type StoredFact, standingFacts } from "../../../platform/facts/reverse-facts.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";
import { holdJudgement } from "./given-judgements.ts";
import { type Judged, mostForJudged } from "./judged-lines.ts";
import { judgingAccounts } from "./judging-accounts.ts";

export type NewJudgement = {
  organizationId: string;
  indicatorCode: string;
  period: string;
  points: string;
  reason: string;
};
/** What a judge gave before for the same indicator, organisation and period. */
export type StandingJudgement = {
  readonly id: string;
  readonly version: number;
  readonly points: string;
  readonly reason: string;
  readonly facts: readonly StoredFact[];
};
export type JudgeState = {
  readonly path: string;
  readonly period: Period | null;
  /** Whether the caller was named for the indicator at the organisation or above it. */
  readonly named: boolean;
  readonly role: Role | undefined;
  /** The most that can be given; null where no scheme in force asks for it. */
  readonly most: string | null;
  readonly before: StandingJudgement | null;
};

export async function judgeState(
  transaction: Transaction,
  input: NewJudgement,
  { actor, today }: Context,
): Promise<JudgeState> {
  const { tenantId, accountId } = actor;
  const { rows } = await sql<Judged & { named: boolean }>`
    SELECT o.path, o.kind, o.class, EXISTS (SELECT 1 FROM judge j
      JOIN organization above ON above.tenant_id = j.tenant_id AND above.id = j.organization_id
      WHERE j.tenant_id = o.tenant_id AND j.indicator_code = ${input.indicatorCode} AND j.account_id = ${accountId}
        AND starts_with(o.path, above.path) AND j.valid_from <= ${today}::date AND (j.valid_to IS NULL OR j.valid_to >= ${today}::date)) AS named
    FROM organization o WHERE o.tenant_id = ${tenantId} AND o.id = ${input.organizationId}`.execute(transaction);
  const [judged] = rows;
  if (!judged) throw notFound();
  const period = parsePeriod(input.period);
  const [account] = await judgingAccounts(transaction, tenantId, judged.path, today, accountId);
  return {
    path: judged.path,
    period,
    named: judged.named,
    role: account?.role,
    most: period && (await mostForJudged(transaction, tenantId, input.indicatorCode, judged, period)),
    before: period && (await standing(transaction, tenantId, accountId, input, period)),
  };
}

async function standing(
  transaction: Transaction,
  tenantId: number,
  accountId: string,
  { organizationId, indicatorCode }: NewJudgement,
  period: Period,
): Promise<StandingJudgement | null> {
  await holdJudgement(transaction, tenantId, { indicatorCode, organizationId, countsOn: period.to, accountId });
  const row = await transaction
    .selectFrom("judgement")
    .where("tenant_id", "=", tenantId)
    .where("indicator_code", "=", indicatorCode)
    .where("organization_id", "=", organizationId)
    .where("counts_on", "=", period.to)
    .where("account_id", "=", accountId)
    .select(["id", "version", "points", "reason", "fact_id as factId"])
    .executeTakeFirst();
  if (!row) return null;
  const { factId, ...judgement } = row;
  return { ...judgement, facts: await standingFacts(transaction, tenantId, organizationId, [factId]) };
}
