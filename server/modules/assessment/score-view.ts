import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { ranks } from "@dutyloop/domain/assessment/rank-rules.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { addMonths, firstDayOf, type Month } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { type Place, placeInScope } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { Refused } from "../../platform/ritual/refused.ts";
import { boardRows } from "./board-view.ts";
import { loadDefinitions, monthlyScheme } from "./definitions.ts";

type Score = Answer<"getScore">;
type Line = Omit<Score["lines"][number], "dimension" | "basis">;
type Sheet = { total: string | null; coverage: string; lines: Line[]; computedAt: Date };

/**
 * The score of one organisation and month with the arithmetic of each line. In a trial its own branch sees the figures
 * without a rank; who may see the board of the organisation above sees the rank too.
 */
export async function getScore(request: ReadRequest<"getScore">): Promise<Score> {
  const { database, tenantId, scope, params } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  return { ...(await explainScore(database, tenantId, place, params.period)), ...(await rankOf(request, place)) };
}

/** The explained score without rank; throws `score.none_yet` where nothing was due or done. */
export async function explainScore(
  database: ReadDatabase,
  tenantId: number,
  place: Pick<Place, "id" | "name">,
  period: Month,
): Promise<Omit<Score, "rank" | "rankedOf">> {
  const { scheme, indicators } = await loadDefinitions(database, tenantId, monthlyScheme);
  const sheet = await sheetOf(database, tenantId, place.id, period);
  if (!sheet) throw new Refused(refuse("score.none_yet"));
  const before = await sheetOf(database, tenantId, place.id, addMonths(period, -1));
  return {
    organizationId: place.id,
    organizationName: place.name,
    period,
    scheme: { code: scheme.code, version: scheme.version, name: scheme.name },
    state: "trial",
    total: sheet.total,
    coverage: sheet.coverage,
    previousTotal: before?.total ?? null,
    computedAt: sheet.computedAt.toISOString(),
    lines: sheet.lines.map((line) => {
      const indicator = indicators.find(({ code }) => code === line.code);
      return { ...line, dimension: indicator?.dimension ?? null, basis: indicator?.basis.zh ?? null };
    }),
  };
}

async function sheetOf(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  period: Month,
): Promise<Sheet | undefined> {
  const { rows } = await sql<Sheet>`
    SELECT total, coverage::text AS coverage, lines, computed_at AS "computedAt" FROM score_sheet
    WHERE tenant_id = ${tenantId} AND organization_id = ${organizationId} AND scheme_code = ${monthlyScheme}
      AND month = ${firstDayOf(period)}::date ORDER BY period_version DESC LIMIT 1`.execute(database);
  return rows[0];
}

async function rankOf(
  { database, tenantId, caller, today, params }: ReadRequest<"getScore">,
  place: Place,
): Promise<Pick<Score, "rank" | "rankedOf">> {
  const parentPath = place.path.replace(/[^.]+\.$/, "");
  if (parentPath === "" || !covers(scopeOf(caller.actor, "board.read", today), parentPath))
    return { rank: null, rankedOf: null };
  const { scheme } = await loadDefinitions(database, tenantId, monthlyScheme);
  const rows = await boardRows(database, tenantId, parentPath, params.period);
  const mine = rows.find((row) => row.organizationId === place.id);
  const rank = ranks(
    rows.filter((row) => row.class === mine?.class),
    scheme.coverageThreshold,
  );
  return { rank: rank.get(place.id) ?? null, rankedOf: [...rank.values()].filter((value) => value !== null).length };
}
