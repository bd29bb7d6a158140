import {
  type MemberEvidence,
  memberTransitions,
  type ShownState,
  type SuspensionGround,
} from "@dutyloop/domain/organization/member-things.ts";

/** Papers that the table of transitions asks for; a suspension also asks for those of its ground. */
export function neededEvidence(
  from: ShownState,
  to: string,
  suspension: SuspensionGround | "" = "",
): readonly MemberEvidence[] {
  const known = memberTransitions.find((each) => each.from === from && each.to === to)?.evidence ?? [];
  if (to !== "SUSPENDED" || suspension === "") return known;
  return [...known, suspension === "LOST" ? "search_record" : "abroad_proof"];
}

const entered = ["SUSPENDED", "FULL", "DECEASED"] as const;
const disposed = ["CORRECTING", "FULL", "REMOVED", "EXPELLED", "CANCELLED"] as const;
export type Entered = (typeof entered)[number];
export type Disposed = (typeof disposed)[number];

/** States that can follow without a disposition: suspended, restored, deceased. */
export function statesToEnter(from: ShownState): Entered[] {
  return entered.filter((to) => follows(from, to));
}

/** States that can follow by a disposition; a suspended member is restored by the branch, not by one. */
export function statesToDispose(from: ShownState): Disposed[] {
  return disposed.filter((to) => follows(from, to) && (to !== "FULL" || from === "CORRECTING"));
}

function follows(from: ShownState, to: string): boolean {
  return memberTransitions.some((each) => each.from === from && each.to === to);
}
