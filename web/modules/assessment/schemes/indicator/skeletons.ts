/** What a way of adding up begins with when it is chosen. `kind` is the fact the indicator reads first. */
export function aggregationOf(form: AggregationForm, kind: string): object {
  switch (form) {
    case "ratio":
      return {
        form,
        numerator: { kind, measure: "quantity" },
        denominator: { kind, measure: "base" },
        timeliness: "ignored",
      };
    case "judges":
      return { form, of: { kind: "judgement" }, minimum: 1 };
    case "formula":
      return { form, expression: "", inputs: [] };
    case "rollup":
      return { form, scheme: "", line: null, weighting: "equal" };
    case "figure":
      return { form, scheme: "" };
    default:
      return { form, of: { kind } };
  }
}
export const aggregationForms = [
  "ratio",
  "sum",
  "count",
  "last",
  "mean",
  "judges",
  "formula",
  "rollup",
  "figure",
] as const;
export type AggregationForm = (typeof aggregationForms)[number];

/** What a rule of points begins with when it is chosen. */
export function pointsRuleOf(rule: PointsRuleName): object {
  switch (rule) {
    case "ratio":
      return { rule, target: "1" };
    case "add":
      return { rule, attribute: null, units: [], otherwise: "1", ceiling: "5" };
    case "deduct":
      return { rule, attribute: null, units: [], otherwise: "1", floor: "0" };
    case "linear":
      return { rule, baseline: "0", target: "100" };
    case "bands":
      return { rule, bands: [{ bound: "90", points: "10" }] };
    case "cel":
      return { rule, expression: "value * full_marks" };
  }
}
export const pointsRules = ["ratio", "add", "deduct", "linear", "bands", "cel"] as const;
export type PointsRuleName = (typeof pointsRules)[number];
