import { z } from "zod";
import { compare, parse } from "../kernel/rational.ts";
import { bilingualText, contentCode } from "../standards/things.ts";
import { factKinds } from "./things.ts";

/** A decimal number as text: "0.9", "-2". */
export const decimal = z.string().regex(/^-?\d{1,12}(?:\.\d{1,8})?$/, { abort: true });
export const positiveDecimal = decimal.refine((text) => parse(text).n > 0n, "must be above zero");
const notNegative = decimal.refine((text) => parse(text).n >= 0n, "must not be below zero");

/** One condition on an attribute of a fact. `eq` and `ne` compare with the first value, `in` with any. */
export const condition = z.strictObject({
  attribute: z.string().min(1).max(64),
  operator: z.enum(["in", "eq", "ne"]),
  values: z.array(z.string()).min(1),
});
export type Condition = z.infer<typeof condition>;

const conditions = z.array(condition).default([]);
const selection = z.strictObject({ kind: z.enum(factKinds), conditions });
/** Facts of one kind, and what of them is added up: how many, their quantities or their bases. */
const measuredSelection = z.strictObject({
  kind: z.enum(factKinds),
  measure: z.enum(["count", "quantity", "base"]),
  conditions,
});
export type Selection = z.infer<typeof selection>;
export type MeasuredSelection = z.infer<typeof measuredSelection>;

const aggregation = z.discriminatedUnion("form", [
  z.strictObject({
    form: z.literal("ratio"),
    numerator: measuredSelection,
    denominator: measuredSelection,
    /** weighted: a late fact counts the scheme's late factor in the numerator. */
    timeliness: z.enum(["weighted", "ignored"]),
  }),
  z.strictObject({ form: z.literal("sum"), of: selection }),
  z.strictObject({ form: z.literal("count"), of: selection }),
]);

/** Points for each unit of quantity; where they depend on an attribute, `otherwise` says what any other value counts. */
const unitPoints = {
  attribute: z.string().min(1).max(64).nullable(),
  units: z.array(z.strictObject({ value: z.string(), points: notNegative })),
  otherwise: notNegative,
};

const pointsRule = z.discriminatedUnion("rule", [
  z.strictObject({ rule: z.literal("ratio"), target: positiveDecimal.default("1") }),
  z.strictObject({ rule: z.literal("add"), ...unitPoints, ceiling: notNegative }),
  z.strictObject({ rule: z.literal("deduct"), ...unitPoints, floor: decimal.default("0") }),
  z
    .strictObject({ rule: z.literal("linear"), baseline: decimal, target: decimal })
    .refine((linear) => compare(parse(linear.baseline), parse(linear.target)) !== 0, {
      path: ["target"],
      message: "baseline and target must differ",
    }),
  z.strictObject({
    rule: z.literal("bands"),
    /** From the best to the worst; a bound is reached inclusively. */
    bands: z.array(z.strictObject({ bound: decimal, points: notNegative })).min(1),
  }),
]);
export type PointsRule = z.infer<typeof pointsRule>;
export type UnitRule = Extract<PointsRule, { rule: "add" | "deduct" }>;

/** A version of an indicator: which facts it reads and how they become points. Published versions never change. */
export const indicatorBody = z
  .strictObject({
    code: contentCode,
    version: z.int().min(1),
    name: bilingualText,
    /** 有没有、对不对、好不好. */
    dimension: z.enum(["done", "right", "good"]),
    direction: z.enum(["higher", "lower"]).default("higher"),
    reads: z.array(z.enum(factKinds)).min(1),
    /** Conditions on every fact it reads; those of a selection come on top. */
    filter: conditions,
    aggregation,
    pointsRule,
    noData: z.enum(["pending", "not_applicable", "full", "zero"]),
    /** Who closes the period for `full`: the product itself, or the code of an imported source. */
    source: z.string().min(1).max(64).default("system"),
    /** The document that orders it. */
    basis: bilingualText,
  })
  .superRefine((body, context) => {
    const refusal = contradiction(body);
    if (refusal !== null) context.addIssue({ code: "custom", ...refusal });
  });
export type IndicatorBody = z.infer<typeof indicatorBody>;

type Contradiction = { readonly path: string[]; readonly message: string };

function contradiction(body: z.input<typeof indicatorBody>): Contradiction | null {
  const { aggregation: form, pointsRule: points } = body;
  const kinds = form.form === "ratio" ? [form.numerator.kind, form.denominator.kind] : [form.of.kind];
  if (kinds.some((kind) => !body.reads.includes(kind))) {
    return { path: ["reads"], message: "an aggregated kind is missing" };
  }
  const byUnits = points.rule === "add" || points.rule === "deduct";
  if (byUnits && form.form === "ratio") return { path: ["pointsRule"], message: "units need a sum or a count" };
  if (points.rule === "ratio" && form.form !== "ratio") {
    return { path: ["pointsRule"], message: "a ratio rule needs a ratio" };
  }
  if (body.noData === "full" && points.rule !== "deduct") {
    return { path: ["noData"], message: "full marks without data only where events cost points" };
  }
  return null;
}
