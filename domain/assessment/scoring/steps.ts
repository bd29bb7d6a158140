/**
 * Rounded figures counted in steps of their last decimal place: 36.00 is 3600 with two places. Sums and shares of them
 * are then whole numbers.
 */

/** A figure written with the scheme's places, in steps. */
export function stepsOf(text: string): bigint {
  return BigInt(text.replace(".", ""));
}

/** n ÷ d rounded to a whole number, a half away from zero; d is above zero. */
export function dividedToNearest(n: bigint, d: bigint): bigint {
  if (d === 1n) return n;
  const rounded = ((n < 0n ? -n : n) * 2n + d) / (d * 2n);
  return n < 0n ? -rounded : rounded;
}
