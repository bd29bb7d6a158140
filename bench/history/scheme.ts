import { type SchemeBody, schemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { indicators } from "./indicators.ts";

/** The next version of the built-in monthly scheme, so that a branch has one sheet of 25 lines a month. */
export const scheme: SchemeBody = schemeBody.parse({
  code: "monthly",
  version: 2,
  name: { zh: "月积分", en: "Monthly points" },
  root: {
    kind: "sum",
    code: "monthly_total",
    name: { zh: "合计", en: "Total" },
    children: indicators.map(({ code, version }, index) => ({
      kind: "leaf",
      indicator: code,
      version,
      // 20 leaves of 4 and the last four of 5 make 100.
      fullMarks: index < indicators.length - 4 ? "4" : "5",
    })),
  },
});
