import type { Answer, Body } from "@dutyloop/contract/endpoints.ts";
import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { decodeLines, type LineFigures, type LineFrame } from "@dutyloop/domain/assessment/sheet-figures.ts";
import { nameOfPeriod } from "@dutyloop/domain/assessment/span-rules.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { Transaction } from "../../../platform/db/pools.ts";
import { markDirty } from "../../../platform/facts/post-facts.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { loadDefinitions } from "../definitions.ts";
import { monthsOf, namedPeriod } from "./named-period.ts";
import { standingOf } from "./period-store.ts";
import { placeToTouch } from "./place-to-touch.ts";
import { publishedSheet } from "./published-sheet.ts";

type Input = Body<"settleLeaf"> & { organizationId: string };
type State = {
  path: string;
  standing: PeriodStanding;
  line: (LineFrame & LineFigures) | undefined;
  alreadySettled: boolean;
};

/**
 * Settles a leaf that is still 待补报 once its period has run out: a value, not applicable or zero, with a reason. It
 * stands for this version of the period; data that arrive before the close come before it.
 */
export const settleLeaf: UseCase<Input, State, State, Answer<"settleLeaf">> = {
  name: "assessment.settle_leaf",
  access: "period.manage",
  postsIn: ({ period }) => monthsOf(namedPeriod(period)),
  async load(transaction, input, context) {
    const { tenantId } = context.actor;
    const { organizationId, scheme } = input;
    const { path } = await placeToTouch(transaction, context, "period.manage", organizationId);
    const standing = await standingOf(transaction, tenantId, namedPeriod(input.period));
    const sheet = await publishedSheet(transaction, tenantId, organizationId, scheme, standing, standing.version);
    const definitions = await loadDefinitions(transaction, tenantId, scheme, sheet.schemeVersion);
    const { lines } = decodeLines(definitions.scheme, definitions.indicators, sheet.lines);
    return {
      path,
      standing,
      line: lines.find(({ kind, code }) => kind === "leaf" && code === input.line),
      alreadySettled: await isSettled(transaction, tenantId, input, standing),
    };
  },
  place: ({ path }) => path,
  decide: (state, input, { today }) => refusal(state, input, today) ?? state,
  save(saving, { standing }, { actor, now }, input) {
    saving.insert("settlement", {
      tenant_id: actor.tenantId,
      organization_id: input.organizationId,
      scheme_code: input.scheme,
      period_from: standing.from,
      period_version: standing.version,
      line_code: input.line,
      outcome: input.outcome,
      value: input.value,
      reason: input.reason,
      settled_at: now,
      settled_by: actor.accountId,
    });
    markDirty(saving, { actor, now }, [{ organizationId: input.organizationId, countsOn: standing.from }]);
  },
  audit: ({ standing }, input) => ({
    object: `leaf ${input.line} of ${input.organizationId} in ${nameOfPeriod(standing)} version ${standing.version}`,
    after: { ...input },
  }),
  answer: ({ standing }, { organizationId, scheme, period, line }) => ({
    organizationId,
    scheme,
    period,
    version: standing.version,
    line,
  }),
};

function refusal({ standing, line, alreadySettled }: State, input: Input, today: string): Refusal | null {
  const period = nameOfPeriod(standing);
  if (standing.state !== "open") return refuse("settlement.period_not_open", { period });
  if (today <= standing.to) return refuse("settlement.period_running", { period, to: standing.to });
  if (alreadySettled) return refuse("settlement.already_settled", {}, "line");
  if (line?.state !== "pending") return refuse("settlement.leaf_not_pending", {}, "line");
  if (input.outcome === "value" && input.value === null) return refuse("settlement.value_missing", {}, "value");
  if (input.outcome !== "value" && input.value !== null) return refuse("settlement.value_not_needed", {}, "value");
  return null;
}

async function isSettled(
  transaction: Transaction,
  tenantId: number,
  input: Input,
  { from, version }: PeriodStanding,
): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM settlement
    WHERE tenant_id = ${tenantId} AND organization_id = ${input.organizationId} AND scheme_code = ${input.scheme}
      AND period_from = ${from}::date AND period_version = ${version} AND line_code = ${input.line}`.execute(
    transaction,
  );
  return rows.length > 0;
}
