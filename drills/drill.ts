/** What a drill found; `line` is what a person reads after the drill's name. */
export type Outcome = { readonly passed: boolean; readonly line: string };

/** How a drill is run: broken on purpose or not, and how much of its full size. */
export type Run = {
  readonly mutant: string | null;
  /** 1 is the full size; the line of a drill says the numbers that it came to. */
  readonly scale: number;
};

/** A drill, and the ways to break the product on purpose so that it must fail. */
export type Drill = {
  /** As the list of tests calls it: T1. */
  readonly code: string;
  /** A word for it, which `--only` takes as well. */
  readonly name: string;
  readonly mutants: readonly string[];
  readonly run: (run: Run) => Promise<Outcome>;
};

/** So many at this scale, and at least some. */
export function scaled(full: number, { scale }: Run, least = 1): number {
  return Math.max(least, Math.round(full * scale));
}

/** Passed where nothing was found; otherwise the line ends with the first few findings. */
export function outcomeOf(line: string, found: readonly string[]): Outcome {
  if (found.length === 0) return { passed: true, line };
  const more = found.length > 5 ? ` and ${found.length - 5} more` : "";
  return { passed: false, line: `${line}; ${found.slice(0, 5).join("; ")}${more}` };
}
