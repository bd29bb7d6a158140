type Counts = { readonly added: number; readonly changed: number };

/** New and changed rows over all sheets. */
export function sumOf(sheets: readonly Counts[]): { added: number; changed: number } {
  const sum = { added: 0, changed: 0 };
  for (const { added, changed } of sheets) {
    sum.added += added;
    sum.changed += changed;
  }
  return sum;
}
