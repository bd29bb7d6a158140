import { compare, format, parse, sum, toReadableText } from "../../kernel/rational.ts";
import type { NodeChild, PlacedNode } from "../definitions/scheme-nodes.ts";
import type { CompiledScheme } from "../scoring/compiled-scheme.ts";
import type { SheetFigures } from "../scoring/sheet-figures.ts";
import type { Arithmetic } from "../things.ts";

/** What a node is computed from: the rounded points of the children that count. */
export function nodeArithmetic(
  node: PlacedNode,
  { scheme, frames }: CompiledScheme,
  { lines }: SheetFigures,
): Arithmetic {
  const counted = node.children.filter((child) => lines[child.at]!.points !== null);
  const figures = ({ at }: NodeChild) => ({
    code: frames[at]!.code,
    points: lines[at]!.points!,
    fullMarks: frames[at]!.fullMarks,
  });
  const points = sum(counted.map((child) => parse(lines[child.at]!.points!)));
  const marks = sum(counted.map((child) => child.fullMarks));
  switch (node.kind) {
    case "sum":
      return {
        form: "sum",
        counted: counted.map(figures),
        points: format(points, scheme.places),
        marks: toReadableText(marks),
        redistributed: compare(marks, node.fullMarks) !== 0,
      };
    case "weighted":
      return {
        form: "weighted",
        counted: counted.map((child) => ({ ...figures(child), weight: toReadableText(child.weight) })),
        weights: toReadableText(sum(counted.map((child) => child.weight))),
      };
    default:
      return {
        form: "extra",
        effect: node.kind,
        points: format(points, scheme.places),
        ceiling: frames[node.at]!.fullMarks,
        bounded: compare(points, node.fullMarks) > 0,
      };
  }
}
