import { type IndicatorBody, indicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { dutyCodes, plannedCodes } from "./templates.ts";

/** Figures that a department delivers for each branch and month, the last one late. */
export const metricCodes = ["safety_rate", "cost_saving", "complaints", "output_value"] as const;
/** Code of the source that delivers them. */
export const metricSource = "operations";

type Draft = Partial<IndicatorBody> & Pick<IndicatorBody, "reads" | "aggregation" | "pointsRule">;

function indicator(code: string, draft: Draft): IndicatorBody {
  return indicatorBody.parse({
    code,
    version: 1,
    name: { zh: `指标 ${code}`, en: code },
    dimension: "done",
    noData: "not_applicable",
    basis: { zh: "年度考核办法", en: "Rules of the year's assessment" },
    ...draft,
  });
}

const where = (attribute: string, value: string) => [{ attribute, operator: "eq" as const, values: [value] }];

function timely(code: string, conditions: ReturnType<typeof where>): IndicatorBody {
  return indicator(code, {
    reads: ["obligation.due", "obligation.discharged"],
    aggregation: {
      form: "ratio",
      numerator: { kind: "obligation.discharged", measure: "quantity", conditions },
      denominator: { kind: "obligation.due", measure: "quantity", conditions },
      timeliness: "weighted",
    },
    pointsRule: { rule: "ratio", target: "1" },
  });
}

function share(
  code: string,
  kind: "attendance" | "record.standard",
  conditions: ReturnType<typeof where>,
  target: string,
) {
  return indicator(code, {
    reads: [kind],
    aggregation: {
      form: "ratio",
      numerator: { kind, measure: "quantity", conditions },
      denominator: { kind, measure: "base", conditions },
      timeliness: "ignored",
    },
    pointsRule: { rule: "ratio", target },
  });
}

function metric(
  code: string,
  metricCode: string,
  pointsRule: IndicatorBody["pointsRule"],
  form: "sum" | "count" = "sum",
) {
  return indicator(code, {
    reads: ["metric"],
    noData: "pending",
    aggregation: { form, of: { kind: "metric", conditions: where("metric", metricCode) } },
    pointsRule,
  });
}

const perUnit = (points: string) => ({ attribute: null, units: [], otherwise: points });

/** Every points rule over facts that add up; 24 leaves, so that a sheet has 25 lines. */
export const indicators: readonly IndicatorBody[] = [
  timely("duties_on_time", []),
  ...plannedCodes.map((code) => timely(`${code}_on_time`, where("template", code))),
  share("members_present", "attendance", [], "0.9"),
  ...plannedCodes.map((code) => share(`${code}_present`, "attendance", where("template", code), "0.95")),
  share("standards_met", "record.standard", [], "1"),
  ...dutyCodes.map((code) => share(`${code}_standard`, "record.standard", where("template", code), "1")),
  metric("output_reached", "output_value", { rule: "linear", baseline: "0", target: "1200" }),
  metric("output_band", "output_value", {
    rule: "bands",
    bands: [
      { bound: "900", points: "4" },
      { bound: "600", points: "3" },
      { bound: "0", points: "1" },
    ],
  }),
  metric("safety_reached", "safety_rate", { rule: "ratio", target: "100" }),
  metric("safety_above_floor", "safety_rate", { rule: "linear", baseline: "60", target: "100" }),
  metric("saving_added", "cost_saving", { rule: "add", ...perUnit("0.05"), ceiling: "4" }),
  metric("saving_share", "cost_saving", {
    rule: "cel",
    expression: "full_marks * value / 100",
    floor: "0",
    ceiling: null,
  }),
  { ...metric("complaints_fewer", "complaints", { rule: "linear", baseline: "10", target: "0" }), direction: "lower" },
  metric("complaints_reported", "complaints", { rule: "deduct", ...perUnit("0.5"), floor: "0" }, "count"),
  indicator("findings_overdue", {
    reads: ["finding.overdue"],
    noData: "full",
    aggregation: { form: "count", of: { kind: "finding.overdue", conditions: [] } },
    pointsRule: { rule: "deduct", ...perUnit("1"), floor: "0" },
  }),
  indicator("output_and_saving", {
    reads: [],
    noData: "pending",
    aggregation: {
      form: "formula",
      expression: "output + saving * 2",
      inputs: [
        { name: "output", indicator: "output_reached", version: 1 },
        { name: "saving", indicator: "saving_added", version: 1 },
      ],
    },
    pointsRule: { rule: "linear", baseline: "0", target: "1400" },
  }),
];
