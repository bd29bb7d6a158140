/** One line of the result. `limit` and `ratio` are null where there is nothing to compare with. */
export type Measure = {
  readonly measure: string;
  readonly figure: number;
  readonly unit: string;
  readonly limit: number | null;
  readonly ratio: number | null;
  readonly goal: number;
  readonly ok: boolean;
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
    goal,
    ok: ratio >= goal,
  };
}

/** A figure that may be `goal` at most. */
export function atMost(measure: string, unit: string, figure: number, goal: number): Measure {
  return { measure, figure: Number(figure.toFixed(1)), unit, limit: null, ratio: null, goal, ok: figure <= goal };
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
  const head = ["measure", "figure", "unit", "limit", "ratio", "goal", ""];
  const goalOf = ({ ratio, goal }: Measure) => (ratio === null ? `≤ ${goal}` : `≥ ${goal}`);
  const lines = measures.map((each) => [
    each.measure,
    String(each.figure),
    each.unit,
    String(each.limit ?? "–"),
    String(each.ratio ?? "–"),
    goalOf(each),
    each.ok ? "ok" : "MISSED",
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
