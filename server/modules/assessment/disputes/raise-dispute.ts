import type { Answer, Body } from "@dutyloop/contract/endpoints.ts";
import { type DisputeRequest, decideDispute } from "@dutyloop/domain/assessment/boards/dispute-rules.ts";
import { nameOfPeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "../../../platform/db/pools.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { loadDefinitions } from "../definitions.ts";
import { monthsOf, namedPeriod } from "../periods/named-period.ts";
import { type StandingWithReason, standingOf } from "../periods/period-store.ts";
import { placeToTouch } from "../periods/place-to-touch.ts";
import { publishedSheet } from "../periods/published-sheet.ts";
import { readByLine } from "./read-by-line.ts";
import { sheetData } from "./replay.ts";

type Input = Body<"raiseDispute"> & { organizationId: string };
type State = {
  path: string;
  standing: StandingWithReason;
  lines: string[];
  facts: Set<string>;
  openLines: Set<string>;
};
type Decision = DisputeRequest & { id: string };

/** An organisation disputes a line of its own sheet while the period is in 公示 (ASM-5). */
export const raiseDispute: UseCase<Input, State, Decision, Answer<"raiseDispute">> = {
  name: "assessment.raise_dispute",
  access: "dispute.raise",
  postsIn: ({ period }) => monthsOf(namedPeriod(period)),
  async load(transaction, input, context) {
    const { now } = context;
    const { tenantId } = context.actor;
    const { organizationId, scheme, line } = input;
    const { path } = await placeToTouch(transaction, context, "dispute.raise", organizationId);
    const standing = await standingOf(transaction, tenantId, namedPeriod(input.period));
    const sheet = await publishedSheet(transaction, tenantId, organizationId, scheme, standing, standing.version);
    const definitions = await loadDefinitions(transaction, tenantId, scheme, sheet.schemeVersion);
    const { facts } = await sheetData(transaction, tenantId, organizationId, definitions, standing, now);
    return {
      path,
      standing,
      lines: definitions.frames.map(({ code }) => code),
      facts: new Set(facts.filter(readByLine(definitions, line)).map(({ id }) => id)),
      openLines: await openLines(transaction, tenantId, input, standing),
    };
  },
  place: ({ path }) => path,
  decide({ standing, ...state }, { line, factId, reason }, { today }) {
    const circumstances = { ...state, period: standing, today };
    const decided = decideDispute({ lineCode: line, factId, reason }, circumstances);
    return isRefusal(decided) ? decided : { ...decided, id: uuidv7() };
  },
  save(saving, { id, lineCode, factId, reason }, { actor, now }, { organizationId, scheme }, { standing }) {
    saving.insert("dispute", {
      tenant_id: actor.tenantId,
      id,
      organization_id: organizationId,
      scheme_code: scheme,
      period_from: standing.from,
      period_version: standing.version,
      line_code: lineCode,
      fact_id: factId,
      reason,
      state: "open",
      opened_at: now,
      opened_by: actor.accountId,
    });
  },
  audit: ({ id }, input, { standing }) => ({
    object: `dispute ${id} about ${nameOfPeriod(standing)} version ${standing.version}`,
    after: { ...input },
  }),
  answer: ({ id }) => ({ id }),
};

async function openLines(
  transaction: Transaction,
  tenantId: number,
  { organizationId, scheme }: Input,
  { from, version }: StandingWithReason,
): Promise<Set<string>> {
  const { rows } = await sql<{ line: string }>`SELECT line_code AS line FROM dispute
    WHERE tenant_id = ${tenantId} AND organization_id = ${organizationId} AND scheme_code = ${scheme} AND period_from = ${from}::date
      AND period_version = ${version} AND state = 'open'`.execute(transaction);
  return new Set(rows.map(({ line }) => line));
}
