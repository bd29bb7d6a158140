import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { afterTheHistory, withinTheLastMonth } from "./days.ts";
import { metricCodes } from "./indicators.ts";

/** How big a generated group is. */
export type HistorySize = {
  /** All organisations, the group itself included. */
  readonly organizations: number;
  readonly members: number;
  /** Months of work, all whole and past. */
  readonly months: number;
  /** Records of a branch and month. */
  readonly recordsAMonth: number;
  /** Figures that a department has delivered for each branch and month. */
  readonly figuresAMonth: number;
  /** How many of the months are closed. */
  readonly closedMonths: number;
  /** What was due before this day stands as due. */
  readonly today: PlainDate;
};

/** How many organisations of each kind make up the tree, whose depth is the same at any size. */
export type TreeSize = {
  readonly committees: number;
  readonly generalBranches: number;
  readonly branches: number;
  /** 党小组, two in each of the first branches. */
  readonly groups: number;
};

/** Those who hold the meetings that are recorded: the committee of a branch. */
export const committeeMembers = 5;

/** Months of work, all but the last closed: 10 records with 5 attendances a branch and month, about 25 facts. */
export function wholeHistory(organizations: number, members: number, months: number): HistorySize {
  const today = dayOf(afterTheHistory);
  return {
    organizations,
    members,
    months,
    recordsAMonth: 10,
    figuresAMonth: metricCodes.length,
    closedMonths: months - 1,
    today,
  };
}

/**
 * A group at work in its last month: of what a department delivers the last figure is missing, and nobody has recorded
 * anything. Where that figure arrives an organisation is ranked.
 */
export function beginning(organizations: number): HistorySize {
  const today = dayOf(withinTheLastMonth);
  const members = organizations * committeeMembers;
  return {
    organizations,
    members,
    months: 2,
    recordsAMonth: 0,
    figuresAMonth: metricCodes.length - 1,
    closedMonths: 0,
    today,
  };
}

const branchesOfElevenOrganizations = 10;
const branchesOfAGeneralBranch = 25;
const generalBranchesOfACommittee = 20;

function dayOf(instant: string): PlainDate {
  return instant.slice(0, 10);
}

/** @throws Error where the size can't make a tree whose branches have a committee */
export function treeOf({ organizations, members, months }: HistorySize): TreeSize {
  if (![organizations, members, months].every(Number.isSafeInteger)) {
    throw new Error("Organisations, members and months are whole numbers");
  }
  const branches = Math.floor((organizations * branchesOfElevenOrganizations) / 11);
  const generalBranches = Math.ceil(branches / branchesOfAGeneralBranch);
  const committees = Math.ceil(generalBranches / generalBranchesOfACommittee);
  const groups = organizations - 1 - committees - generalBranches - branches;
  if (branches < 1 || groups < 0) throw new Error("A tree has at least 22 organisations");
  if (members < branches * committeeMembers)
    throw new Error(`${branches} branches need ${branches * committeeMembers} members`);
  if (months < 1 || months > 24) throw new Error("A history has 1 to 24 months");
  return { committees, generalBranches, branches, groups };
}
