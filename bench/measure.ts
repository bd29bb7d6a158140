/**
 * One line of the result. `limit` and `ratio` are null where there is nothing to compare with; the goal is one of the
 * ratio, else of the figure.
 */
export type Measure = {
  readonly measure: string;
  readonly figure: number;
  readonly unit: string;
  readonly limit: number | null;
  readonly ratio: number | null;
  readonly direction: "at_least" | "at_most";
  readonly goal: number;
  readonly ok: boolean;
  /** What it was measured on, where its size is asked for at the start. */
  readonly size?: string;
};

/** A throughput that has to reach `goal` times the limit measured in the same run; both are medians of the rounds. */
export function throughput(
  measure: string,
  unit: string,
  product: readonly number[],
  limit: readonly number[],
  goal: number,
): Measure {
  const [figure, best] = [median(product), median(limit)];
  const ratio = figure / best;
  return {
    measure,
    figure: Math.round(figure),
    unit,
    limit: Math.round(best),
    ratio: Number(ratio.toFixed(3)),
    direction: "at_least",
    goal,
    ok: ratio >= goal,
  };
}

/** A time that may be `goal` times the limit measured in the same run at most; both are medians of the rounds. */
export function slowness(
  measure: string,
  unit: string,
  product: readonly number[],
  limit: readonly number[],
  goal: number,
): Measure {
  const [figure, best] = [median(product), median(limit)];
  const ratio = figure / best;
  return {
    measure,
    figure: Number(figure.toFixed(3)),
    unit,
    limit: Number(best.toFixed(3)),
    ratio: Number(ratio.toFixed(3)),
    direction: "at_most",
    goal,
    ok: ratio <= goal,
  };
}

/** A figure that may be `goal` at most. */
export function atMost(measure: string, unit: string, figure: number, goal: number): Measure {
  return {
    measure,
    figure: Number(figure.toFixed(1)),
    unit,
    limit: null,
    ratio: null,
    direction: "at_most",
    goal,
    ok: figure <= goal,
  };
}

/** The smallest value that at least this share of all values doesn't exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** The measures as a table for people. */
export function table(measures: readonly Measure[]): string {
  const head = ["measure", "figure", "unit", "limit", "ratio", "goal", "", "size"];
  const lines = measures.map((each) => [
    each.measure,
    String(each.figure),
    each.unit,
    String(each.limit ?? "–"),
    String(each.ratio ?? "–"),
    `${each.direction === "at_least" ? "≥" : "≤"} ${each.goal}${each.ratio === null ? ` ${each.unit}` : ""}`,
    each.ok ? "ok" : "MISSED",
    each.size ?? "",
  ]);
  const widths = head.map((_title, at) => Math.max(...[head, ...lines].map((line) => (line[at] as string).length)));
  return [head, ...lines]
    .map((line) =>
      line
        .map((text, at) => text.padEnd(widths[at] as number))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
