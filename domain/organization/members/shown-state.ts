import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import { departedStates, developmentStates, neutralStates, type ShownState } from "../member-things.ts";
import { isCommitteePost, type MemberState, type Post } from "../things.ts";

/** What a reader may know of the members of a branch. */
export type Sight = { readonly dispositions: boolean; readonly development: boolean };

/** How a state reads (MEM-12); null where that somebody is on the way into the Party isn't to be known at all. */
export function shownState(state: MemberState, { dispositions, development }: Sight): ShownState | null {
  if (isOnTheWay(state) && !development) return null;
  return dispositions ? state : (neutralStates[state] ?? state);
}

/** Whether somebody in this state is on the way into the Party. */
export function isOnTheWay(state: MemberState): boolean {
  return (developmentStates as readonly MemberState[]).includes(state);
}

/** Whether somebody in this state is on no roster any more. */
export function hasLeft(state: MemberState): boolean {
  return (departedStates as readonly MemberState[]).includes(state);
}

export type StateStretch = {
  readonly state: ShownState;
  readonly organizationId: string;
  readonly groupId: string | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
};

/**
 * Stretches of time as they read: neighbours that read alike are one, as the day between them would tell that something
 * lies there.
 *
 * @param stretches in the order of time, without overlaps
 */
export function mergedStretches<S extends StateStretch>(stretches: readonly S[]): S[] {
  const merged: S[] = [];
  for (const next of stretches) {
    const last = merged.at(-1);
    const goesOn =
      last !== undefined &&
      last.to !== null &&
      addDays(last.to, 1) === next.from &&
      last.state === next.state &&
      last.organizationId === next.organizationId &&
      (last.groupId === next.groupId || next.state === "LEFT");
    if (goesOn) merged[merged.length - 1] = { ...last, to: next.to };
    else merged.push(next);
  }
  return merged;
}

/** 一岗双责: a post in a Party committee together with the head of a unit; always derived, never entered. */
export function holdsDoubleDuty(posts: readonly Post[], leadsUnit: boolean): boolean {
  return leadsUnit && posts.some(isCommitteePost);
}
