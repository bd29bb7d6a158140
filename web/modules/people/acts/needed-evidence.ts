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

/** States that can follow, of those that a form offers. */
export function followersOf<S extends string>(from: ShownState, offered: readonly S[]): S[] {
  return offered.filter((to) => memberTransitions.some((each) => each.from === from && each.to === to));
}
