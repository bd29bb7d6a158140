type Line = { readonly code: string; readonly parent: string | null; readonly kind: "leaf" | "node" };
export type Placed<L> = { readonly line: L; readonly depth: number };

/**
 * Lines as one reads them: each node over what it is made of, indented, and the root last, as the sum under a bill;
 * bonus and deduction follow it.
 */
export function readingOrder<L extends Line>(lines: readonly L[]): Placed<L>[] {
  const below = (parent: string, depth: number): Placed<L>[] =>
    lines.filter((line) => line.parent === parent).flatMap((line) => [{ line, depth }, ...below(line.code, depth + 1)]);
  const [root, ...extras] = lines.filter((line) => line.parent === null);
  if (!root) return lines.map((line) => ({ line, depth: 0 }));
  return [
    ...below(root.code, 0),
    { line: root, depth: 0 },
    ...extras.flatMap((line) => [{ line, depth: 0 }, ...below(line.code, 1)]),
  ];
}

/** The weight a line has in its parent, where that is weighted and the line counts. */
export function weightOf(
  lines: readonly { readonly code: string; readonly arithmetic: { readonly form: string } }[],
  { code, parent }: Pick<Line, "code" | "parent">,
): string | null {
  const above = lines.find((line) => line.code === parent)?.arithmetic;
  if (above?.form !== "weighted" || !("counted" in above)) return null;
  const counted = above.counted as readonly { code: string; weight: string }[];
  return counted.find((one) => one.code === code)?.weight ?? null;
}
