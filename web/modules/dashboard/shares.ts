export type Share = { readonly done: number; readonly of: number };

/** Whole percent, rounded down so that 100 % means all of it. */
export function percentOf({ done, of }: Share): number {
  return of === 0 ? 100 : Math.floor((done * 100) / of);
}

/** Percent with one place, for figures ("89.2"). */
export function exactPercentOf({ done, of }: Share): string {
  return of === 0 ? "100.0" : (Math.floor((done * 1000) / of) / 10).toFixed(1);
}

/** Percentage points between two shares; null where there was nothing to compare. */
export function pointsBetween(before: Share | undefined, now: Share): number | null {
  if (!before || before.of === 0 || now.of === 0) return null;
  return Math.round((now.done / now.of - before.done / before.of) * 1000) / 10;
}
