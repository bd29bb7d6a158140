/** Share of fields that the system filled in, in whole percent; nothing where no field was counted. */
export function shareFilled({ typed, filled }: { readonly typed: number; readonly filled: number }): string {
  return typed + filled === 0 ? "–" : `${Math.round((100 * filled) / (typed + filled))}%`;
}

/** Fields that a branch typed in a month, to one place; nothing where there is no branch or month. */
export function perBranchAndMonth(typed: number, branches: number, months: number): string {
  return branches === 0 || months === 0 ? "–" : (typed / branches / months).toFixed(1);
}
