import { compare, one, parse, rational, zero } from "../kernel/rational.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";

/** 待查、通过、要求更正、撤销. */
export const sampleStates = ["open", "accepted", "to_correct", "reversed"] as const;
export type SampleState = (typeof sampleStates)[number];
export const sampleOutcomes = ["accept", "to_correct", "reverse"] as const;
export type SampleOutcome = (typeof sampleOutcomes)[number];

/** What a check can come to in each state. */
export const sampleActions: Record<SampleState, Partial<Record<SampleOutcome, SampleState>>> = {
  open: { accept: "accepted", to_correct: "to_correct", reverse: "reversed" },
  to_correct: { accept: "accepted", reverse: "reversed" },
  accepted: {},
  reversed: {},
};

/**
 * Draws a share of the records, at least one: always the same ones for the same seed, and nobody can tell beforehand which.
 *
 * @param numberOf a number of a record that only the seed and its id decide, as a text
 * @param share decimal text above 0 and at most 1 ("0.1")
 */
export function drawSample(
  ids: readonly string[],
  numberOf: (id: string) => string,
  share: string,
): string[] | Refusal {
  const part = parse(share);
  if (compare(part, zero) <= 0 || compare(part, one) > 0) return refuse("sample.share_out_of_range", {}, "share");
  if (ids.length === 0) return refuse("sample.nothing_to_draw");
  const wanted = rational(part.n * BigInt(ids.length), part.d);
  const count = Number((wanted.n + wanted.d - 1n) / wanted.d);
  const numbered = ids.map((id) => ({ id, number: numberOf(id) }));
  numbered.sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0));
  return numbered.slice(0, count).map(({ id }) => id);
}

/** Why a drawn record can't be judged so, or null; what isn't accepted says why. */
export function sampleRefusal(state: SampleState, outcome: SampleOutcome, reason: string): Refusal | null {
  if (!(outcome in sampleActions[state])) return refuse("sample.checked_already");
  return outcome !== "accept" && reason.trim() === "" ? refuse("sample.reason_missing", {}, "reason") : null;
}
