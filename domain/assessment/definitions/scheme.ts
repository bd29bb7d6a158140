import { z } from "zod";
import { compare, one, parse, sum, toText } from "../../kernel/rational.ts";
import { branchKinds, organizationKinds } from "../../organization/things.ts";
import { type BilingualText, bilingualText, contentCode } from "../../standards/things.ts";
import { factKinds } from "../things.ts";
import { refusalOf } from "./definition-problem.ts";
import { condition, decimal, month, positiveDecimal } from "./indicator.ts";
import { leafParts, partsOf } from "./scheme-parts.ts";

/** One indicator version with its full marks. */
const leaf = z.strictObject({
  kind: z.literal("leaf"),
  indicator: contentCode,
  version: z.int().min(1),
  fullMarks: positiveDecimal,
  /** What an organisation below may change when it adapts the scheme; null for nothing. */
  open: z.strictObject({ from: positiveDecimal, to: positiveDecimal }).nullable().default(null),
});
export type Leaf = z.infer<typeof leaf>;

/** Adds its children; the marks of those not counted go to the others. */
export type SumNode = {
  kind: "sum";
  code: string;
  name: BilingualText;
  children: (Leaf | SumNode)[];
  /** Full marks that leaves added by an organisation below may have together; null for none. */
  open: { additional: string } | null;
};
const sumNode: z.ZodType<SumNode> = z.lazy(() =>
  z.strictObject({
    kind: z.literal("sum"),
    code: contentCode,
    name: bilingualText,
    children: z.array(z.union([leaf, sumNode])).min(1),
    open: z.strictObject({ additional: positiveDecimal }).nullable().default(null),
  }),
);

/** Takes each child's share of its full marks by weight; the weights make 100. */
export type WeightedNode = {
  kind: "weighted";
  code: string;
  name: BilingualText;
  children: { weight: string; node: SchemeNode }[];
};
export type SchemeNode = Leaf | SumNode | WeightedNode;
const weightedNode: z.ZodType<WeightedNode> = z.lazy(() =>
  z.strictObject({
    kind: z.literal("weighted"),
    code: contentCode,
    name: bilingualText,
    children: z
      .array(z.strictObject({ weight: positiveDecimal, node: z.union([leaf, sumNode, weightedNode]) }))
      .min(1)
      .superRefine((children, context) => {
        const total = toText(sum(children.map((child) => parse(child.weight)))) as string;
        if (total === "100") return;
        context.addIssue(refusalOf("definition.weights_sum", { sum: total }));
      }),
  }),
);

/** Adds or subtracts points after the tree, up to its ceiling. */
const extraNode = z.strictObject({
  code: contentCode,
  name: bilingualText,
  ceiling: positiveDecimal,
  leaves: z.array(leaf).min(1),
});
export type ExtraNode = z.infer<typeof extraNode>;

/** 一票否决: facts that cap the suggested grade, or the total, once a person confirmed them. */
const veto = z.strictObject({
  code: contentCode,
  name: bilingualText,
  when: z.strictObject({
    kind: z.enum(factKinds),
    conditions: z.array(condition).default([]),
    atLeast: z.int().min(1),
  }),
  effect: z.discriminatedUnion("caps", [
    z.strictObject({ caps: z.literal("grade"), grade: contentCode }),
    z.strictObject({ caps: z.literal("total"), total: decimal }),
  ]),
});
export type Veto = z.infer<typeof veto>;

/** 建议等次 by total, from the best; a bound is reached inclusively. */
const grade = z.strictObject({ code: contentCode, name: bilingualText, atLeast: decimal });
export type Grade = z.infer<typeof grade>;

/** A version of a scheme. Published versions never change. */
export const schemeBody = z
  .strictObject({
    code: contentCode,
    version: z.int().min(1),
    name: bilingualText,
    subject: z.enum(["organization", "person"]).default("organization"),
    cadence: z.enum(["month", "quarter", "half_year", "year"]).default("month"),
    /** First month it may be adopted for; null for any. */
    validFrom: month.nullable().default(null),
    /** Whom it scores; without classes all of these kinds. */
    appliesTo: z
      .strictObject({
        kinds: z.array(z.enum(organizationKinds)).min(1),
        classes: z.array(z.string().min(1).max(40)).default([]),
      })
      .default({ kinds: [...branchKinds], classes: [] }),
    /** The version of the same scheme it adapts within what that leaves open; null for a scheme of its own. */
    adapts: z.int().min(1).nullable().default(null),
    /** Decimals of every figure; halves are rounded away from zero. */
    places: z.int().min(0).max(6).default(2),
    /** λ: what a late discharge counts in a timeliness ratio, 0 to 1. */
    lateFactor: decimal
      .refine(
        (text) => parse(text).n >= 0n && compare(parse(text), one) <= 0,
        refusalOf("definition.late_factor_range"),
      )
      .default("0.5"),
    /** Percent of the marks that must be known before an organisation is ranked. */
    coverageThreshold: decimal.default("80"),
    /** What the total is brought into: 0 to 100, with bonuses to 110, where it isn't written. */
    range: z
      .strictObject({ floor: decimal, ceiling: decimal })
      .refine(
        (range) => compare(parse(range.floor), parse(range.ceiling)) < 0,
        refusalOf("definition.range_upside_down"),
      )
      .optional(),
    root: z.union([sumNode, weightedNode]),
    bonuses: z.array(extraNode).default([]),
    deductions: z.array(extraNode).default([]),
    vetoes: z.array(veto).default([]),
    grades: z.array(grade).default([]),
    /** Share of the ranked organisations of a class that a grade may hold, 0 to 1; checked and shown, never forced. */
    proportions: z.array(z.strictObject({ grade: contentCode, atMost: decimal })).default([]),
    /** Lines whose points decide between equal totals, the first that differs. */
    tieBreakers: z.array(contentCode).default([]),
  })
  .superRefine((body, context) => {
    const seen = new Set<string>();
    for (const { code, path } of partsOf(body)) {
      if (seen.has(code)) {
        const refusal = refusalOf("definition.code_twice", { code });
        context.addIssue({ ...refusal, path: [...path] });
      }
      seen.add(code);
    }
  })
  .transform((body) => ({
    ...body,
    range: body.range ?? { floor: "0", ceiling: body.bonuses.length === 0 ? "100" : "110" },
  }));
export type SchemeBody = z.infer<typeof schemeBody>;

/** Every leaf of a scheme, in the order of the tree, then bonuses, then deductions. */
export function leavesOf(body: Pick<SchemeBody, "root" | "bonuses" | "deductions">): Leaf[] {
  return leafParts(body).map(({ part }) => part);
}
