import type { Caller } from "../platform/ritual/use-case.ts";
import type { Department } from "./departments.ts";
import type { InventedMember } from "./people.ts";

export type Member = InventedMember & { readonly personId: string };

/** A branch that was set up, with its people. */
export type Branch = {
  readonly id: string;
  /** From 1, in the order of the departments. */
  readonly number: number;
  readonly name: string;
  readonly department: Department;
  readonly members: readonly Member[];
  readonly groupIds: readonly string[];
};

/** A branch whose secretary can sign in. */
export type WorkingBranch = Branch & { readonly secretary: Caller };

export function committeeOf(branch: Branch): readonly Member[] {
  return branch.members.filter(({ post }) => post !== null);
}
