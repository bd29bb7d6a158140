import { z } from "zod";
import { compare, parse } from "../../kernel/rational.ts";
import { bilingualText, contentCode } from "../../standards/things.ts";
import { type FactKind, factKinds } from "../things.ts";
import { refusalOf } from "./definition-problem.ts";

/** A decimal number as text: "0.9", "-2". */
export const decimal = z.string().regex(/^-?\d{1,12}(?:\.\d{1,8})?$/, { abort: true });
export const positiveDecimal = decimal.refine((text) => parse(text).n > 0n, refusalOf("definition.not_above_zero"));
/** A calendar month, 'YYYY-MM'. */
export const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
const notNegative = decimal.refine((text) => parse(text).n >= 0n, refusalOf("definition.below_zero"));

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
  /** The quantity of the latest unreversed fact: by day, then by entry, then by id. */
  z.strictObject({ form: z.literal("last"), of: selection }),
  z.strictObject({
    form: z.literal("mean"),
    of: selection,
    /** Fewer answers than this (Σ of the attribute, e.g. ballots) make it not applicable: 样本不足. */
    sample: z
      .strictObject({ attribute: z.string().min(1).max(64), minimum: z.int().min(1) })
      .nullable()
      .default(null),
  }),
  z.strictObject({
    form: z.literal("judges"),
    of: selection,
    /** Fewer judges than this leave it pending. */
    minimum: z.int().min(1).default(1),
    /** Leaves out one highest and one lowest figure where at least five judged. */
    trim: z.boolean().default(false),
  }),
  z.strictObject({
    form: z.literal("formula"),
    /** CEL over the names of `inputs`; each is the exact value of another indicator of the same organisation and period. */
    expression: z.string().min(1).max(1000),
    inputs: z
      .array(
        z.strictObject({
          name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
          indicator: contentCode,
          version: z.int().min(1),
        }),
      )
      .min(1),
  }),
  z.strictObject({
    form: z.literal("rollup"),
    /** Sheets of this scheme of the nearest organisations below. */
    scheme: contentCode,
    /** A line of that scheme, whose points in percent of its full marks count; null for the total. */
    line: contentCode.nullable(),
    weighting: z.enum(["equal", "members"]),
  }),
  z.strictObject({
    form: z.literal("figure"),
    /** Mean of the adjusted totals that this scheme gave the organisation in the closed periods of the span. */
    scheme: contentCode,
  }),
]);
export type Aggregation = z.infer<typeof aggregation>;

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
      ...refusalOf("definition.baseline_is_target"),
      path: ["target"],
    }),
  z.strictObject({
    rule: z.literal("bands"),
    /** From the best to the worst; a bound is reached inclusively. */
    bands: z.array(z.strictObject({ bound: decimal, points: notNegative })).min(1),
  }),
  z.strictObject({
    rule: z.literal("cel"),
    /** CEL over `value` and `full_marks`; exact. */
    expression: z.string().min(1).max(1000),
    floor: decimal.default("0"),
    /** Null for the full marks. */
    ceiling: decimal.nullable().default(null),
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
    /** Persons are scored by schemes of their own, without rank or board. */
    subject: z.enum(["organization", "person"]).default("organization"),
    unit: bilingualText.nullable().default(null),
    /** First month it may be used for; null for any. */
    validFrom: month.nullable().default(null),
    /** 有没有、对不对、好不好. */
    dimension: z.enum(["done", "right", "good"]),
    direction: z.enum(["higher", "lower"]).default("higher"),
    /** Empty for formulas, roll-ups and figures of other schemes. */
    reads: z.array(z.enum(factKinds)),
    /** Conditions on every fact it reads; those of a selection come on top. */
    filter: conditions,
    aggregation,
    pointsRule,
    noData: z.enum(["pending", "not_applicable", "full", "zero"]),
    /** Who closes the period for `full`: the product itself, or the code of an imported source. */
    source: z.string().min(1).max(64).default("system"),
    /** Why no data earns nothing; required where it does, so that the scheme says it in words. */
    zeroReason: bilingualText.nullable().default(null),
    /** The document that orders it. */
    basis: bilingualText,
    /** Department that answers for it. */
    owner: bilingualText.nullable().default(null),
    /** Fields it makes a branch type in a month. */
    cost: z.strictObject({ fields: z.int().min(0) }).default({ fields: 0 }),
  })
  .superRefine((body, context) => {
    const refusal = contradiction(body);
    if (refusal !== null) context.addIssue(refusal);
  });
export type IndicatorBody = z.infer<typeof indicatorBody>;

function contradiction(body: z.input<typeof indicatorBody>) {
  const { aggregation: form, pointsRule: points } = body;
  const missing = kindsOf(form).find((kind) => !body.reads.includes(kind));
  if (missing !== undefined) {
    return {
      ...refusalOf("definition.reads_missing", { kind: missing }),
      path: ["reads"],
    };
  }
  const byUnits = points.rule === "add" || points.rule === "deduct";
  if (byUnits && !unitForms.has(form.form)) {
    return {
      ...refusalOf("definition.units_need_events"),
      path: ["pointsRule"],
    };
  }
  if (body.noData === "zero" && body.zeroReason == null) {
    return {
      ...refusalOf("definition.zero_unexplained"),
      path: ["zeroReason"],
    };
  }
  if (body.noData === "full" && points.rule !== "deduct") {
    return {
      ...refusalOf("definition.full_needs_deduct"),
      path: ["noData"],
    };
  }
  return null;
}

const unitForms: ReadonlySet<string> = new Set(["sum", "count", "last"]);

/** The kinds of fact an aggregation adds up; none for formulas, roll-ups and figures. */
export function kindsOf(form: z.input<typeof aggregation>): readonly FactKind[] {
  if (form.form === "ratio") return [form.numerator.kind, form.denominator.kind];
  return "of" in form ? [form.of.kind] : [];
}
