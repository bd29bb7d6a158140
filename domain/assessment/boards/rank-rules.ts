/** An organisation of one class with the order key of its sheet; '' is shown without rank. */
export type Ranked = { readonly organizationId: string; readonly orderKey: string };

/**
 * The rank of each organisation within its class, the highest order key first. Equal keys (equal totals that no
 * tie-breaker tells apart) share the better rank and the next is skipped (1, 2, 2, 4). Without a key: null.
 */
export function ranks(rows: readonly Ranked[]): ReadonlyMap<string, number | null> {
  const result = new Map<string, number | null>(rows.map((row) => [row.organizationId, null]));
  const ranked = rows.filter((row) => row.orderKey !== "").sort((a, b) => bestFirst(a.orderKey, b.orderKey));
  let rank = 0;
  ranked.forEach((row, index) => {
    if (ranked[index - 1]?.orderKey !== row.orderKey) rank = index + 1;
    result.set(row.organizationId, rank);
  });
  return result;
}

/** Sorts order keys the best first, those without rank last. */
export function bestFirst(a: string, b: string): number {
  return a === b ? 0 : a < b ? 1 : -1;
}

/** Places gained (above zero) or lost since the last published board of the same class; null where one is missing. */
export function changeOfRank(before: number | null, now: number | null): number | null {
  return before === null || now === null ? null : before - now;
}
