import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Post } from "@dutyloop/domain/organization/things.ts";
import type { Chance } from "../chance.ts";
import { inventIdentityNumber, inventLife } from "../lives.ts";
import { largeGroup } from "./companies.ts";
import type { PlannedBranch, PlannedMember } from "./planned-branches.ts";

export type PersonRow = {
  readonly number: string;
  readonly name: string;
  readonly sex: "F" | "M";
  readonly identity: string;
  readonly bornOn: string;
  readonly state: "FULL" | "PROBATIONARY";
  readonly branch: string;
  readonly group: string | null;
  readonly since: string;
  readonly joinedOn: string | null;
  readonly standingFrom: string | null;
  readonly unit: string;
  readonly position: string | null;
  readonly leads: "true" | null;
};
export type PostRow = {
  readonly number: string;
  readonly organization: string;
  readonly post: Post;
  readonly validFrom: string;
};

/** The members of a branch; its secretary leads the department. */
export function peopleOf(branch: PlannedBranch, since: PlainDate, chance: Chance): PersonRow[] {
  return branch.members.map(({ number, name, memberState, group, post }): PersonRow => {
    const { sex, bornOn, joinedOn, standingFrom } = inventLife(chance, { name, memberState }, since);
    const leads = post === "SECRETARY";
    return {
      number,
      name,
      sex,
      identity: inventIdentityNumber({ sex, bornOn }, Number(number.slice(1))),
      bornOn,
      state: memberState,
      branch: branch.code,
      group: group === null ? null : (branch.groups[group] ?? null),
      since,
      joinedOn,
      standingFrom,
      unit: branch.unit,
      position: leads ? "主任" : null,
      leads: leads ? "true" : null,
    };
  });
}

/** Committees of branches, leaders of 党小组, and the secretaries of what stands above the branches. */
export function postsOf(
  branches: readonly PlannedBranch[],
  committees: readonly string[],
  validFrom: PlainDate,
): PostRow[] {
  const own = branches.flatMap((branch) =>
    branch.members.flatMap(({ number, post, leadsGroup, group }): PostRow[] => [
      ...(post === null ? [] : [{ number, organization: branch.code, post, validFrom }]),
      ...(leadsGroup && group !== null
        ? [{ number, organization: branch.groups[group] as string, post: "GROUP_LEADER" as const, validFrom }]
        : []),
    ]),
  );
  const secretaryOf = (organization: string, { number }: PlannedMember): PostRow => ({
    number,
    organization,
    post: "SECRETARY",
    validFrom,
  });
  const ofFirst = (isBelow: (branch: PlannedBranch) => boolean) =>
    ordinaryIn(branches.find(isBelow)).at(-1) as PlannedMember;
  const generals = [...new Set(branches.flatMap(({ general }) => general ?? []))];
  return [
    ...own,
    secretaryOf(largeGroup.code, leaderOf(branches)),
    ...committees.map((code) =>
      secretaryOf(
        code,
        ofFirst(({ committee }) => committee === code),
      ),
    ),
    ...generals.map((code) =>
      secretaryOf(
        code,
        ofFirst(({ general }) => general === code),
      ),
    ),
  ];
}

/** The secretary of the whole group is a member of the head office's last branch. */
export function leaderOf(branches: readonly PlannedBranch[]): PlannedMember {
  return ordinaryIn(branches.at(-1)).at(-1) as PlannedMember;
}

/** 正式党员 of a branch who hold no post in it; every branch has some. */
export function ordinaryIn(branch: PlannedBranch | undefined): PlannedMember[] {
  const members = branch?.members ?? [];
  return members.filter(({ memberState, post, leadsGroup }) => memberState === "FULL" && post === null && !leadsGroup);
}
