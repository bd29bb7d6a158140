/**
 * A refusal: a coded answer to something that may not be done. It carries no text; the sentences that say what to do
 * live in the message catalogue, which fills in `values`.
 */
export type Refusal = {
  readonly refused: true;
  /** Dotted lower_snake, for example `record.date.in_future`; never changes once published. */
  readonly code: string;
  readonly values: Record<string, string | number>;
  /** The form field the refusal belongs to, where there is one. */
  readonly field?: string;
};

/** Makes a refusal. `values` are the figures and dates the sentence names. */
export function refuse(code: string, values: Record<string, string | number> = {}, field?: string): Refusal {
  return field === undefined ? { refused: true, code, values } : { refused: true, code, values, field };
}

/** Tells a refusal from any other answer of a rule. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "refused" in value && value.refused === true;
}
