import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import type { PeriodStanding, Span } from "@dutyloop/domain/assessment/period-things.ts";
import { nameOfPeriod, periodOf } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { decodeLines } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { Definitions } from "../definitions.ts";
import { difference } from "./board-rows.ts";
import { type StoredScore, storedScores } from "./stored-scores.ts";

type Score = Answer<"getScore">;

/** 以前期间调整 of the period itself: the total and the lines that facts after the close change. */
export function ownAdjustment(
  { scheme, indicators }: Definitions,
  published: StoredScore,
  adjusted: StoredScore | null,
  facts: number,
): Score["adjustment"] {
  if (adjusted === null) return null;
  const now = decodeLines(scheme, indicators, adjusted.lines).lines;
  const lines = decodeLines(scheme, indicators, published.lines).lines.flatMap(({ code, name, points }, i) => {
    const other = now[i]?.points ?? null;
    return other === points ? [] : [{ code, name, published: points, adjusted: other }];
  });
  return {
    published: published.total,
    adjusted: adjusted.total,
    adjustment: difference(adjusted.total, published.total, scheme.places),
    facts,
    lines,
  };
}

/**
 * Adjustments of earlier periods whose late facts were booked in this one. They are shown beside its score and enter
 * neither its total nor its rank.
 */
export async function bookedHere(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  scheme: Pick<SchemeBody, "code" | "cadence" | "places">,
  period: PeriodStanding,
): Promise<Score["adjustments"]> {
  const { rows } = await sql<{ month: string; facts: number }>`
    SELECT date_trunc('month', counts_on)::date AS month, count(*)::int AS facts FROM fact
    WHERE tenant_id = ${tenantId} AND organization_id = ${organizationId} AND counts_on < ${period.from}::date
      AND posted_in >= ${period.from}::date AND posted_in <= ${period.to}::date GROUP BY 1`.execute(database);
  const late = new Map<string, number>();
  for (const { month, facts } of rows) {
    const { from } = periodOf(scheme.cadence, month);
    late.set(from, (late.get(from) ?? 0) + facts);
  }
  const sheets = await storedScores(database, tenantId, organizationId, scheme.code, [...late.keys()]);
  return [...late].sort().flatMap(([from, facts]) => {
    const adjustment = adjustmentOf(sheets, from, scheme);
    return adjustment === null ? [] : [{ ...adjustment, facts }];
  });
}

type OfPeriod = Omit<Score["adjustments"][number], "facts">;

/** What the newest version's adjusted sheet of a period says against what was published; null where there is none. */
function adjustmentOf(
  sheets: readonly StoredScore[],
  from: string,
  { cadence, places }: { cadence: Span; places: number },
): OfPeriod | null {
  const [newest] = sheets.filter(({ periodFrom }) => periodFrom === from);
  const ofVersion = sheets.filter(({ periodFrom, version }) => periodFrom === from && version === newest?.version);
  const adjusted = ofVersion.find(({ basis }) => basis === "adjusted");
  const published = ofVersion.find(({ basis }) => basis === "published");
  // Where nothing was published and nothing is scored by now there is no difference to tell.
  if (adjusted === undefined || (published === undefined && adjusted.total === null)) return null;
  return {
    period: nameOfPeriod({ span: cadence, from }),
    published: published?.total ?? null,
    adjusted: adjusted.total,
    adjustment: difference(adjusted.total, published?.total ?? null, places),
  };
}
