import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { LineFrame } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import { compare, divide, format, parse } from "@dutyloop/domain/kernel/rational.ts";
import type { Definitions as Whole } from "../definitions.ts";

type Definitions = Pick<Whole, "scheme" | "frames">;

type Weakest = Answer<"getBoard">["items"][number]["weakest"];
type TreeLeaf = {
  readonly at: number;
  readonly frame: LineFrame;
  readonly marks: number;
  /** How a line with all of its marks and a value begins. */
  readonly whole: string;
};

/** Shares that lie closer to each other than this are compared exactly. */
const close = 1e-9;

/** The leaves of each scheme version are looked up once: a page of a board asks for fifty organisations. */
const known = new WeakMap<Definitions, readonly TreeLeaf[]>();

function leavesOf(definitions: Definitions): readonly TreeLeaf[] {
  const found = known.get(definitions);
  if (found !== undefined) return found;
  const { scheme, frames } = definitions;
  const extras = new Set<string | null>([...scheme.bonuses, ...scheme.deductions].map(({ code }) => code));
  const leaves = frames.flatMap((frame, at) => {
    if (frame.kind !== "leaf" || extras.has(frame.parent)) return [];
    const whole = `${format(parse(frame.fullMarks), scheme.places)} `;
    return [{ at, frame, marks: Number(frame.fullMarks), whole }];
  });
  known.set(definitions, leaves);
  return leaves;
}

/**
 * The leaf of the tree that lost the largest share of its marks, of equal ones the first; null where nothing was lost.
 * Reads the points off the stored lines (see `encodeLines`) without taking the whole sheet apart.
 */
export function weakestLine(definitions: Definitions, stored: readonly string[]): Weakest {
  let weakest: { leaf: TreeLeaf; points: string; share: number } | null = null;
  for (const leaf of leavesOf(definitions)) {
    const line = stored[leaf.at] ?? "";
    const points = line.startsWith(leaf.whole) ? undefined : /^-?[\d.]+/.exec(line)?.[0];
    const share = points === undefined ? 1 : Number(points) / leaf.marks;
    if (points === undefined || share >= 1) continue;
    if (weakest === null || share < weakest.share - close || isLess(points, leaf, share, weakest)) {
      weakest = { leaf, points, share };
    }
  }
  if (weakest === null) return null;
  const { code, name, fullMarks } = weakest.leaf.frame;
  return { code, name, points: weakest.points, fullMarks };
}

function isLess(
  points: string,
  leaf: TreeLeaf,
  share: number,
  weakest: { readonly leaf: TreeLeaf; readonly points: string; readonly share: number },
): boolean {
  if (share > weakest.share + close) return false;
  const shareOf = (got: string, { frame }: TreeLeaf) => divide(parse(got), parse(frame.fullMarks));
  return compare(shareOf(points, leaf), shareOf(weakest.points, weakest.leaf)) < 0;
}
