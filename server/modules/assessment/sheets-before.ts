import type { SheetFigures } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import { type Definitions, loadDefinitions } from "./definitions.ts";
import type { StoredPeriod } from "./period-standing.ts";
import type { PlacedKey } from "./sheet-contexts.ts";
import { placesOf, type SheetKey } from "./sheet-keys.ts";

/** Scores sheets from what came before a closing. */
export type ScoreBefore = (
  definitions: Definitions,
  keys: readonly PlacedKey[],
  closing: number,
) => Promise<SheetFigures[]>;

/** A moment in the order of closings. */
export type Before = { readonly closing: number; readonly score: ScoreBefore };

/**
 * Which sheets of others a sheet reads: the adjusted ones as they stand now; or those that stood before a closing, without
 * a number before the one that ended the entries of the sheet's own period.
 */
export type Standing = "adjusted" | { readonly closing: number | null; readonly score: ScoreBefore };

/** The closing before which the sheets stood that are read for this period; null where those count that stand now. */
export function closingOf(period: StoredPeriod, standing: Standing): number | null {
  return standing === "adjusted" ? null : (standing.closing ?? period.closing);
}

/**
 * The sheets of those below. They have ended their entries under the same closing, so what its own version holds is what
 * they published.
 */
export function childBasis(period: StoredPeriod, standing: Standing): "published" | "adjusted" | Before {
  if (standing === "adjusted") return "adjusted";
  const closing = closingOf(period, standing);
  return closing === null || closing === period.closing ? "published" : { closing, score: standing.score };
}

/** The sheets of these keys as they stood before a closing, by the versions that scored them then. */
export async function scoredBefore(
  database: ReadDatabase,
  tenantId: number,
  scheme: string,
  keys: readonly (SheetKey & { readonly schemeVersion: number })[],
  { closing, score }: Before,
): Promise<(SheetFigures | undefined)[]> {
  const places = await placesOf(database, tenantId, keys);
  const placed = keys.flatMap((key, i) => {
    const place = places[i];
    return place ? [{ ...key, place, i }] : [];
  });
  const found = keys.map((): SheetFigures | undefined => undefined);
  for (const [version, some] of Map.groupBy(placed, ({ schemeVersion }) => schemeVersion)) {
    const figures = await score(await loadDefinitions(database, tenantId, scheme, version), some, closing);
    for (const [n, { i }] of some.entries()) found[i] = figures[n];
  }
  return found;
}
