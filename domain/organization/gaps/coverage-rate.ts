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

/** 一部门一支部: how many of the departments that can have a branch (ORG-01) have one for themselves. */
export function coverageRate(units: readonly UnitFacts[], limits: GapLimits = gapLimits): CoverageRate {
  const able = units.filter(
    ({ kind, fullMembers }) => kind === "DEPARTMENT" && fullMembers >= limits.branchFullMembers,
  );
  const covered = able.filter(({ branch }) => branch?.departments === 1).length;
  return { covered, departments: able.length, rate: able.length === 0 ? null : rational(covered, able.length) };
}
