import { stringify } from "yaml";

/** A definition as somebody would type it. */
export function definitionText(body: object): string {
  return stringify(body);
}

/** An indicator that counts events of an imported source against full marks. */
export const safetyIndicator = {
  name: { zh: "工伤事件", en: "Injuries" },
  dimension: "good",
  direction: "lower",
  reads: ["metric"],
  filter: [{ attribute: "metric", operator: "eq", values: ["injuries"] }],
  aggregation: { form: "sum", of: { kind: "metric" } },
  pointsRule: {
    rule: "deduct",
    attribute: "severity",
    units: [{ value: "general", points: "2" }],
    otherwise: "5",
    floor: "0",
  },
  noData: "full",
  source: "injuries",
  basis: { zh: "年度目标责任书", en: "The year's letter of responsibility" },
  cost: { fields: 0 },
};
