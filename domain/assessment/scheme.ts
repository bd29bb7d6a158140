import { z } from "zod";
import { compare, format, one, parse, sum } from "../kernel/rational.ts";
import { type BilingualText, bilingualText, contentCode } from "../standards/things.ts";
import { decimal, positiveDecimal } from "./indicator.ts";

/** One indicator version with its full marks. */
const leaf = z.strictObject({
  kind: z.literal("leaf"),
  indicator: contentCode,
  version: z.int().min(1),
  fullMarks: positiveDecimal,
});
export type Leaf = z.infer<typeof leaf>;

/** Adds its children; the marks of those not counted go to the others. */
export type SumNode = {
  kind: "sum";
  code: string;
  name: BilingualText;
  children: (Leaf | SumNode)[];
};
const sumNode: z.ZodType<SumNode> = z.lazy(() =>
  z.strictObject({
    kind: z.literal("sum"),
    code: contentCode,
    name: bilingualText,
    children: z.array(z.union([leaf, sumNode])).min(1),
  }),
);

/** Takes each child's share of its full marks by weight; the weights make 100. */
export type WeightedNode = {
  kind: "weighted";
  code: string;
  name: BilingualText;
  children: { weight: string; node: SchemeNode }[];
};
export type SchemeNode = Leaf | SumNode | WeightedNode;
const weightedNode: z.ZodType<WeightedNode> = z.lazy(() =>
  z.strictObject({
    kind: z.literal("weighted"),
    code: contentCode,
    name: bilingualText,
    children: z
      .array(z.strictObject({ weight: positiveDecimal, node: z.union([leaf, sumNode, weightedNode]) }))
      .min(1)
      .refine((children) => format(sum(children.map((child) => parse(child.weight))), 8) === "100.00000000", {
        message: "the weights must make 100",
      }),
  }),
);

/** Adds or subtracts points after the tree, up to its ceiling. */
const extraNode = z.strictObject({
  code: contentCode,
  name: bilingualText,
  ceiling: positiveDecimal,
  leaves: z.array(leaf).min(1),
});
export type ExtraNode = z.infer<typeof extraNode>;

type SchemeTree = {
  readonly root: SumNode | WeightedNode;
  readonly bonuses: readonly ExtraNode[];
  readonly deductions: readonly ExtraNode[];
};

/** A version of a scheme. Published versions never change. */
export const schemeBody = z
  .strictObject({
    code: contentCode,
    version: z.int().min(1),
    name: bilingualText,
    /** Decimals of every figure; halves are rounded away from zero. */
    places: z.int().min(0).max(6).default(2),
    /** λ: what a late discharge counts in a timeliness ratio, 0 to 1. */
    lateFactor: decimal
      .refine((text) => parse(text).n >= 0n && compare(parse(text), one) <= 0, "must lie between 0 and 1")
      .default("0.5"),
    /** Percent of the marks that must be known before an organisation is ranked. */
    coverageThreshold: decimal.default("80"),
    range: z
      .strictObject({ floor: decimal, ceiling: decimal })
      .refine((range) => compare(parse(range.floor), parse(range.ceiling)) < 0, "the floor must lie below the ceiling")
      .default({ floor: "0", ceiling: "100" }),
    root: z.union([sumNode, weightedNode]),
    bonuses: z.array(extraNode).default([]),
    deductions: z.array(extraNode).default([]),
  })
  .refine((body) => new Set(codesOf(body)).size === codesOf(body).length, {
    path: ["root"],
    message: "each code stands once in a scheme",
  });
export type SchemeBody = z.infer<typeof schemeBody>;

/** Every leaf of a scheme, in the order of the tree, then bonuses, then deductions. */
export function leavesOf(body: SchemeTree): Leaf[] {
  const extras = [...body.bonuses, ...body.deductions].flatMap((extra) => extra.leaves);
  return [...leavesBelow(body.root), ...extras];
}

function leavesBelow(node: SchemeNode): Leaf[] {
  return node.kind === "leaf" ? [node] : childrenOf(node).flatMap(leavesBelow);
}

function codesOf(body: SchemeTree): string[] {
  const extras = [...body.bonuses, ...body.deductions].map((extra) => extra.code);
  return [...nodeCodes(body.root), ...extras, ...leavesOf(body).map((used) => used.indicator)];
}

function nodeCodes(node: SchemeNode): string[] {
  return node.kind === "leaf" ? [] : [node.code, ...childrenOf(node).flatMap(nodeCodes)];
}

function childrenOf(node: SchemeNode): readonly SchemeNode[] {
  if (node.kind === "leaf") return [];
  return node.kind === "sum" ? node.children : node.children.map((child) => child.node);
}
