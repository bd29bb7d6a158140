import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { LineFrame } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import { format, parse } from "@dutyloop/domain/kernel/rational.ts";
import type { Definitions } from "../definitions.ts";

type Weakest = Answer<"getBoard">["items"][number]["weakest"];
type TreeLeaf = {
  readonly at: number;
  readonly frame: LineFrame;
  /** The full marks as points are written. */
  readonly full: string;
  /** The full marks in the smallest unit that a definition may have. */
  readonly marks: bigint;
};

const mostPlaces = 8;

/** The leaves of each scheme version are looked up once: a page of a board asks for fifty organisations. */
const known = new WeakMap<Definitions, readonly TreeLeaf[]>();

function leavesOf(definitions: Definitions): readonly TreeLeaf[] {
  const found = known.get(definitions);
  if (found !== undefined) return found;
  const { scheme, frames } = definitions;
  const extras = new Set<string | null>([...scheme.bonuses, ...scheme.deductions].map(({ code }) => code));
  const leaves = frames.flatMap((frame, at) => {
    if (frame.kind !== "leaf" || extras.has(frame.parent)) return [];
    const marks = parse(frame.fullMarks);
    return [{ at, frame, full: format(marks, scheme.places), marks: digitsOf(format(marks, mostPlaces)) }];
  });
  known.set(definitions, leaves);
  return leaves;
}

/**
 * The leaf of the tree that lost the largest share of its marks; null where nothing was lost. Reads the points off the
 * stored lines (see `encodeLines`) without taking the whole sheet apart.
 */
export function weakestLine(definitions: Definitions, stored: readonly string[]): Weakest {
  let weakest: { leaf: TreeLeaf; points: string; got: bigint } | null = null;
  for (const leaf of leavesOf(definitions)) {
    const points = /^-?[\d.]+/.exec(stored[leaf.at] ?? "")?.[0];
    if (points === undefined || points === leaf.full) continue;
    const got = digitsOf(points);
    if (weakest === null || got * weakest.leaf.marks < weakest.got * leaf.marks) weakest = { leaf, points, got };
  }
  if (weakest === null) return null;
  const { code, name, fullMarks } = weakest.leaf.frame;
  return { code, name, points: weakest.points, fullMarks };
}

function digitsOf(decimal: string): bigint {
  return BigInt(decimal.replace(".", ""));
}
