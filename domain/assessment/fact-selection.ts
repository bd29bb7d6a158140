import { add, multiply, one, parse, type Rational, rational, zero } from "../kernel/rational.ts";
import type { Condition, MeasuredSelection, Selection } from "./indicator.ts";
import type { ScoringFact } from "./things.ts";

/** The facts of one organisation and period, each once however often it was handed over. */
export type FactIndex = ReadonlyMap<ScoringFact["kind"], readonly ScoringFact[]>;

/** Groups facts by kind; the same fact twice (same id) counts once. */
export function indexFacts(facts: readonly ScoringFact[]): FactIndex {
  const seen = new Set<string>();
  const index = new Map<ScoringFact["kind"], ScoringFact[]>();
  for (const fact of facts) {
    if (seen.has(fact.id)) continue;
    seen.add(fact.id);
    const ofKind = index.get(fact.kind);
    if (ofKind === undefined) index.set(fact.kind, [fact]);
    else ofKind.push(fact);
  }
  return index;
}

/** The facts a selection takes in, under the indicator's own filter. */
export function select(index: FactIndex, selection: Selection, filter: readonly Condition[]): readonly ScoringFact[] {
  const conditions = [...filter, ...selection.conditions];
  const ofKind = index.get(selection.kind) ?? [];
  return conditions.length === 0
    ? ofKind
    : ofKind.filter((fact) => conditions.every((condition) => meets(fact, condition)));
}

/** What a fact adds to a measure: a storno takes away what its original gave. */
export function measured(fact: ScoringFact, measure: MeasuredSelection["measure"]): Rational {
  if (measure === "count") return rational(fact.sign);
  const figure = parse((measure === "base" ? fact.base : fact.quantity) ?? "0");
  return fact.sign === 1 ? figure : { n: -figure.n, d: figure.d };
}

/** Σ of a measure; late facts count `lateFactor`. */
export function total(
  facts: readonly ScoringFact[],
  measure: MeasuredSelection["measure"],
  lateFactor: Rational = one,
): Rational {
  return facts.reduce((sum, fact) => {
    const figure = measured(fact, measure);
    return add(sum, isLate(fact) ? multiply(figure, lateFactor) : figure);
  }, zero);
}

export function isLate(fact: ScoringFact): boolean {
  return fact.attributes.timeliness === "late";
}

/** How many facts stand after their stornos; zero or less means that there is no data. */
export function standing(facts: readonly ScoringFact[]): number {
  return facts.reduce((count, fact) => count + fact.sign, 0);
}

/** The facts by the text of an attribute, in the order of that text; a missing attribute is "". */
export function byAttribute(
  facts: readonly ScoringFact[],
  attribute: string | null,
): readonly (readonly [string, readonly ScoringFact[]])[] {
  const groups = Map.groupBy(facts, (fact) => (attribute === null ? "" : String(fact.attributes[attribute] ?? "")));
  return [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function meets(fact: ScoringFact, condition: Condition): boolean {
  const held = String(fact.attributes[condition.attribute] ?? "");
  switch (condition.operator) {
    case "in":
      return condition.values.includes(held);
    case "eq":
      return held === condition.values[0];
    case "ne":
      return held !== condition.values[0];
  }
}
