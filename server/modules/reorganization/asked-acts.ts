import type { ParsedBody } from "@dutyloop/contract/endpoints.ts";
import type { Refusal } from "@dutyloop/domain/kernel/refusal.ts";
import type { Act } from "@dutyloop/domain/organization/reorganization/acts.ts";

/** A plan as it is asked for. */
export type AskedPlan = ParsedBody<"previewReorganization">;
export type AskedAct = AskedPlan["acts"][number];

/** Acts as the rules know them, and which of those asked for each comes from, from 1. */
export type NumberedActs = { readonly acts: readonly Act[]; readonly numbers: readonly number[] };

/** Gives the new organisations their labels and takes people that are placed together one by one. */
export function numberedActs(asked: readonly AskedAct[], firstLabel: number): NumberedActs {
  const acts: Act[] = [];
  const numbers: number[] = [];
  let label = firstLabel;
  for (const [index, each] of asked.entries()) {
    for (const act of actsOf(each, label)) {
      acts.push(act);
      numbers.push(index + 1);
    }
    if (each.act === "create") label += 1;
  }
  return { acts, numbers };
}

function actsOf(asked: AskedAct, label: number): Act[] {
  if (asked.act === "place") {
    const { personIds, organizationId, groupId } = asked;
    return personIds.map((personId) => ({ act: "place", personId, organizationId, groupId }));
  }
  return asked.act === "create" ? [{ ...asked, label, projectMonths: null }] : [asked];
}

/** The refusal with the number of the act that was asked for. */
export function renumbered(refusal: Refusal, numbers: readonly number[]): Refusal {
  const { act } = refusal.values;
  if (typeof act !== "number") return refusal;
  return { ...refusal, values: { ...refusal.values, act: numbers[act - 1] ?? act } };
}
