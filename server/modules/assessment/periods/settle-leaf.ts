import type { Answer, Body } from "@dutyloop/contract/endpoints.ts";
import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { nameOfPeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { decodeLines, type LineFigures, type LineFrame } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import { compare, parse } from "@dutyloop/domain/kernel/rational.ts";
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
/** What stands so far. */
type Settled = Pick<Input, "outcome" | "value" | "reason">;
type State = {
  path: string;
  standing: PeriodStanding;
  line: (LineFrame & LineFigures) | undefined;
  before: Settled | null;
};

/**
 * Settles a leaf that is still 待补报 once its period has run out: a value, not applicable or zero, with a reason. It
 * stands for this version of the period; data that arrive before the close come before it. One made by mistake is replaced
 * by settling the leaf again while the period is open; the audit keeps what stood before.
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
      before: await standingSettlement(transaction, tenantId, input, standing),
    };
  },
  place: ({ path }) => path,
  decide: (state, input, { today }) => refusal(state, input, today) ?? state,
  save(saving, { standing }, { actor, now }, input) {
    saving.change(sql`
      INSERT INTO settlement (tenant_id, organization_id, scheme_code, period_from, period_version, line_code, outcome, value, reason,
        settled_at, settled_by)
      VALUES (${actor.tenantId}, ${input.organizationId}::uuid, ${input.scheme}, ${standing.from}::date, ${standing.version}::int,
        ${input.line}, ${input.outcome}, ${input.value}::numeric, ${input.reason}, ${now}, ${actor.accountId}::uuid)
      ON CONFLICT (tenant_id, organization_id, scheme_code, period_from, period_version, line_code) DO UPDATE SET
        outcome = excluded.outcome, value = excluded.value, reason = excluded.reason, settled_at = excluded.settled_at,
        settled_by = excluded.settled_by`);
    markDirty(saving, { actor, now }, [{ organizationId: input.organizationId, countsOn: standing.from }]);
  },
  audit: ({ standing, before }, input) => ({
    object: `leaf ${input.line} of ${input.organizationId} in ${nameOfPeriod(standing)} version ${standing.version}`,
    ...(before === null ? {} : { before: { ...input, ...before } }),
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

function refusal({ standing, line, before }: State, input: Input, today: string): Refusal | null {
  const period = nameOfPeriod(standing);
  if (standing.state !== "open") return refuse("settlement.period_not_open", { period });
  if (today <= standing.to) return refuse("settlement.period_running", { period, to: standing.to });
  if (before !== null && isSame(before, input)) return refuse("settlement.already_settled", {}, "line");
  const replaces = before !== null && line?.why === "settled";
  if (line?.state !== "pending" && !replaces) return refuse("settlement.leaf_not_pending", {}, "line");
  if (input.outcome === "value" && input.value === null) return refuse("settlement.value_missing", {}, "value");
  if (input.outcome !== "value" && input.value !== null) return refuse("settlement.value_not_needed", {}, "value");
  return null;
}

function isSame(before: Settled, { outcome, value, reason }: Input): boolean {
  const sameValue = before.value === null || value === null ? before.value === value : isEqual(before.value, value);
  return before.outcome === outcome && before.reason === reason && sameValue;
}

function isEqual(one: string, other: string): boolean {
  return compare(parse(one), parse(other)) === 0;
}

/** What was settled before. Who settles the same leaf at the same moment waits, and then finds it. */
async function standingSettlement(
  transaction: Transaction,
  tenantId: number,
  { organizationId, scheme, line }: Input,
  { from, version }: PeriodStanding,
): Promise<Settled | null> {
  const lock = `${tenantId} ${organizationId} ${scheme} ${from} ${version} ${line}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 7080009))`.execute(transaction);
  const { rows } = await sql<Settled>`SELECT outcome, value::text AS value, reason FROM settlement
    WHERE tenant_id = ${tenantId} AND organization_id = ${organizationId} AND scheme_code = ${scheme}
      AND period_from = ${from}::date AND period_version = ${version} AND line_code = ${line}`.execute(transaction);
  return rows[0] ?? null;
}
