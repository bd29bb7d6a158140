import { compare, parse } from "../kernel/rational.ts";

/** An organisation of one class with the total and the coverage of its score sheet. */
export type Ranked = { readonly organizationId: string; readonly total: string | null; readonly coverage: string };

/**
 * The rank of each organisation within its class by total, descending. Equal totals share the better rank and the next
 * is skipped (1, 2, 2, 4). Without a total, or with a coverage below the threshold (percent), an organisation is shown
 * without rank: null.
 */
export function ranks(rows: readonly Ranked[], coverageThreshold: string): ReadonlyMap<string, number | null> {
  const threshold = parse(coverageThreshold);
  const result = new Map<string, number | null>(rows.map((row) => [row.organizationId, null]));
  const totals = rows
    .filter((row) => row.total !== null && compare(parse(row.coverage), threshold) >= 0)
    .map((row) => ({ organizationId: row.organizationId, total: parse(row.total!) }))
    .sort((a, b) => compare(b.total, a.total));
  let rank = 0;
  totals.forEach((row, index) => {
    const before = totals[index - 1];
    if (before === undefined || compare(before.total, row.total) !== 0) rank = index + 1;
    result.set(row.organizationId, rank);
  });
  return result;
}
