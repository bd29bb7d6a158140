import { type CanonicalValue, canonicalJson } from "../../kernel/canonical-json.ts";
import { type Month, monthOf, type PlainDate } from "../../kernel/plain-date.ts";
import { parse } from "../../kernel/rational.ts";
import type { FactKind } from "../things.ts";

/** A figure of a business system, as it was delivered. */
export type Figure = {
  readonly kind: FactKind;
  /** Code of what is measured; a metric always has one. */
  readonly metric: string | null;
  readonly occurredOn: PlainDate;
  readonly quantity: string;
  readonly base: string | null;
  readonly attributes: Readonly<Record<string, string | number>>;
  /** Shown, never scored. */
  readonly note: string;
};

/** What is wrong with one field of a figure. */
export type FigureProblem = {
  readonly field: "kind" | "metric" | "occurredOn" | "quantity" | "base" | "attributes";
  readonly code: string;
  readonly values: Record<string, string | number>;
};

/** What figures are held against: the month they are delivered for, today, and the metrics that indicators read. */
export type FigureFrame = { readonly month: Month; readonly today: PlainDate; readonly metrics: ReadonlySet<string> };

/** Everything that is wrong with a figure; empty where it can be booked. */
export function figureProblems(figure: Figure, { month, today, metrics }: FigureFrame): FigureProblem[] {
  const problems: FigureProblem[] = [];
  const problem = (code: string, field: FigureProblem["field"], values: FigureProblem["values"] = {}) =>
    problems.push({ field, code, values });
  const { kind, metric, occurredOn, base } = figure;
  if (metric === null) {
    if (kind === "metric") problem("measure.metric_missing", "metric");
  } else if (!metrics.has(metric)) problem("measure.metric_unknown", "metric", { metric });
  if (monthOf(occurredOn) !== month) problem("measure.outside_month", "occurredOn", { date: occurredOn, month });
  else if (occurredOn > today) problem("measure.in_future", "occurredOn", { date: occurredOn });
  if (kind !== "metric" && isNegative(figure.quantity)) problem("measure.below_zero", "quantity");
  if (base !== null && parse(base).n <= 0n) problem("measure.base_not_positive", "base");
  if (kind.startsWith("finding.") && figure.attributes.severity === undefined)
    problem("measure.severity_missing", "attributes");
  if (kind === "review.result" && (figure.attributes.review === undefined || figure.attributes.ballots === undefined))
    problem("measure.review_incomplete", "attributes");
  return problems;
}

/**
 * One text for one content: two figures with the same text are the same figure, however often and by whichever way they
 * are delivered. Numbers are compared by value: 1, 1.0 and 01 are one.
 */
export function figureIdentity(figure: Figure): string {
  const { kind, metric, occurredOn, attributes, note } = figure;
  const base = figure.base === null ? null : plainDecimal(figure.base);
  return canonicalJson({
    kind,
    metric,
    occurredOn,
    quantity: plainDecimal(figure.quantity),
    base,
    attributes: attributes as CanonicalValue,
    note,
  });
}

/** A decimal without zeros that say nothing: '007.50' is '7.5'. */
export function plainDecimal(text: string): string {
  const [whole = "", decimals = ""] = text.replace("-", "").split(".");
  const digits = whole.replace(/^0+(?=\d)/, "");
  const rest = decimals.replace(/0+$/, "");
  const size = rest === "" ? digits : `${digits}.${rest}`;
  return isNegative(text) ? `-${size}` : size;
}

function isNegative(text: string): boolean {
  return parse(text).n < 0n;
}
