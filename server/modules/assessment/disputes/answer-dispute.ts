import type { Answer, Body } from "@dutyloop/contract/endpoints.ts";
import { type DisputeDecision, decideAnswer } from "@dutyloop/domain/assessment/boards/dispute-rules.ts";
import { postedIn } from "@dutyloop/domain/assessment/periods/posting-rules.ts";
import { addMonths, type Month, monthOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { postFacts } from "../../../platform/facts/post-facts.ts";
import { reverseFacts } from "../../../platform/facts/reverse-facts.ts";
import type { Saving } from "../../../platform/ritual/saving.ts";
import type { Context, UseCase } from "../../../platform/ritual/use-case.ts";
import { keepDisputedJudgements } from "../judging/given-judgements.ts";
import { entriesRefusal } from "./entry-checks.ts";
import { pendingRefusal } from "./newly-pending.ts";
import { answerTo, type Case, type Correction, loadCase, strayRefusal } from "./open-case.ts";
import { noEntries, replay } from "./replay.ts";
import { replayAround } from "./replay-around.ts";

type Input = { disputeId: string; body: Body<"answerDispute"> };
type Decision = DisputeDecision & { readonly totalBefore: string | null; readonly totalAfter: string | null };

/**
 * Answers a dispute by another account than the one that raised it (ASM-5). Upheld, its reversing entries and new facts
 * are booked under the closing number of the version in 公示 and so belong to it; the total before and after is kept.
 */
export const answerDispute: UseCase<Input, Case, Decision, Answer<"answerDispute">> = {
  name: "assessment.answer_dispute",
  access: "dispute.answer",
  load(transaction, { disputeId, body }, { actor, now, today }) {
    const asked = { answeredBy: actor.accountId, now, today, lock: true };
    return loadCase(transaction, actor.tenantId, disputeId, correctionIn(body), asked);
  },
  alsoPostsIn: (state, { body }) => bookingMonths(state, correctionIn(body)),
  place: ({ path }) => path,
  decide(state, { body }, { now, today }) {
    const correction = correctionIn(body);
    const answer = answerTo(state, body.outcome, body.answer, correction);
    const decided = strayRefusal(state, correction) ?? decideAnswer(answer, state.circumstances);
    if (isRefusal(decided)) return decided;
    const refusal =
      entriesRefusal(decided, { frame: state.frame, sheets: state.own.sheets }, today) ??
      pendingRefusal(replayAround(state.own, state.above, decided, now));
    if (refusal) return refusal;
    const totalBefore = replay(state.data, noEntries, now).total;
    return { ...decided, totalBefore, totalAfter: replay(state.data, decided, now).total };
  },
  async save(saving, decision, context, { disputeId }, state) {
    const { state: next, answer, totalBefore, totalAfter } = decision;
    saving.change(sql`
      UPDATE dispute SET state = ${next}, answer = ${answer}, answered_at = ${context.now}::timestamptz,
        answered_by = ${context.actor.accountId}::uuid, total_before = ${totalBefore}::numeric, total_after = ${totalAfter}::numeric
      WHERE tenant_id = ${context.actor.tenantId} AND id = ${disputeId}::uuid`);
    bookInto(saving, decision, context, disputeId, state);
    const { organizationId, standing } = state;
    const judged = { organizationId, countsOn: standing.to, accountId: context.actor.accountId };
    const indicators = decision.facts.flatMap(({ kind, attributes }) =>
      kind === "judgement" ? [String(attributes.indicator)] : [],
    );
    await keepDisputedJudgements(saving, context, judged, { disputeId, reason: answer, indicators });
  },
  audit: ({ state, totalBefore, totalAfter }, { disputeId, body }) => ({
    object: `dispute ${disputeId}`,
    after: { state, answer: body.answer, totalBefore, totalAfter },
  }),
  answer: ({ state, totalBefore, totalAfter }, { disputeId }) => ({ id: disputeId, state, totalBefore, totalAfter }),
};

function correctionIn(body: Body<"answerDispute">): Correction {
  return body.outcome === "upheld" ? body : { reversals: [], additions: [] };
}

/**
 * The months that the facts of an answer count in and those they are booked in, and the one after: should somebody close
 * the month just before it is held, the next one takes the facts.
 */
function bookingMonths({ standingFacts, closedMonths }: Case, { reversals, additions }: Correction): Month[] {
  const days = [
    ...standingFacts.map(({ countsOn }) => countsOn),
    ...reversals.flatMap(({ change }) => change?.countsOn ?? []),
    ...additions.map(({ countsOn }) => countsOn),
  ];
  const months = days.flatMap((countsOn) => {
    const into = postedIn(countsOn, closedMonths);
    return [monthOf(countsOn), into, addMonths(into, 1)];
  });
  return [...new Set(months)];
}

/**
 * Books the entries before the closing of the version in 公示. A month takes them itself; the months of a longer period
 * have closed before it, so there they are late entries of an open month.
 */
function bookInto(saving: Saving, decision: DisputeDecision, context: Context, disputeId: string, state: Case): void {
  const { standing } = state;
  const closing = standing.closing ?? context.nextClosing;
  const posting = { ...context, nextClosing: closing };
  const into = standing.span === "month" ? { month: monthOf(standing.from), closing } : null;
  const reversed = new Set(decision.stornos.map(({ id }) => id));
  reverseFacts(
    saving,
    posting,
    state.standingFacts.filter(({ id }) => reversed.has(id)),
    into,
  );
  const booked = decision.facts.map((draft, index) => ({
    draft,
    origin: { table: "dispute", id: disputeId, version: 1, part: String(index), recordId: null },
  }));
  postFacts(saving, posting, booked, into);
}
