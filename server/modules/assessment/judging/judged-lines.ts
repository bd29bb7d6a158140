import type { IndicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { leavesOf, type SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import type { Period } from "@dutyloop/domain/assessment/period-things.ts";
import { mostJudged } from "@dutyloop/domain/assessment/scoring/judging-rules.ts";
import { compare, parse } from "@dutyloop/domain/kernel/rational.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { adoptionsOf, versionInForce } from "../adoptions.ts";
import { loadDefinitions } from "../definitions.ts";

/** The organisation that is judged. */
export type Judged = { readonly path: string; readonly kind: string; readonly class: string | null };

/**
 * The most a judge may give for an indicator, an organisation and a period: of the schemes in force for it that use the
 * indicator, the highest. Null where none does.
 */
export async function mostForJudged(
  database: ReadDatabase,
  tenantId: number,
  indicatorCode: string,
  judged: Judged,
  period: Period,
): Promise<string | null> {
  const adoptions = await adoptionsOf(database, tenantId);
  let most: string | null = null;
  for (const code of new Set(adoptions.map(({ schemeCode }) => schemeCode))) {
    const version = versionInForce(adoptions, code, judged.path, period.from);
    if (version === null) continue;
    const { scheme, indicators } = await loadDefinitions(database, tenantId, code, version);
    const { kinds, classes } = scheme.appliesTo;
    const applies =
      scheme.cadence === period.span &&
      (kinds as readonly string[]).includes(judged.kind) &&
      (classes.length === 0 || classes.includes(judged.class ?? ""));
    if (!applies) continue;
    for (const points of mostOfScheme(indicatorCode, scheme, indicators))
      if (most === null || compare(parse(points), parse(most)) > 0) most = points;
  }
  return most;
}

/** The most a judge may give for an indicator in a scheme; empty where no leaf asks for it. */
export function mostOfScheme(code: string, scheme: SchemeBody, indicators: readonly IndicatorBody[]): string[] {
  const leaf = leavesOf(scheme).find(({ indicator }) => indicator === code);
  const indicator = indicators.find((body) => body.code === leaf?.indicator && body.version === leaf.version);
  return leaf && indicator ? [mostJudged(indicator, leaf.fullMarks)] : [];
}
