/** What canonical JSON can hold. Numbers must be safe integers; decimals are written as texts. */
export type CanonicalValue =
  | null
  | boolean
  | number
  | string
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue | undefined };

/**
 * One text for one value: keys sorted by code unit, no blanks, keys without a value left out. Two different values never
 * give the same text, so a MAC over it binds every field. Throws TypeError for a number that isn't a safe integer.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new TypeError(`canonical JSON holds whole numbers only: ${value}`);
  }
  if (value === null || typeof value !== "object") return JSON.stringify(Object.is(value, -0) ? 0 : value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const entries = Object.entries(value as { readonly [key: string]: CanonicalValue | undefined });
  const written = entries
    .filter((entry): entry is [string, CanonicalValue] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`);
  return `{${written.join(",")}}`;
}
