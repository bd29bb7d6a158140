import { hasCommittee } from "@dutyloop/domain/organization/organization-rules.ts";
import type { Post } from "@dutyloop/domain/organization/things.ts";
import type { Chance } from "./chance.ts";
import type { Department } from "./departments.ts";

/** A member as the demo invents him, before he is entered. */
export type InventedMember = {
  readonly name: string;
  readonly memberState: "FULL" | "PROBATIONARY";
  readonly exempt: boolean;
  /** Number of his 党小组 from 0; null where the branch has none. */
  readonly group: number | null;
  readonly post: Post | null;
  readonly leadsGroup: boolean;
  /** How much more or less often than his branch's mean he is away. */
  readonly awayFactor: number;
};

const committeeOf = (fullMembers: number): readonly Post[] => {
  if (!hasCommittee(fullMembers)) return ["SECRETARY"];
  const three: Post[] = ["SECRETARY", "ORGANIZATION_MEMBER", "PUBLICITY_MEMBER"];
  if (fullMembers < 11) return three;
  const four: Post[] = [...three, "DISCIPLINE_MEMBER"];
  return fullMembers < 17 ? four : [...four, "YOUTH_MEMBER"];
};

export const groupNames = ["第一党小组", "第二党小组", "第三党小组"] as const;

/** How many 党小组 a branch of so many members has. */
export function groupsOf(members: number): number {
  if (members < 14) return 0;
  return members < 22 ? 2 : 3;
}

/** The members of a branch, the committee first; who leads a 党小组 is a 正式党员 of it (ORG-22). */
export function inventMembers(chance: Chance, department: Department, newName: () => string): InventedMember[] {
  const { members } = department;
  const probationary = chance.whole(0, Math.floor(members / 9));
  const exempt = members >= 16 ? chance.whole(0, 2) : 0;
  const full = members - probationary;
  const posts = committeeOf(full);
  const groups = groupsOf(members);
  return Array.from({ length: members }, (_, index): InventedMember => {
    const afterCommittee = index - posts.length;
    return {
      name: newName(),
      memberState: index < full ? "FULL" : "PROBATIONARY",
      exempt: index < full && index >= full - exempt,
      group: groups === 0 ? null : index % groups,
      post: posts[index] ?? null,
      leadsGroup: afterCommittee >= 0 && afterCommittee < groups,
      awayFactor: index === 0 ? 0 : 0.4 + chance.fraction() * 1.2,
    };
  });
}
