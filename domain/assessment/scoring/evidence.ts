import { add, parse, type Rational, toText, zero } from "../../kernel/rational.ts";
import { type IndicatorBody, kindsOf } from "../definitions/indicator.ts";
import type { Evidence, FactKind, ScoringFact } from "../things.ts";

/** Aggregations that must tell one fact from another, so that a reversed one is left out. */
const singleForms: ReadonlySet<string> = new Set(["last", "mean", "judges"]);

/** The kinds of fact of which each must be told from the others: those read by `last`, `mean` and judges. */
export function singleKinds(indicators: readonly IndicatorBody[]): ReadonlySet<FactKind> {
  return new Set(
    indicators.flatMap(({ aggregation }) => (singleForms.has(aggregation.form) ? kindsOf(aggregation) : [])),
  );
}

/**
 * The facts of one organisation and period as scoring reads them: each id once, added up by kind and attributes with
 * Σ sign as their number. Of the single kinds each fact that nobody reversed stands alone (scoring.md, Facts: "Count =
 * Σ sign; last, mean and judges use unreversed facts"). Groups that their stornos empty are left out.
 */
export function evidenceOf(facts: readonly ScoringFact[], singles: ReadonlySet<FactKind>): Evidence[] {
  const once = [...new Map(facts.map((fact) => [fact.id, fact])).values()];
  const reversed = new Set(once.map((fact) => fact.corrects));
  const groups = new Map<string, Group>();
  const alone: Evidence[] = [];
  for (const fact of once) {
    if (!singles.has(fact.kind)) addTo(groups, fact);
    else if (fact.sign === 1 && !reversed.has(fact.id)) alone.push(aloneOf(fact));
  }
  return [...[...groups.values()].filter((group) => group.count !== 0).map(written), ...alone];
}

type Group = {
  readonly kind: FactKind;
  readonly attributes: Evidence["attributes"];
  count: number;
  quantity: Rational;
  base: Rational;
};

function addTo(groups: Map<string, Group>, fact: ScoringFact): void {
  const key = `${fact.kind} ${JSON.stringify(Object.entries(fact.attributes).sort(byName))}`;
  const { kind, attributes } = fact;
  const group = groups.get(key) ?? { kind, attributes, count: 0, quantity: zero, base: zero };
  group.count += fact.sign;
  group.quantity = add(group.quantity, signed(fact.quantity, fact.sign));
  group.base = add(group.base, signed(fact.base ?? "0", fact.sign));
  groups.set(key, group);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function signed(text: string, sign: 1 | -1): Rational {
  const { n, d } = parse(text);
  return { n: sign === 1 ? n : -n, d };
}

function written(group: Group): Evidence {
  const { kind, attributes, count } = group;
  // Sums of decimals are decimals.
  return { kind, attributes, count, quantity: toText(group.quantity)!, base: toText(group.base)!, single: null };
}

function aloneOf(fact: ScoringFact): Evidence {
  const { id, occurredOn, recordedAt, kind, attributes, quantity } = fact;
  return { kind, attributes, count: 1, quantity, base: fact.base ?? "0", single: { id, occurredOn, recordedAt } };
}
