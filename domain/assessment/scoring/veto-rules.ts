import type { SchemeBody, Veto } from "../definitions/scheme.ts";
import type { Evidence, FactKind } from "../things.ts";
import { meetsAll } from "./fact-selection.ts";
import type { VetoFigures } from "./sheet-figures.ts";

/** Counts the facts that would trigger the vetoes of a scheme, sheet by sheet. */
export type VetoWatch = {
  readonly kinds: ReadonlySet<FactKind>;
  readonly clear: () => void;
  readonly take: (group: Evidence) => void;
  /** The triggered vetoes in the scheme's order. */
  readonly finish: (decisions: ReadonlyMap<string, boolean>) => readonly VetoFigures[];
};

/**
 * 一票否决 (scoring.md, Scheme: "a predicate over facts caps the grade (or the total), names the fact, and needs a
 * person's confirmation"): a veto is triggered where enough facts meet it, and waits until somebody decides.
 */
export function vetoWatch({ vetoes }: Pick<SchemeBody, "vetoes">): VetoWatch {
  const counts = vetoes.map(() => 0);
  return {
    kinds: new Set(vetoes.map((veto) => veto.when.kind)),
    clear: () => counts.fill(0),
    take(group) {
      vetoes.forEach(({ when }, index) => {
        if (when.kind === group.kind && meetsAll(group.attributes, when.conditions)) counts[index]! += group.count;
      });
    },
    finish: (decisions) => vetoes.flatMap((veto, index) => figuresOf(veto, counts[index]!, decisions)),
  };
}

function figuresOf({ code, when }: Veto, count: number, decisions: ReadonlyMap<string, boolean>): VetoFigures[] {
  if (count < when.atLeast) return [];
  const confirmed = decisions.get(code);
  return [{ code, count, decision: confirmed === undefined ? "waiting" : confirmed ? "confirmed" : "dismissed" }];
}
