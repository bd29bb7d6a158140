import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { type Place, placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { Refused } from "../../../platform/ritual/refused.ts";
import { type Definitions, loadDefinitions } from "../definitions.ts";
import { periodInView } from "./period-in-view.ts";
import { type StoredScore, storedScores } from "./stored-scores.ts";

/** The sheet that a line belongs to. */
export type LineInView = {
  readonly place: Place;
  readonly period: PeriodStanding;
  readonly sheet: StoredScore;
  readonly definitions: Definitions;
};

/** Throws `score.none_yet` where the organisation has no sheet of this scheme and version of the period. */
export async function lineInView(
  request: ReadRequest<"listScoreFacts"> | ReadRequest<"listScoreChildren">,
): Promise<LineInView> {
  const { database, tenantId, scope, params, query } = request;
  const [place, { shown: period }] = await Promise.all([
    placeInScope(database, tenantId, scope, params.organizationId),
    periodInView(database, tenantId, params.period, query.version ?? null),
  ]);
  const sheets = await storedScores(database, tenantId, place.id, query.scheme, [period.from]);
  const ofVersion = sheets.filter(({ version }) => version === period.version);
  const sheet = ofVersion.find(({ basis }) => basis === "published") ?? ofVersion[0];
  const definitions = sheet && (await loadDefinitions(database, tenantId, query.scheme, sheet.schemeVersion));
  if (definitions?.scheme.cadence !== period.span || sheet === undefined) throw new Refused(refuse("score.none_yet"));
  return { place, period, sheet, definitions };
}
