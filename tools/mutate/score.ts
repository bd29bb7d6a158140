export type Mutant = { readonly fileName: string; readonly status: string };

/** `killed` of `valid`; a percentage with two places, cut off so that 89.999 never reads as 90. */
export type Score = { readonly name: string; readonly killed: number; readonly valid: number };

/** Changes that don't compile or break the runner are no changes of a rule. Everything else counts, ignored ones too. */
const invalid = ["CompileError", "RuntimeError"];
const killing = ["Killed", "Timeout"];

export function isSurvivor({ status }: Mutant): boolean {
  return !invalid.includes(status) && !killing.includes(status);
}

export function scoreOf(name: string, mutants: readonly Mutant[]): Score {
  const valid = mutants.filter(({ status }) => !invalid.includes(status));
  return { name, killed: valid.filter((mutant) => !isSurvivor(mutant)).length, valid: valid.length };
}

export function scoreLine({ name, killed, valid }: Score): string {
  const hundredths = valid === 0 ? 0 : Math.floor((killed * 10_000) / valid);
  return `${name.padEnd(12)} score ${(hundredths / 100).toFixed(2).padStart(6)} % of ${valid} mutants`;
}

/** At least this many of a hundred mutants have to be killed. */
export const leastPercent = 90;

export function reaches({ killed, valid }: Score): boolean {
  return valid > 0 && killed * 100 >= valid * leastPercent;
}
