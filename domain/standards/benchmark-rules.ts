import { compare, type Rational, rational } from "../kernel/rational.ts";
import type { OrganizationKind } from "../organization/things.ts";
import { isBranchKind, isCommitteeKind } from "../organization/things.ts";
import type { BenchmarkResult, BenchmarkSet } from "./benchmark-things.ts";

/** One arm of the radar: how many items of a part there are, were looked at, and are met. */
type BenchmarkPart = {
  readonly code: string;
  readonly items: number;
  readonly checked: number;
  readonly met: number;
};
export type BenchmarkStanding = {
  readonly parts: readonly BenchmarkPart[];
  /** Share of all items that are met; what nobody looked at isn't (不缺项). */
  readonly share: Rational;
  /** Items that aren't met: by who verified them, or before that by the organisation itself. */
  readonly gaps: readonly string[];
  /** Items that nobody looked at yet. */
  readonly unchecked: readonly string[];
};

/** The set that organisations of a kind compare themselves with; undefined where there is none. */
export function benchmarkFor(sets: readonly BenchmarkSet[], kind: OrganizationKind): BenchmarkSet | undefined {
  return sets.find(({ fits }) => (fits === "branch" ? isBranchKind(kind) : isCommitteeKind(kind)));
}

/** How an organisation stands; whoever verified an item has the last word (不漏项、不走样). */
export function benchmarkStanding(set: BenchmarkSet, results: readonly BenchmarkResult[]): BenchmarkStanding {
  const found = new Map(results.map(({ itemCode, selfMet, verifiedMet }) => [itemCode, verifiedMet ?? selfMet]));
  const parts = set.parts.map(({ code, items }) => ({
    code,
    items: items.length,
    checked: items.filter((item) => found.has(item.code)).length,
    met: items.filter((item) => found.get(item.code) === true).length,
  }));
  const codes = set.parts.flatMap(({ items }) => items.map(({ code }) => code));
  const met = parts.reduce((sum, part) => sum + part.met, 0);
  return {
    parts,
    share: rational(met, codes.length),
    gaps: codes.filter((code) => found.get(code) === false),
    unchecked: codes.filter((code) => !found.has(code)),
  };
}

/** True where the share of items that are met reaches the year's target, a whole number of percent. */
export function targetReached(share: Rational, target: number): boolean {
  return compare(share, rational(target, 100)) >= 0;
}
