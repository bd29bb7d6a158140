import { add, parse, type Rational, rational, zero } from "../../kernel/rational.ts";
import type { Evidence } from "../things.ts";

/**
 * Exact sums of decimals, one per slot. Decimals of up to four places are added as whole ten-thousandths in plain
 * numbers as long as every sum is a safe integer; whatever is finer or larger goes to `rest` as a fraction. `waiting`
 * holds the facts that have to be seen together before it is clear what counts of them.
 */
export type Tally = { readonly whole: number[]; rest: Rational[] | null; waiting: Evidence[] };

const places = 4;
const scale = 10 ** places;
/** Eleven characters of digits stay safe integers when counted in ten-thousandths. */
const longest = 11;
const shift = [10_000, 1_000, 100, 10, 1] as const;

export function emptyTally(slots: number): Tally {
  return { whole: new Array<number>(slots).fill(0), rest: null, waiting: [] };
}

export function clearTally(tally: Tally): void {
  for (let slot = 0; slot < tally.whole.length; slot += 1) tally.whole[slot] = 0;
  tally.rest = null;
  if (tally.waiting.length > 0) tally.waiting = [];
}

/** Adds a decimal written as text. Throws RangeError for anything else. */
export function addDecimal(tally: Tally, slot: number, text: string): void {
  addWhole(tally, slot, tenThousandths(text), text);
}

/** Adds a number of facts. */
export function addCount(tally: Tally, slot: number, count: number): void {
  addWhole(tally, slot, count * scale, count);
}

function addWhole(tally: Tally, slot: number, figure: number, original: string | number): void {
  const next = tally.whole[slot]! + figure;
  if (Number.isSafeInteger(next)) {
    tally.whole[slot] = next;
    return;
  }
  tally.rest ??= tally.whole.map(() => zero);
  tally.rest[slot] = add(tally.rest[slot]!, typeof original === "number" ? rational(original) : parse(original));
}

/** The sum of a slot. */
export function sumOf(tally: Tally, slot: number): Rational {
  const whole = rational(tally.whole[slot]!, scale);
  return tally.rest === null ? whole : add(whole, tally.rest[slot]!);
}

/** The decimal in ten-thousandths, or NaN where it is too long, too fine or none at all. */
function tenThousandths(text: string): number {
  const negative = text.charCodeAt(0) === 45;
  const start = negative ? 1 : 0;
  if (text.length > longest || text.length === start) return Number.NaN;
  let value = 0;
  let decimals = -1;
  for (let index = start; index < text.length; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      if (decimals >= 0) decimals += 1;
    } else if (digit === -2 && decimals < 0 && index > start) {
      decimals = 0;
    } else {
      return Number.NaN;
    }
  }
  if (decimals === 0) return Number.NaN;
  const figure = value * (shift[Math.max(decimals, 0)] ?? Number.NaN);
  return negative ? -figure : figure;
}
