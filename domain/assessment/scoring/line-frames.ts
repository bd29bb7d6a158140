import { parse, sum, toReadableText } from "../../kernel/rational.ts";
import type { IndicatorBody } from "../definitions/indicator.ts";
import type { ExtraNode, Leaf, SchemeBody, SchemeNode } from "../definitions/scheme.ts";
import type { ScoreLine } from "../things.ts";

/** What a line of a sheet is, without its figures: the same for every organisation that the scheme version scores. */
export type LineFrame = Pick<ScoreLine, "code" | "parent" | "kind" | "name" | "version" | "fullMarks">;

/** What a scheme's lines are read from. */
export type SchemeTree = Pick<SchemeBody, "root" | "bonuses" | "deductions">;

/**
 * The lines of a scheme in the order of its sheets: the root first, each node before its children, bonus and then
 * deduction nodes last. Throws when an indicator version of the scheme isn't among `indicators`.
 */
export function linesOf(scheme: SchemeTree, indicators: readonly IndicatorBody[]): readonly LineFrame[] {
  const names = indicatorsByVersion(indicators);
  const extras = [...scheme.bonuses, ...scheme.deductions];
  return [...framesBelow(scheme.root, null, names), ...extras.flatMap((extra) => framesOfExtra(extra, names))];
}

/** Indicator versions by `versionKey`. */
export function indicatorsByVersion(indicators: readonly IndicatorBody[]): ReadonlyMap<string, IndicatorBody> {
  return new Map(indicators.map((indicator) => [versionKey(indicator.code, indicator.version), indicator]));
}

/** The indicator version that a leaf or a formula names. Throws where it isn't there. */
export function indicatorNamed(
  indicators: ReadonlyMap<string, IndicatorBody>,
  code: string,
  version: number,
): IndicatorBody {
  const found = indicators.get(versionKey(code, version));
  if (found === undefined) throw new Error(`unknown indicator ${versionKey(code, version)}`);
  return found;
}

export function versionKey(code: string, version: number): string {
  return `${code}@${version}`;
}

type Indicators = ReadonlyMap<string, IndicatorBody>;

function framesBelow(node: SchemeNode, parent: string | null, indicators: Indicators): LineFrame[] {
  if (node.kind === "leaf") return [leafFrame(node, parent, indicators)];
  const { code, name } = node;
  const children = node.kind === "sum" ? node.children : node.children.map((child) => child.node);
  return [
    { code, parent, kind: "node", name, version: null, fullMarks: fullMarksOf(node) },
    ...children.flatMap((child) => framesBelow(child, code, indicators)),
  ];
}

function framesOfExtra({ code, name, ceiling, leaves }: ExtraNode, indicators: Indicators): LineFrame[] {
  return [
    { code, parent: null, kind: "node", name, version: null, fullMarks: ceiling },
    ...leaves.map((leaf) => leafFrame(leaf, code, indicators)),
  ];
}

function leafFrame({ indicator: code, version, fullMarks }: Leaf, parent: string | null, indicators: Indicators) {
  const { name } = indicatorNamed(indicators, code, version);
  return { code, parent, kind: "leaf" as const, name, version, fullMarks };
}

/** A leaf's own, a sum node's those of all its children, 100 for a weighted node. */
function fullMarksOf(node: SchemeNode): string {
  if (node.kind === "leaf") return node.fullMarks;
  if (node.kind === "weighted") return "100";
  return toReadableText(sum(node.children.map((child) => parse(fullMarksOf(child)))), 8);
}
