import type { FactKind } from "@dutyloop/domain/assessment/things.ts";
import type { Definitions } from "../definitions.ts";

/** The kinds of fact that a line counts: a leaf's own and those its formula reads, a node's those of all leaves below. */
export function kindsOfLine(definitions: Definitions, code: string): ReadonlySet<FactKind> {
  const { frames, indicators } = definitions;
  const below = frames.filter(({ parent }) => parent === code);
  if (below.length > 0) return new Set(below.flatMap((line) => [...kindsOfLine(definitions, line.code)]));
  const version = frames.find((line) => line.code === code)?.version;
  const indicator = indicators.find((body) => body.code === code && body.version === version);
  if (!indicator) return new Set();
  const { aggregation } = indicator;
  const inputs = aggregation.form === "formula" ? aggregation.inputs : [];
  return new Set([
    ...indicator.reads,
    ...inputs.flatMap((input) =>
      indicators
        .filter((body) => body.code === input.indicator && body.version === input.version)
        .flatMap(({ reads }) => reads),
    ),
  ]);
}
