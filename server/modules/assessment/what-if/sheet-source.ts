import { type Leaf, leavesOf, type SchemeBody, type Veto } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { compileScheme } from "@dutyloop/domain/assessment/scoring/compiled-scheme.ts";
import type { LeafResult } from "@dutyloop/domain/assessment/scoring/leaf-score.ts";
import { indicatorsByVersion } from "@dutyloop/domain/assessment/scoring/line-frames.ts";
import { memoOf } from "@dutyloop/domain/assessment/scoring/memo.ts";
import type { Scorer } from "@dutyloop/domain/assessment/scoring/scorer.ts";
import type { VetoFigures } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import type { FactKind } from "@dutyloop/domain/assessment/things.ts";
import { changedPoints, keepsValue, type LeafInScheme } from "@dutyloop/domain/assessment/what-if/what-if-values.ts";
import { type CanonicalValue, canonicalJson } from "@dutyloop/domain/kernel/canonical-json.ts";
import { compiled, type Definitions } from "../definitions.ts";

/** A leaf's text in a sheet: its points there in the finest units, and what the changed leaf gives. */
type Cell = { readonly units: number | null; readonly changed: LeafResult | null };

/** Where the leaves of the changed scheme come from for sheets of one version of the scheme that stands. */
export type SheetSource = {
  /** Leaves of the standing version: their place in a stored sheet, and the changed leaf that takes its value over. */
  readonly cells: readonly {
    readonly at: number;
    /** Place among the leaves of all standing versions. */
    readonly slot: number;
    readonly leaf: number | null;
    readonly read: (text: string) => Cell;
  }[];
  /** Lines of a stored sheet; triggered vetoes come after them. */
  readonly lines: number;
  /** Vetoes that mean the same in both schemes. */
  readonly sameVetoes: ReadonlySet<string>;
  /** Leaves and vetoes that have to be scored from facts; null where nothing has. */
  readonly again: Again | null;
};

type Again = {
  readonly definitions: Definitions;
  readonly scorer: Scorer;
  readonly kinds: ReadonlySet<FactKind>;
  /** Changed leaves, in the order of the scorer's lines after the first. */
  readonly leaves: readonly number[];
};

const remembered = 20_000;

/**
 * `before` is null for organisations without a sheet: all their leaves are scored from facts. `codes` are those of the
 * leaves of all standing versions.
 */
export function sheetSource(before: Definitions | null, after: Definitions, codes: readonly string[]): SheetSource {
  const changed = leavesOf(after.scheme);
  const known = indicatorsByVersion(after.indicators);
  const inAfter = (leaf: Leaf): LeafInScheme => ({ leaf, lateFactor: after.scheme.lateFactor, indicators: known });
  const standing = before === null ? [] : placedLeaves(before);
  const taken = new Set<number>();
  const cells = standing.map(({ at, leaf }) => {
    const found = changed.findIndex(({ indicator }) => indicator === leaf.leaf.indicator);
    const next = changed[found];
    const keeps = next !== undefined && keepsValue(leaf, inAfter(next));
    if (keeps) taken.add(found);
    const points = keeps ? changedPoints(inAfter(next), after.scheme.places) : null;
    return {
      at,
      slot: codes.indexOf(leaf.leaf.indicator),
      leaf: keeps ? found : null,
      read: memoOf<string, Cell>(remembered, (text) => ({
        units: unitsIn(text),
        changed: points === null ? null : points(text),
      })),
    };
  });
  const sameVetoes = vetoesInBoth(before?.scheme ?? null, after.scheme);
  const left = changed.flatMap((leaf, index) => (taken.has(index) ? [] : [{ leaf, index }]));
  const vetoes = after.scheme.vetoes.filter(({ code, effect }) => effect.caps === "total" && !sameVetoes.has(code));
  return { cells, lines: before?.frames.length ?? 0, sameVetoes, again: againFor(after, left, vetoes) };
}

function placedLeaves({ scheme, indicators, frames }: Definitions): { at: number; leaf: LeafInScheme }[] {
  const known = indicatorsByVersion(indicators);
  return leavesOf(scheme).map((leaf) => ({
    at: frames.findIndex(({ kind, code }) => kind === "leaf" && code === leaf.indicator),
    leaf: { leaf, lateFactor: scheme.lateFactor, indicators: known },
  }));
}

/** Only a veto on the total moves anybody; who decided on it decided on its facts. */
function vetoesInBoth(before: SchemeBody | null, after: SchemeBody): ReadonlySet<string> {
  const text = ({ when }: Veto) => canonicalJson(when as CanonicalValue);
  const standing = new Map((before?.vetoes ?? []).map((veto) => [veto.code, text(veto)]));
  return new Set(after.vetoes.flatMap((veto) => (standing.get(veto.code) === text(veto) ? [veto.code] : [])));
}

/** The changed scheme cut down to what has to be scored from facts. */
function againFor(
  after: Definitions,
  left: readonly { readonly leaf: Leaf; readonly index: number }[],
  vetoes: readonly Veto[],
): Again | null {
  if (left.length + vetoes.length === 0) return null;
  const root: SchemeBody["root"] = {
    ...after.scheme.root,
    kind: "sum",
    children: left.map(({ leaf }) => leaf),
    open: null,
  };
  const scheme: SchemeBody = {
    ...after.scheme,
    root,
    bonuses: [],
    deductions: [],
    vetoes: [...vetoes],
    tieBreakers: [],
  };
  const needed = compileScheme(scheme, after.indicators);
  const versions = new Set(needed.gauges.map(({ indicator }) => indicator));
  const definitions = compiled(
    scheme,
    after.indicators.filter((indicator) => versions.has(indicator)),
  );
  return {
    definitions,
    scorer: definitions.scorer,
    kinds: new Set(needed.takers.keys()),
    leaves: left.map(({ index }) => index),
  };
}

/** Decimals that a scheme may have at most; standing figures are kept in units of the last of them. */
export const finestPlaces = 6;

/** "36.00 9/10" is 36000000; null where the leaf wasn't scored. */
function unitsIn(text: string): number | null {
  const points = /^-?\d+(?:\.\d+)?/.exec(text)?.[0];
  return points === undefined ? null : unitsOf(points, finestPlaces);
}

/** A figure in units of a last place that is at least as fine as its own. */
export function unitsOf(figure: string, places: number): number {
  const [whole = "0", fraction = ""] = figure.split(".");
  return Number(whole + fraction.padEnd(places, "0"));
}

/** The vetoes whose facts stand by a stored sheet, of those that mean the same in the changed scheme. */
export function standingVetoes(
  { lines, sameVetoes }: SheetSource,
  stored: readonly string[],
): readonly Pick<VetoFigures, "code" | "count" | "decision">[] {
  if (stored.length === lines) return none;
  return stored.slice(lines).flatMap((text) => {
    const [code = "", count, decision] = text.split(" ");
    return sameVetoes.has(code) ? [{ code, count: Number(count), decision: decision as VetoFigures["decision"] }] : [];
  });
}

const none: readonly VetoFigures[] = [];
