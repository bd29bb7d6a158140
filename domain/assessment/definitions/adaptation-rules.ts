import { compare, parse, sum, toText } from "../../kernel/rational.ts";
import { type Finding, problem } from "./definition-problem.ts";
import type { SchemeBody } from "./scheme.ts";
import { diffSchemes, type SchemeChange } from "./scheme-diff.ts";
import { type LeafPart, leafParts, partsOf, type SchemePart } from "./scheme-parts.ts";

/**
 * What an adapted version changes beyond what its base leaves open. Open are the full marks of a leaf inside its
 * bounds, and leaves added below a sum node up to the full marks that it leaves open; all else must stay.
 */
export function adaptationFindings(base: SchemeBody, adapted: SchemeBody): Finding[] {
  const lines = new Map(partsOf(adapted).map((line) => [line.code, line]));
  const baseLeaves = new Map(leafParts(base).map((line) => [line.code, line]));
  return [
    ...diffSchemes(base, adapted).flatMap((change) => changeFinding(change, lines, baseLeaves)),
    ...additionFindings(base, adapted),
  ];
}

function changeFinding(
  change: SchemeChange,
  lines: ReadonlyMap<string, SchemePart>,
  baseLeaves: ReadonlyMap<string, LeafPart>,
): Finding[] {
  if (change.of === "leaf" && change.change === "added") return [];
  const path = lines.get(change.code)?.path ?? [];
  const bounds = baseLeaves.get(change.code)?.part.open ?? null;
  if (change.property === "fullMarks" && bounds !== null) {
    const { from, to } = bounds;
    const marks = parse(change.to as string);
    const isInside = compare(marks, parse(from)) >= 0 && compare(marks, parse(to)) <= 0;
    return isInside
      ? []
      : [problem("definition.adapted_marks", [...path, "fullMarks"], { indicator: change.code, from, to })];
  }
  const what = change.property === null ? change.code : `${change.code}.${change.property}`;
  return [problem("definition.adapted_closed", path, { what })];
}

/** Added leaves, node by node, against the full marks that the base leaves open there. */
function additionFindings(base: SchemeBody, adapted: SchemeBody): Finding[] {
  const before = new Map(partsOf(base).map((line) => [line.code, line]));
  const added = leafParts(adapted).filter(({ code }) => !before.has(code));
  return partsOf(adapted).flatMap(({ code: node, path }) => {
    const leaves = added.filter(({ parent }) => parent === node);
    const standing = before.get(node);
    const open = standing?.kind === "sum" ? standing.part.open : null;
    if (open === null) {
      return leaves.map((leaf) => problem("definition.adapted_closed", leaf.path, { what: leaf.code }));
    }
    const marks = sum(leaves.map(({ part }) => parse(part.fullMarks)));
    return compare(marks, parse(open.additional)) <= 0
      ? []
      : [problem("definition.adapted_too_much", path, { node, most: open.additional, added: toText(marks) as string })];
  });
}

/** A leaf that two schemes have alike; its full marks may differ, so its points are compared as shares of them. */
export type SharedLeaf = {
  readonly indicator: string;
  readonly version: number;
  readonly fullMarks: readonly [string, string];
};

/** The leaves by which organisations under two adaptations can be compared: the same version of the same indicator. */
export function commonLeaves(a: SchemeBody, b: SchemeBody): SharedLeaf[] {
  const others = new Map(leafParts(b).map(({ part }) => [part.indicator, part]));
  return leafParts(a).flatMap(({ part: { indicator, version, fullMarks } }) => {
    const other = others.get(indicator);
    return other?.version === version ? [{ indicator, version, fullMarks: [fullMarks, other.fullMarks] as const }] : [];
  });
}
