import type { LineSum, LineSums } from "@dutyloop/domain/assessment/what-if/what-if-lines.ts";
import type { TriedFigures, TriedOrganization } from "@dutyloop/domain/assessment/what-if/what-if-rules.ts";

/** The figures of one organisation under one scheme, added up period by period, in units of a last place. */
export type Side = {
  readonly totals: number[];
  orderKey: string;
  /** By the scheme's list of leaves. */
  readonly points: number[];
  readonly periods: number[];
};

/** What an organisation got under the scheme that stands and would get under the changed one. */
export type Tried = { class: string; readonly before: Side; readonly after: Side };

export function newTried(leavesBefore: number, leavesAfter: number): Tried {
  return { class: "", before: newSide(leavesBefore), after: newSide(leavesAfter) };
}

function newSide(leaves: number): Side {
  return { totals: [], orderKey: "", points: new Array(leaves).fill(0), periods: new Array(leaves).fill(0) };
}

/** Adds the points of a leaf in a period that counts; nothing where it wasn't scored. */
export function addPoints(side: Side, leaf: number, units: number | null): void {
  if (units === null) return;
  side.points[leaf] = (side.points[leaf] ?? 0) + units;
  side.periods[leaf] = (side.periods[leaf] ?? 0) + 1;
}

/** The figures in coarser units, of which one is so many; exact, because no figure is finer. */
export function coarser({ totals, orderKey, points, periods }: Side, units: number): Side {
  const exact = (figure: number) => figure / units;
  return { totals: totals.map(exact), orderKey, points: points.map(exact), periods };
}

/** For the comparison, the standing totals in coarser units; a single period is ranked by its order keys. */
export function triedOrganization(
  organizationId: string,
  { class: ofClass, before, after }: Tried,
  single: boolean,
  units: number,
): TriedOrganization {
  const figures = ({ orderKey }: Side, totals: readonly number[]): TriedFigures => {
    return { totals, orderKey: single ? orderKey : null };
  };
  const standing = before.totals.map((total) => total / units);
  return { organizationId, class: ofClass, before: figures(before, standing), after: figures(after, after.totals) };
}

/** The points of a side by leaf. */
export function lineSums({ totals, points, periods }: Side, codes: readonly string[]): LineSums {
  const lines = new Map<string, LineSum>();
  codes.forEach((code, leaf) => {
    const counted = periods[leaf] ?? 0;
    if (counted > 0) lines.set(code, { points: points[leaf] ?? 0, periods: counted });
  });
  return { lines, periods: totals.length };
}
