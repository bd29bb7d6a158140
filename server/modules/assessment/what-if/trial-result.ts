import type { SimulatedScheme } from "@dutyloop/contract/what-if.ts";
import type { IndicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { leavesOf } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { nameOfPeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import {
  compareCost,
  type LineChange,
  reasonsOf,
  type WeakLine,
  weakLinesOf,
  weigh,
} from "@dutyloop/domain/assessment/what-if/what-if-lines.ts";
import { compareSchemes } from "@dutyloop/domain/assessment/what-if/what-if-rules.ts";
import { isBranchKind } from "@dutyloop/domain/organization/things.ts";
import type { BilingualText } from "@dutyloop/domain/standards/things.ts";
import type { Definitions } from "../definitions.ts";
import type { StoredPeriod } from "../period-standing.ts";
import { finestPlaces } from "./sheet-source.ts";
import type { Trial } from "./trial.ts";
import { coarser, lineSums, type Tried, triedOrganization } from "./tried-figures.ts";

const moversShown = 50;

/** What the trial has found in the periods that it has begun to read. */
export function trialResult(trial: Trial, periods: readonly StoredPeriod[], complete: boolean): SimulatedScheme {
  const { after, organizations, codesAfter, single } = trial;
  const before = newest(trial);
  const placesBefore = Math.max(0, ...[...trial.before.values()].map(({ scheme }) => scheme.places));
  const units = 10 ** (finestPlaces - placesBefore);
  const { tried } = trial;
  const all = [...tried].map(([id, one]) => triedOrganization(id, one, single, units));
  const movers = compareSchemes(all, { before: placesBefore, after: after.scheme.places });
  const ranked = [...tried.values()].filter((one) => one.after.totals.length > 0);
  const names = lineNames(before, after);
  const reasons = reasonsGiver(trial, before, units);
  const branches = [...tried.keys()].filter((id) => isBranchKind(organizations.get(id)!.kind)).length;
  const moved = movers.filter((mover) => (mover.changeOfRank ?? 0) !== 0).length;
  return {
    scheme: { code: after.scheme.code, name: after.scheme.name },
    periods: periods.map((period) => ({ period: nameOfPeriod(period), state: period.state })),
    complete,
    organizations: tried.size,
    sheets: trial.sheets,
    moved,
    movers: movers.slice(0, moversShown).map((mover) => ({
      ...mover,
      organizationName: organizations.get(mover.organizationId)!.name,
      reasons: reasons(tried.get(mover.organizationId)!).map((reason) => ({
        ...reason,
        name: names.get(reason.code)!,
      })),
    })),
    weakLines: weakLines(trial, ranked).map((line) => ({ ...line, name: names.get(line.code)! })),
    cost: { ...compareCost(before === null ? [] : leafIndicators(before), leafIndicators(after), branches), branches },
    scoredAgain: [...codesScoredAgain(trial)].map((index) => codesAfter[index]!),
  };
}

/** The newest standing version speaks for the others in what is said of the scheme as a whole. */
function newest({ before }: Trial): Definitions | null {
  const versions = [...before.keys()].sort((a, b) => b - a);
  return versions[0] === undefined ? null : before.get(versions[0])!;
}

function reasonsGiver(
  { after, codesBefore, codesAfter }: Trial,
  before: Definitions | null,
  units: number,
): (tried: Tried) => LineChange[] {
  const nowWeighed = weigh(after.scheme);
  // Who wasn't scored before moves for every point he gets.
  const oldWeighed = before === null ? { scheme: after.scheme, effects: new Map() } : weigh(before.scheme);
  return (tried) =>
    reasonsOf(oldWeighed, nowWeighed, {
      before: lineSums(coarser(tried.before, units), codesBefore),
      after: lineSums(tried.after, codesAfter),
    });
}

/** Only who got the most and who got the least of a leaf can tell whether it discriminates. */
function weakLines({ after, codesAfter }: Trial, ranked: readonly Tried[]): WeakLine[] {
  const extremes = new Set(codesAfter.flatMap((_code, leaf) => extremesOf(ranked, leaf)));
  return weakLinesOf(
    after.scheme,
    [...extremes].map((one) => lineSums(one.after, codesAfter)),
  );
}

/** The first with the lowest mean of a leaf's points and the last with the highest: two, as soon as two were scored. */
function extremesOf(ranked: readonly Tried[], leaf: number): Tried[] {
  let least: Tried | null = null;
  let most: Tried | null = null;
  for (const one of ranked) {
    if ((one.after.periods[leaf] ?? 0) === 0) continue;
    if (least === null || isLower(one, least, leaf)) least = one;
    if (most === null || !isLower(one, most, leaf)) most = one;
  }
  return [least, most].filter((one) => one !== null);
}

function isLower({ after: a }: Tried, { after: b }: Tried, leaf: number): boolean {
  return (a.points[leaf] ?? 0) * (b.periods[leaf] ?? 0) < (b.points[leaf] ?? 0) * (a.periods[leaf] ?? 0);
}

function lineNames(before: Definitions | null, after: Definitions): ReadonlyMap<string, BilingualText> {
  const frames = [...(before?.frames ?? []), ...after.frames];
  return new Map(frames.map(({ code, name }) => [code, name]));
}

function leafIndicators({ scheme, indicators }: Definitions): IndicatorBody[] {
  const used = new Set(leavesOf(scheme).map(({ indicator, version }) => `${indicator} ${version}`));
  return indicators.filter(({ code, version }) => used.has(`${code} ${version}`));
}

function codesScoredAgain({ sources }: Trial): ReadonlySet<number> {
  const standing = [...sources].flatMap(([version, source]) => (version === null ? [] : (source.again?.leaves ?? [])));
  return new Set(standing);
}
