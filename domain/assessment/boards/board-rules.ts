import type { PlainDate } from "../../kernel/plain-date.ts";
import { compare, parse } from "../../kernel/rational.ts";
import { isRefusal, type Refusal, refuse } from "../../kernel/refusal.ts";
import { type BoardState, boardActions } from "../board-things.ts";
import type { SchemeBody } from "../definitions/scheme.ts";
import type { PeriodStanding } from "../period-things.ts";
import { nameOfPeriod } from "../periods/span-rules.ts";
import {
  checkProportions,
  type DecidedGrade,
  decideGrade,
  type ProportionCheck,
  type SuggestedGrade,
  suggestGrade,
} from "./grade-rules.ts";
import { bestFirst, ranks } from "./rank-rules.ts";

/** The state of a period's board on a day: published once, in 公示 from its first day on, before it a trial. */
export function boardStateOf(
  { publicityFrom }: Pick<PeriodStanding, "publicityFrom">,
  published: boolean,
  today: PlainDate,
): BoardState {
  if (published) return "published";
  return publicityFrom === null || today < publicityFrom ? "trial" : "publicity";
}

/** An organisation of the board's class with its published sheet. */
export type BoardCandidate = {
  readonly organizationId: string;
  readonly name: string;
  /** Overseas or secret (PRV-22). */
  readonly restricted: boolean;
  readonly orderKey: string;
  readonly total: string | null;
  readonly coverage: string;
  /** Vetoes that its facts triggered. */
  readonly vetoes: readonly { readonly code: string; readonly decision: "waiting" | "confirmed" | "dismissed" }[];
  readonly decided: DecidedGrade | null;
};

/** One line of a board as it is frozen. */
export type FrozenRow = {
  readonly organizationId: string;
  /** 1, 2 … without gaps. */
  readonly position: number;
  readonly name: string;
  readonly rank: number | null;
  readonly total: string | null;
  readonly coverage: string;
  /** On the last published board of the same class; null for members new to the class. */
  readonly rankBefore: number | null;
  readonly totalBefore: string | null;
  readonly suggestedGrade: string | null;
  /** Null where nobody decided: then it stays a suggestion. */
  readonly grade: string | null;
  readonly gradeReason: string | null;
};

export type FrozenBoard = { readonly rows: readonly FrozenRow[]; readonly proportions: readonly ProportionCheck[] };

export type Publication = {
  readonly period: PeriodStanding;
  readonly published: boolean;
  readonly today: PlainDate;
  readonly scheme: Pick<SchemeBody, "subject" | "grades" | "vetoes" | "proportions">;
  /** Disputes about organisations of the board that wait for their answer. */
  readonly openDisputes: number;
  readonly candidates: readonly BoardCandidate[];
  /** The rows of the last published board of the same class, by organisation. */
  readonly before: ReadonlyMap<string, { readonly rank: number | null; readonly total: string | null }>;
};

/**
 * Publishes a board: its frozen rows in their order, or why not yet. Refused: board.of_persons (person schemes have no
 * board); board.already_published; board.in_trial; board.in_publicity to the end of the last day of 公示 (EVA-12);
 * board.disputes_open; board.veto_waiting; and the refusals of `decideGrade` where a decision no longer fits the sheet.
 */
export function decidePublication(publication: Publication): FrozenBoard | Refusal {
  const { scheme, before } = publication;
  const candidates = publication.candidates.filter(standsOnBoards);
  const refusal = notYet(publication, candidates);
  if (refusal !== null) return refusal;
  const rank = ranks(candidates);
  const rows: FrozenRow[] = [];
  for (const candidate of inOrder(candidates)) {
    const suggested = suggestionFor(scheme, candidate);
    const decided = candidate.decided && decideGrade(scheme, suggested, candidate.decided, candidate.name);
    if (isRefusal(decided)) return decided;
    rows.push({
      organizationId: candidate.organizationId,
      position: rows.length + 1,
      name: candidate.name,
      rank: rank.get(candidate.organizationId) ?? null,
      total: candidate.total,
      coverage: candidate.coverage,
      rankBefore: before.get(candidate.organizationId)?.rank ?? null,
      totalBefore: before.get(candidate.organizationId)?.total ?? null,
      suggestedGrade: suggested.grade,
      grade: decided?.grade ?? null,
      gradeReason: decided?.reason ?? null,
    });
  }
  const ranked = rows.filter((row) => row.rank !== null);
  const held = ranked.map((row) => row.grade ?? row.suggestedGrade);
  return { rows, proportions: checkProportions(scheme.proportions, ranked.length, held) };
}

/** Restricted units stand on no board (PRV-22). */
function standsOnBoards(organization: { readonly restricted: boolean }): boolean {
  return !organization.restricted;
}

/** The suggested grade of a row, capped by the vetoes that a person confirmed. */
export function suggestionFor(
  scheme: Pick<SchemeBody, "grades" | "vetoes">,
  row: Pick<BoardCandidate, "total" | "vetoes">,
): SuggestedGrade {
  const confirmed = row.vetoes.filter((veto) => veto.decision === "confirmed");
  return suggestGrade(scheme, row.total, new Set(confirmed.map((veto) => veto.code)));
}

/** By rank; those without one after them by total; equal ones by name, then by id. */
function inOrder(candidates: readonly BoardCandidate[]): BoardCandidate[] {
  return [...candidates].sort(
    (a, b) =>
      bestFirst(a.orderKey, b.orderKey) ||
      byTotal(a.total, b.total) ||
      compareTexts(a.name, b.name) ||
      compareTexts(a.organizationId, b.organizationId),
  );
}

function byTotal(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(parse(b), parse(a));
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function notYet(publication: Publication, candidates: readonly BoardCandidate[]): Refusal | null {
  const { period, published, today, scheme, openDisputes } = publication;
  if (scheme.subject === "person") return refuse("board.of_persons");
  const { publicityTo } = period;
  if (!published && publicityTo !== null && today <= publicityTo)
    return refuse("board.in_publicity", { to: publicityTo });
  const state = boardStateOf(period, published, today);
  if (boardActions[state].publish === undefined) {
    const values = { period: nameOfPeriod(period) };
    return state === "published" ? refuse("board.already_published", values) : refuse("board.in_trial", values);
  }
  if (openDisputes > 0) return refuse("board.disputes_open", { count: openDisputes });
  const waiting = candidates.flatMap(({ vetoes }) => vetoes).filter(({ decision }) => decision === "waiting").length;
  return waiting > 0 ? refuse("board.veto_waiting", { count: waiting }) : null;
}
