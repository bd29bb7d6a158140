import type { PathStep } from "./definition-problem.ts";
import type { ExtraNode, Leaf, SchemeBody, SumNode, WeightedNode } from "./scheme.ts";

type Tree = Pick<SchemeBody, "root" | "bonuses" | "deductions">;

/** One line of a scheme with the place where it is written. */
export type SchemePart = {
  readonly path: readonly PathStep[];
  /** The code of the node, or of a leaf's indicator; it stands once in a scheme. */
  readonly code: string;
  /** The code of the node it belongs to; null for the root and for bonus and deduction nodes. */
  readonly parent: string | null;
  /** In percent, below a weighted node. */
  readonly weight: string | null;
} & (
  | { readonly kind: "leaf"; readonly part: Leaf }
  | { readonly kind: "sum"; readonly part: SumNode }
  | { readonly kind: "weighted"; readonly part: WeightedNode }
  | { readonly kind: "bonus" | "deduction"; readonly part: ExtraNode }
);
export type LeafPart = Extract<SchemePart, { kind: "leaf" }>;

/** Every line of a scheme: the tree from the root, each node before its children, then bonuses, then deductions. */
export function partsOf(tree: Tree): SchemePart[] {
  return [
    ...below(tree.root, ["root"], null, null),
    ...tree.bonuses.flatMap((extra, index) => extraParts("bonus", extra, ["bonuses", index])),
    ...tree.deductions.flatMap((extra, index) => extraParts("deduction", extra, ["deductions", index])),
  ];
}

export function leafParts(tree: Tree): LeafPart[] {
  return partsOf(tree).filter((part): part is LeafPart => part.kind === "leaf");
}

function below(
  node: Leaf | SumNode | WeightedNode,
  path: readonly PathStep[],
  parent: string | null,
  weight: string | null,
): SchemePart[] {
  const place = { path, parent, weight };
  if (node.kind === "leaf") return [{ ...place, kind: "leaf", code: node.indicator, part: node }];
  if (node.kind === "sum") {
    const children = node.children.flatMap((child, index) =>
      below(child, [...path, "children", index], node.code, null),
    );
    return [{ ...place, kind: "sum", code: node.code, part: node }, ...children];
  }
  const children = node.children.flatMap((child, index) =>
    below(child.node, [...path, "children", index, "node"], node.code, child.weight),
  );
  return [{ ...place, kind: "weighted", code: node.code, part: node }, ...children];
}

function extraParts(kind: "bonus" | "deduction", extra: ExtraNode, path: readonly PathStep[]): SchemePart[] {
  const leaves = extra.leaves.flatMap((leaf, index) => below(leaf, [...path, "leaves", index], extra.code, null));
  return [{ path, parent: null, weight: null, kind, code: extra.code, part: extra }, ...leaves];
}
