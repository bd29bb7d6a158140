import { parse, type Rational, rational } from "../../kernel/rational.ts";
import type { LineFrame } from "../scoring/line-frames.ts";
import type { SchemeBody, SchemeNode } from "./scheme.ts";

/** A child of a node: its line, what it weighs there and its full marks. */
export type NodeChild = { readonly at: number; readonly weight: Rational; readonly fullMarks: Rational };

/** A node of a scheme with the places of its own line and its children's in the sheet. */
export type PlacedNode = {
  readonly at: number;
  readonly kind: "sum" | "weighted" | "bonus" | "deduction";
  readonly fullMarks: Rational;
  readonly children: readonly NodeChild[];
};

/** The nodes of a scheme in the order of their lines: each before its children. */
export function placedNodes(
  scheme: Pick<SchemeBody, "root" | "bonuses" | "deductions">,
  frames: readonly LineFrame[],
): readonly PlacedNode[] {
  const places = new Map(frames.map((frame, at) => [frame.code, at]));
  const child = (code: string, weight: string | null): NodeChild => {
    const at = places.get(code)!;
    const fullMarks = parse(frames[at]!.fullMarks);
    return { at, fullMarks, weight: weight === null ? fullMarks : parse(weight) };
  };
  const placed = (code: string, kind: PlacedNode["kind"], children: readonly NodeChild[]): PlacedNode => {
    const { at, fullMarks } = child(code, null);
    return { at, kind, fullMarks, children };
  };
  const below = (node: SchemeNode): PlacedNode[] => {
    if (node.kind === "leaf") return [];
    if (node.kind === "sum") {
      const children = node.children.map((one) => child(codeOf(one), null));
      return [placed(node.code, "sum", children), ...node.children.flatMap(below)];
    }
    const children = node.children.map((one) => child(codeOf(one.node), one.weight));
    return [placed(node.code, "weighted", children), ...node.children.flatMap((one) => below(one.node))];
  };
  const extras = (nodes: SchemeBody["bonuses"], kind: "bonus" | "deduction") =>
    nodes.map((node) =>
      placed(
        node.code,
        kind,
        node.leaves.map((leaf) => child(leaf.indicator, null)),
      ),
    );
  return [...below(scheme.root), ...extras(scheme.bonuses, "bonus"), ...extras(scheme.deductions, "deduction")];
}

function codeOf(node: SchemeNode): string {
  return node.kind === "leaf" ? node.indicator : node.code;
}

/** The full marks of a weighted node's scale. */
export const hundred = rational(100);
