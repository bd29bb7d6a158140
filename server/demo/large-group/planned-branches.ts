import type { Chance } from "../chance.ts";
import type { CharacterName } from "../characters.ts";
import type { Department } from "../departments.ts";
import { groupsOf, type InventedMember, inventMembers } from "../people.ts";

export type PlannedMember = InventedMember & { readonly number: string };
export type PlannedBranch = {
  /** From 1. */
  readonly number: number;
  readonly code: string;
  readonly name: string;
  readonly committee: string;
  readonly general: string | null;
  /** Code of its department's unit. */
  readonly unit: string;
  readonly department: Department;
  /** Codes of its 党小组. */
  readonly groups: readonly string[];
  readonly members: readonly PlannedMember[];
};
type Placed = Omit<PlannedBranch, "department" | "groups" | "members"> & Pick<Department, "class">;
type Inventing = { readonly chance: Chance; readonly newName: () => string };

const sizes = [9, 12, 14, 18, 20, 22, 26, 31, 36, 42] as const;
/** So many of the first branches have one member more. */
const withOneMore = 149;
const characters: readonly CharacterName[] = [
  "steady",
  "exemplary",
  "steady",
  "shifts",
  "hasty",
  "steady",
  "improving",
  "exemplary",
  "slipping",
];

/** A branch with its people, who are numbered on from those of the branches before it. */
export function inventBranch({ class: ofClass, ...branch }: Placed, { chance, newName }: Inventing): PlannedBranch {
  const { number, code, name } = branch;
  const own = chance.of(code);
  const department = { name, class: ofClass, members: membersOf(number), character: own.pick(characters) };
  const before = membersBefore(number);
  const members = inventMembers(own.of("members"), department, newName).map((member, index) => ({
    ...member,
    // A roster doesn't say who is exempt.
    exempt: false,
    number: `P${String(before + index + 1).padStart(5, "0")}`,
  }));
  const groups = Array.from({ length: groupsOf(department.members) }, (_, index) => `${code}-${index + 1}`);
  return { ...branch, department, groups, members };
}

function membersBefore(number: number): number {
  let sum = 0;
  for (let earlier = 1; earlier < number; earlier += 1) sum += membersOf(earlier);
  return sum;
}

function membersOf(number: number): number {
  return (sizes[(number - 1) % sizes.length] as number) + (number <= withOneMore ? 1 : 0);
}
