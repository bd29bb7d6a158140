import { isWithin, type PlainDate } from "../../kernel/plain-date.ts";
import { isRefusal, type Refusal, refuse } from "../../kernel/refusal.ts";
import { type DisputeState, disputeActions } from "../board-things.ts";
import type { PeriodStanding } from "../period-things.ts";
import type { FactDraft } from "../things.ts";

export type DisputeRequest = {
  readonly lineCode: string;
  /** The fact it is about, if it is about one. */
  readonly factId: string | null;
  readonly reason: string;
};

/** What raising a dispute depends on; that the sheet is the raiser's own follows from where he may raise. */
export type DisputeCircumstances = {
  readonly period: PeriodStanding;
  readonly today: PlainDate;
  /** Codes of the lines of the organisation's sheet. */
  readonly lines: readonly string[];
  /** Ids of the facts that the line counts. */
  readonly facts: ReadonlySet<string>;
  /** Codes of the lines of this sheet that are disputed and not answered yet. */
  readonly openLines: ReadonlySet<string>;
};

/**
 * Takes a dispute about a line of one's own sheet (ASM-5). Refused: dispute.not_in_publicity before the first day
 * of 公示 and after its last; dispute.line_unknown; dispute.fact_unknown for a fact that the line doesn't count; dispute.already_open while
 * one about the same line waits; dispute.reason_missing.
 */
export function decideDispute(request: DisputeRequest, circumstances: DisputeCircumstances): DisputeRequest | Refusal {
  const { period, today, lines, facts, openLines } = circumstances;
  const { state, publicityFrom, publicityTo } = period;
  const isRunning = publicityFrom !== null && publicityTo !== null && isWithin(today, publicityFrom, publicityTo);
  if (state !== "publicity" || !isRunning) {
    return refuse("dispute.not_in_publicity");
  }
  if (!lines.includes(request.lineCode)) return refuse("dispute.line_unknown", {}, "line");
  if (request.factId !== null && !facts.has(request.factId)) return refuse("dispute.fact_unknown", {}, "fact");
  if (openLines.has(request.lineCode)) return refuse("dispute.already_open", {}, "line");
  const reason = request.reason.trim();
  return reason === "" ? refuse("dispute.reason_missing", {}, "reason") : { ...request, reason };
}

/** What a corrected fact says instead; the rest stays as it was. */
export type FactChange = Partial<
  Pick<FactDraft, "quantity" | "base" | "attributes" | "occurredOn" | "countsOn" | "details">
>;

/** An answer to a dispute. `change` null reverses the fact without putting another in its place. */
export type DisputeAnswer = {
  readonly outcome: "upheld" | "rejected";
  readonly text: string;
  readonly reversals: readonly { readonly factId: string; readonly change: FactChange | null }[];
  /** Facts that were missing. */
  readonly additions: readonly FactDraft[];
};

/** A stored fact that can be reversed. */
export type ReversibleFact = FactDraft & { readonly id: string; readonly reversed: boolean };

export type AnswerCircumstances = {
  readonly state: DisputeState;
  readonly organizationId: string;
  readonly openedBy: string;
  readonly answeredBy: string;
  readonly period: PeriodStanding;
  /** Facts of the organisation that count in the period and that the answer names. */
  readonly facts: ReadonlyMap<string, ReversibleFact>;
};

/** What the answer does to the ledger: a storno of each of the first, and each of the second as a new fact. */
export type DisputeDecision = {
  readonly state: DisputeState;
  readonly answer: string;
  /** Each is booked again with the same content, sign −1 and its id as the fact it corrects. */
  readonly stornos: readonly ReversibleFact[];
  readonly facts: readonly FactDraft[];
};

/**
 * Answers a dispute by another account than the one that raised it. Upheld, it gives the reversals and new facts, which
 * are booked with the period's own closing number and so enter the version in 公示. Refused: dispute.not_open;
 * dispute.own_answer; dispute.answer_missing for a rejection without a text; dispute.rejected_changes_nothing for one with
 * entries; dispute.nothing_changed for an upheld one without any; dispute.fact_unknown; dispute.fact_reversed;
 * dispute.outside_period for a fact of another organisation or period.
 */
export function decideAnswer(answer: DisputeAnswer, circumstances: AnswerCircumstances): DisputeDecision | Refusal {
  const { state, openedBy, answeredBy } = circumstances;
  const next = disputeActions[state][answer.outcome === "upheld" ? "uphold" : "reject"];
  if (next === undefined) return refuse("dispute.not_open");
  if (openedBy === answeredBy) return refuse("dispute.own_answer");
  const text = answer.text.trim();
  const entries = answer.reversals.length + answer.additions.length;
  if (answer.outcome === "rejected") {
    if (text === "") return refuse("dispute.answer_missing", {}, "answer");
    if (entries > 0) return refuse("dispute.rejected_changes_nothing");
    return { state: next, answer: text, stornos: [], facts: [] };
  }
  if (entries === 0) return refuse("dispute.nothing_changed");
  const booked = entriesOf(answer, circumstances);
  return isRefusal(booked) ? booked : { state: next, answer: text, ...booked };
}

function entriesOf(
  answer: DisputeAnswer,
  { facts, organizationId, period }: AnswerCircumstances,
): Pick<DisputeDecision, "stornos" | "facts"> | Refusal {
  const stornos = new Map<string, ReversibleFact>();
  const drafts: FactDraft[] = [];
  for (const { factId, change } of answer.reversals) {
    const fact = facts.get(factId);
    if (fact === undefined) return refuse("dispute.fact_unknown", {}, "fact");
    if (fact.reversed || stornos.has(factId)) return refuse("dispute.fact_reversed", {}, "fact");
    stornos.set(factId, fact);
    if (change !== null) drafts.push({ ...draftOf(fact), ...change });
  }
  drafts.push(...answer.additions);
  const stray = drafts.some(
    (draft) => draft.organizationId !== organizationId || !isWithin(draft.countsOn, period.from, period.to),
  );
  if (stray) return refuse("dispute.outside_period", { from: period.from, to: period.to });
  return { stornos: [...stornos.values()], facts: drafts };
}

function draftOf({ id: _id, reversed: _reversed, ...draft }: ReversibleFact): FactDraft {
  return draft;
}
