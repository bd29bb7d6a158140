/** What a drill found; `line` is what a person reads after the drill's name. */
export type Outcome = { readonly passed: boolean; readonly line: string };

/** A drill, and the ways to break the product on purpose so that it must fail. */
export type Drill = {
  readonly name: string;
  readonly mutants: readonly string[];
  readonly run: (mutant: string | null) => Promise<Outcome>;
};
