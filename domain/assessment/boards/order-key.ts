import type { SchemeBody } from "../definitions/scheme.ts";

/** Digits before and after the point: as many as a decimal of a definition may have. */
const wholeDigits = 12;
const fractionDigits = 8;
const offset = 10n ** BigInt(wholeDigits + fractionDigits);

/**
 * A text that sorts (byte by byte) as the rank does: higher is better, and it is equal just where total and tie-breaker
 * points are. The points of a tie-breaker without any come below every figure. Empty for whom is shown without rank.
 */
export function orderKey(total: string | null, tieBreakerPoints: readonly (string | null)[], ranked: boolean): string {
  if (total === null || !ranked) return "";
  return [total, ...tieBreakerPoints].map((points) => (points === null ? "-" : sortable(points))).join(" ");
}

/**
 * The order key of a sheet: '' without a total or with less than the scheme's coverage; equal totals are decided by the
 * scheme's tie-breakers, the first that differs. The points of a deduction are better the lower they are. `lines` are
 * the codes of the figures' lines, in the same order.
 */
export function orderKeyOf(
  scheme: Pick<SchemeBody, "coverageThreshold" | "tieBreakers" | "deductions">,
  figures: {
    readonly total: string | null;
    readonly coverage: string;
    readonly lines: readonly { readonly points: string | null }[];
  },
  lines: readonly { readonly code: string }[],
): string {
  const tieBreakers = scheme.tieBreakers.map((code) => {
    const points = figures.lines[lines.findIndex((line) => line.code === code)]?.points ?? null;
    return points !== null && isDeduction(scheme, code) ? negated(points) : points;
  });
  return orderKey(figures.total, tieBreakers, sortable(figures.coverage) >= sortable(scheme.coverageThreshold));
}

/** The part of an order key that totals of the same whole number share; '' for ''. It sorts as the key does. */
export function wholeBucketOf(orderKey: string): string {
  return orderKey.slice(0, wholeDigits + 1);
}

function isDeduction(scheme: Pick<SchemeBody, "deductions">, code: string): boolean {
  return scheme.deductions.some((node) => node.code === code || node.leaves.some((leaf) => leaf.indicator === code));
}

function negated(points: string): string {
  return points.startsWith("-") ? points.slice(1) : `-${points}`;
}

/** A decimal raised above zero and written with a fixed number of digits: "92.42" → "1000000000092.42000000". */
function sortable(decimal: string): string {
  const [whole = "", fraction = ""] = decimal.replace("-", "").split(".");
  if (whole.length > wholeDigits || fraction.length > fractionDigits) {
    throw new RangeError(`more digits than an order key holds: ${decimal}`);
  }
  const digits = whole.padStart(wholeDigits, "0") + fraction.padEnd(fractionDigits, "0");
  const raised = decimal.startsWith("-")
    ? String(offset - BigInt(digits)).padStart(digits.length + 1, "0")
    : `1${digits}`;
  return `${raised.slice(0, -fractionDigits)}.${raised.slice(-fractionDigits)}`;
}
