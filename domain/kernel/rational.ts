/** An exact fraction in lowest terms; the denominator is above zero. */
export type Rational = { readonly n: bigint; readonly d: bigint };

/** The fraction n ÷ d in lowest terms. Throws RangeError when d is zero. */
export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 1n) return { n: top, d: 1n };
  if (bottom === 0n) throw new RangeError("division by zero");
  const divisor = greatestCommonDivisor(magnitude(top), magnitude(bottom)) * (bottom < 0n ? -1n : 1n);
  return { n: top / divisor, d: bottom / divisor };
}

export const zero: Rational = { n: 0n, d: 1n };
export const one: Rational = { n: 1n, d: 1n };

/** Reads a decimal such as "12.50" or "-3". Throws RangeError for anything else. */
export function parse(text: string): Rational {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (parts === null) throw new RangeError(`not a decimal number: ${text}`);
  const fraction = parts[3] ?? "";
  return rational(BigInt(`${parts[1]}${parts[2]}${fraction}`), 10n ** BigInt(fraction.length));
}

export function add(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d);
}

/** a ÷ b. Throws RangeError when b is zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n);
}

/** Below zero when a < b, zero when equal, above zero when a > b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function min(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

export function max(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

/** The value brought into floor…ceiling. */
export function clamp(value: Rational, floor: Rational, ceiling: Rational): Rational {
  return min(max(value, floor), ceiling);
}

export function isZero(value: Rational): boolean {
  return value.n === 0n;
}

export function sum(values: Iterable<Rational>): Rational {
  let total = zero;
  for (const value of values) total = add(total, value);
  return total;
}

/** Rounds to `places` decimals; a half goes away from zero (2.345 → 2.35, −2.345 → −2.35). */
export function roundHalfAwayFromZero(value: Rational, places: number): Rational {
  const scale = 10n ** BigInt(places);
  const rounded = (magnitude(value.n) * scale * 2n + value.d) / (value.d * 2n);
  return rational(value.n < 0n ? -rounded : rounded, scale);
}

/** The value rounded and written with exactly `places` decimals: "36.00". */
export function format(value: Rational, places: number): string {
  const rounded = roundHalfAwayFromZero(value, places);
  return decimals(rounded.n * (10n ** BigInt(places) / rounded.d), places);
}

/** The exact decimal without trailing zeros ("0.9", "28"), or null where it never ends (1 ÷ 3). */
export function toText(value: Rational): string | null {
  let places = 0;
  for (let scale = 1n; places <= 1000; scale *= 10n, places += 1) {
    if (scale % value.d === 0n) return decimals(value.n * (scale / value.d), places);
    // Only twos and fives divide a power of ten: one digit removes at most one of each.
    if (places > value.d.toString(2).length) return null;
  }
  return null;
}

/** For a reader with a calculator: the exact decimal if it is short enough, else cut off after `places` with "…". */
export function toReadableText(value: Rational, places = 6): string {
  const scale = 10n ** BigInt(places);
  if (scale % value.d === 0n) return toText(value)!;
  return `${decimals((value.n * scale) / value.d, places, value.n < 0n)}…`;
}

function decimals(scaled: bigint, places: number, negative = scaled < 0n): string {
  const digits = magnitude(scaled)
    .toString()
    .padStart(places + 1, "0");
  const sign = negative ? "-" : "";
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
