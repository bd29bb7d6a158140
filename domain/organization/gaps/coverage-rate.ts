import { type Rational, rational } from "../../kernel/rational.ts";
import { type GapLimits, gapLimits, type UnitFacts } from "./unit-facts.ts";

export type CoverageRate = {
  /** Departments with a branch that covers no other department. */
  readonly covered: number;
  /** Departments with enough full members for a branch. */
  readonly departments: number;
  /** covered ÷ departments; null where there is no such department. */
  readonly rate: Rational | null;
};

/** Whether a department has a branch that covers no other one; null for what could have none: too few members, no department. */
export function hasOwnBranch(
  { kind, fullMembers, branch }: Pick<UnitFacts, "kind" | "fullMembers" | "branch">,
  limits: GapLimits = gapLimits,
): boolean | null {
  if (kind !== "DEPARTMENT" || fullMembers < limits.branchFullMembers) return null;
  return branch?.departments === 1;
}

/** 一部门一支部: how many of the departments that can have a branch (ORG-01) have one for themselves. */
export function coverageRate(units: readonly UnitFacts[], limits: GapLimits = gapLimits): CoverageRate {
  const answers = units.map((unit) => hasOwnBranch(unit, limits)).filter((answer) => answer !== null);
  const covered = answers.filter(Boolean).length;
  return {
    covered,
    departments: answers.length,
    rate: answers.length === 0 ? null : rational(covered, answers.length),
  };
}
