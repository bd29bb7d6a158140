import type { Period } from "@dutyloop/domain/assessment/period-things.ts";
import { parsePeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { plainDecimal } from "@dutyloop/domain/assessment/scoring/measure-rules.ts";
import type { FactDraft } from "@dutyloop/domain/assessment/things.ts";
import { type Actor, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { addMonths, type Month, monthOf, monthsFromTo, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { compare, parse, type Rational } from "@dutyloop/domain/kernel/rational.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { v7 as uuidv7 } from "uuid";
import { postFacts } from "../../../platform/facts/post-facts.ts";
import { reverseFacts } from "../../../platform/facts/reverse-facts.ts";
import type { Context, UseCase } from "../../../platform/ritual/use-case.ts";
import { type JudgeState, judgeState, type NewJudgement, type StandingJudgement } from "./judge-state.ts";
import { keepJudgement } from "./keep-judgement.ts";

type Decision = {
  readonly judgementId: string;
  readonly version: number;
  readonly period: Period;
  readonly points: string;
  readonly changed: boolean;
};
type Answer = { judgementId: string; version: number; changed: boolean };

/**
 * A named judge gives points for an indicator, an organisation and a period, with his reason. When he changes his mind
 * the points he gave are reversed by a storno and new ones booked beside it. Nobody judges the organisation he stands at.
 */
export const judge: UseCase<NewJudgement, JudgeState, Decision, Answer> = {
  name: "assessment.judge",
  access: "score.judge",
  postsIn: ({ period }) => postingMonths(period),
  load: judgeState,
  place: ({ path }) => path,
  decide({ path, period, named, most, before }, input, { actor, today }) {
    if (period === null) return refuse("judgement.period_unknown", { period: input.period }, "period");
    if (!isBelowOwnPlace(actor, path, today)) return refuse("judgement.own_organization", {}, "organizationId");
    if (!named) return refuse("judgement.not_named", { indicator: input.indicatorCode }, "indicatorCode");
    if (period.from > today) return refuse("judgement.period_not_begun", { period: input.period }, "period");
    if (most === null)
      return refuse(
        "judgement.line_not_used",
        { indicator: input.indicatorCode, period: input.period },
        "indicatorCode",
      );
    const value = parse(input.points);
    if (value.n < 0n || compare(value, parse(most)) > 0)
      return refuse("judgement.points_out_of_range", { most }, "points");
    const points = plainDecimal(input.points);
    if (before !== null && stands(before, value, input.reason))
      return { judgementId: before.id, version: before.version, period, points, changed: false };
    return { judgementId: before?.id ?? uuidv7(), version: (before?.version ?? 0) + 1, period, points, changed: true };
  },
  async save(saving, { judgementId, version, period, points, changed }, context, input, { before, role }) {
    if (!changed) return;
    if (before) reverseFacts(saving, context, before.facts);
    const draft = draftOf(input, points, period, role ?? "", context);
    const origin = { table: "judgement", id: judgementId, version, part: "", recordId: null };
    postFacts(saving, context, [{ draft, origin }]);
    await keepJudgement(saving, context, { id: judgementId, version, points, countsOn: period.to }, input);
  },
  audit: ({ judgementId, version, points }, { organizationId, indicatorCode, period }, { before }) => ({
    object: `judgement ${judgementId}`,
    ...(before ? { before: { points: before.points, version: before.version } } : {}),
    after: { organizationId, indicatorCode, period, points, version },
  }),
  answer: ({ judgementId, version, changed }) => ({ judgementId, version, changed }),
};

/** Whether it is what stands already; an upheld dispute may have taken its points away. */
function stands({ points, reason, facts }: StandingJudgement, given: Rational, newReason: string): boolean {
  return facts.length > 0 && compare(parse(points), given) === 0 && reason === newReason;
}

function isBelowOwnPlace(actor: Actor, path: string, today: PlainDate): boolean {
  return scopeOf(actor, "score.judge", today).subtrees.some((place) => path !== place && path.startsWith(place));
}

function draftOf(
  { organizationId, indicatorCode, reason }: NewJudgement,
  points: string,
  period: Period,
  role: string,
  { actor, accountName, today }: Context,
): FactDraft {
  return {
    kind: "judgement",
    organizationId,
    subjectId: null,
    occurredOn: today,
    countsOn: period.to,
    quantity: points,
    base: null,
    attributes: { indicator: indicatorCode, judge: role },
    details: { reason, account: actor.accountId, judgeName: accountName },
  };
}

/** The month the judgement counts in and those after it, in case it is closed. */
function postingMonths(text: string): Month[] {
  const period = parsePeriod(text);
  if (period === null) return [];
  const month = monthOf(period.to);
  return monthsFromTo(month, addMonths(month, 24));
}
