import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { boardStateOf } from "@dutyloop/domain/assessment/boards/board-rules.ts";
import { nameOfPeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type Place, placeInScope } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { adoptionsOf } from "../adoptions.ts";
import { pathOfOn } from "../places-in-period.ts";
import { meanScore } from "./mean-score.ts";
import { ownScore } from "./own-score.ts";
import { type PeriodInView, periodInView } from "./period-in-view.ts";
import { schemeChoices, schemeInView, schemeRef } from "./scheme-in-view.ts";
import { type Assessor, assessorsOf, ranksOn } from "./score-ranks.ts";
import { scoredPeriods } from "./scored-periods.ts";
import type { StoredScore } from "./stored-scores.ts";

type Score = Answer<"getScore">;
type Wanted = { readonly period: string; readonly scheme: string; readonly version: number | null };

/**
 * A score with the arithmetic of each line. In a trial its own organisation sees the figures without a rank; who may see
 * the board of an organisation above sees the rank on it, and from 公示 on everybody who sees the score does.
 */
export async function getScore(request: ReadRequest<"getScore">): Promise<Score> {
  const { database, tenantId, scope, params, query, now, caller, today } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const wanted = { period: params.period, scheme: query.scheme, version: query.version ?? null };
  const { score, sheet, assessors, view } = await workOut(database, tenantId, place, wanted, now, today);
  if (sheet === null || view.shown.version !== view.newest.version) return score;
  const boards = scopeOf(caller.actor, "board.read", today);
  const open = assessors.filter(({ path, published }) => {
    return boardStateOf(view.shown, published, today) !== "trial" || covers(boards, path);
  });
  return { ...score, ranks: await ranksOn(database, tenantId, wanted.scheme, view.shown, sheet, open) };
}

/** The explained score without ranks, for whoever may see everything. Throws `score.none_yet` without a sheet. */
export async function explainScore(
  database: ReadDatabase,
  tenantId: number,
  place: Pick<Place, "id" | "name" | "path">,
  wanted: Wanted,
  times: { readonly now: Date; readonly today: PlainDate },
): Promise<Score> {
  return (await workOut(database, tenantId, place, wanted, times.now, times.today)).score;
}

type WorkedOut = {
  readonly score: Score;
  readonly sheet: StoredScore | null;
  readonly assessors: readonly Assessor[];
  readonly view: PeriodInView;
};

async function workOut(
  database: ReadDatabase,
  tenantId: number,
  place: Pick<Place, "id" | "name" | "path">,
  wanted: Wanted,
  now: Date,
  today: PlainDate,
): Promise<WorkedOut> {
  const [adoptions, view] = await Promise.all([
    adoptionsOf(database, tenantId),
    periodInView(database, tenantId, wanted.period, wanted.version),
  ]);
  const { newest, shown } = view;
  const path = await pathOfOn(database, tenantId, place.id, shown.to);
  const inForce = await schemeInView(database, tenantId, adoptions, wanted.scheme, path, shown);
  const { cadence } = inForce.scheme;
  const [figures, schemes, periods] = await Promise.all([
    inForce.own
      ? ownScore(database, tenantId, place.id, wanted.scheme, shown, now)
      : meanScore(database, tenantId, place.id, inForce.scheme, shown),
    schemeChoices(database, tenantId, adoptions, path, shown),
    scoredPeriods(database, tenantId, place.id, wanted.scheme, cadence, today),
  ]);
  const { definitions = inForce, sheet = null, ...rest } = { ...ofMean(now), ...figures };
  const assessors = sheet === null ? [] : await assessorsOf(database, tenantId, place.id, wanted.scheme, shown, sheet);
  const score = {
    ...rest,
    organizationId: place.id,
    organizationName: place.name,
    period: nameOfPeriod(shown),
    span: shown.span,
    periodState: shown.state,
    periodVersion: shown.version,
    versions: newest.version,
    state: boardStateOf(
      shown,
      assessors.some(({ published }) => published),
      today,
    ),
    publicity: publicityOf(view),
    scheme: { ...schemeRef(definitions), cadence, coverageThreshold: definitions.scheme.coverageThreshold },
    schemes,
    periods,
    ranks: [],
  };
  return { score, sheet, assessors, view };
}

/** What a mean doesn't have. */
function ofMean(now: Date) {
  return {
    grade: null,
    vetoes: [],
    composition: null,
    lines: [],
    adjustment: null,
    changes: null,
    computedAt: now.toISOString(),
  };
}

function publicityOf({ shown: { publicityFrom: from, publicityTo: to } }: PeriodInView): Score["publicity"] {
  return from === null || to === null ? null : { from, to };
}
