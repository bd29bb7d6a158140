import type { IndicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import type { SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { indicators } from "./indicators.ts";
import { scheme } from "./scheme.ts";
import { noteCode } from "./templates.ts";

/** Leaves whose marks move from one to the other, one whose target is raised, one that leaves some facts out. */
const [heavier, lighter, higher, narrower] = [
  "duties_on_time",
  "safety_above_floor",
  "standards_met",
  "members_present",
];

/** Next versions of two indicators: the one keeps its value, the other has to be read from facts again. */
export const changedIndicators: readonly IndicatorBody[] = indicators.flatMap((body): IndicatorBody[] => {
  if (body.code === higher) return [{ ...body, version: 2, pointsRule: { rule: "ratio", target: "0.8" } }];
  if (body.code !== narrower) return [];
  return [{ ...body, version: 2, filter: [{ attribute: "template", operator: "ne", values: [noteCode] }] }];
});

/** The bench's scheme as somebody would try it before he adopts it. */
export const changedScheme: SchemeBody = {
  ...scheme,
  root: {
    ...(scheme.root as Extract<SchemeBody["root"], { kind: "sum" }>),
    children: (scheme.root as Extract<SchemeBody["root"], { kind: "sum" }>).children.map((leaf) => {
      if (leaf.kind !== "leaf") return leaf;
      const { version } = changedIndicators.find(({ code }) => code === leaf.indicator) ?? leaf;
      const fullMarks = { [heavier as string]: "6", [lighter as string]: "2" }[leaf.indicator] ?? leaf.fullMarks;
      return { ...leaf, version, fullMarks };
    }),
  },
};
