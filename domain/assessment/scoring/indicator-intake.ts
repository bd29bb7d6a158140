import { compare, parse } from "../../kernel/rational.ts";
import type {
  Aggregation,
  Condition,
  IndicatorBody,
  MeasuredSelection,
  Selection,
  UnitRule,
} from "../definitions/indicator.ts";
import type { Evidence, FactKind } from "../things.ts";
import { attributeText, isLate, meetsAll, select } from "./fact-selection.ts";
import { addCount, addDecimal, type Tally } from "./tally.ts";

/**
 * How evidence becomes the few sums an indicator's value is made of. Slot 0 is the number of facts that stand; beyond
 * being zero, in which case there is no data, it decides nothing.
 */
export type Intake = {
  readonly kinds: readonly FactKind[];
  readonly slots: number;
  /** Takes a group of one of `kinds` in, if the conditions hold. */
  readonly take: (group: Evidence, tally: Tally) => void;
  /** For facts told from one another: adds what counts of those taken in, once all are there. */
  readonly finish: ((tally: Tally) => void) | null;
};

type FactForm = Exclude<Aggregation, { form: "formula" | "rollup" | "figure" }>;
export type RatioForm = Extract<Aggregation, { form: "ratio" }>;
export type JudgesForm = Extract<Aggregation, { form: "judges" }>;

/** Slots of a ratio: facts below the line, numerator on time, numerator late, denominator. */
export const ratioSlots = { onTime: 1, late: 2, denominator: 3 } as const;
/** Slots of a sum, a count or the last fact without units: facts, their measure. */
export const sumSlot = 1;
/** Slots of a mean: facts, Σ quantity, Σ answers, facts to divide by. */
export const meanSlots = { sum: 1, answers: 2, facts: 3 } as const;
/** Slots of judges: facts, Σ of the points that count, how many count, how many judged. */
export const judgesSlots = { sum: 1, counted: 2, judged: 3 } as const;

/** The intake of an indicator that reads facts; null for formulas, roll-ups and figures of other schemes. */
export function intakeOf(indicator: IndicatorBody): Intake | null {
  const { aggregation, pointsRule, filter } = indicator;
  switch (aggregation.form) {
    case "formula":
    case "rollup":
    case "figure":
      return null;
    case "ratio":
      return ratioIntake(aggregation, filter);
    case "mean":
      return gathered(aggregation.of, filter, 4, (groups, tally) => {
        for (const group of groups) addToMean(tally, group, aggregation.sample?.attribute ?? null);
      });
    case "judges":
      return gathered(aggregation.of, filter, 4, (groups, tally) => addJudges(tally, groups, aggregation));
    default: {
      const unitRule = pointsRule.rule === "add" || pointsRule.rule === "deduct" ? pointsRule : null;
      return sumIntake(aggregation, unitRule, filter);
    }
  }
}

function ratioIntake({ numerator, denominator, timeliness }: RatioForm, filter: readonly Condition[]): Intake {
  const above = [...filter, ...numerator.conditions];
  const below = [...filter, ...denominator.conditions];
  return {
    kinds: [...new Set([numerator.kind, denominator.kind])],
    slots: 4,
    take(group, tally) {
      if (group.kind === numerator.kind && meetsAll(group.attributes, above)) {
        const slot = timeliness === "weighted" && isLate(group) ? ratioSlots.late : ratioSlots.onTime;
        addMeasure(tally, slot, group, numerator.measure);
      }
      if (group.kind === denominator.kind && meetsAll(group.attributes, below)) {
        addCount(tally, 0, group.count);
        addMeasure(tally, ratioSlots.denominator, group, denominator.measure);
      }
    },
    finish: null,
  };
}

function sumIntake(
  form: Extract<FactForm, { form: "sum" | "count" | "last" }>,
  units: UnitRule | null,
  filter: readonly Condition[],
): Intake {
  const measure = form.form === "count" ? "count" : "quantity";
  const slots = 2 + (units?.units.length ?? 0);
  const add = (group: Evidence, tally: Tally) => {
    addCount(tally, 0, group.count);
    addMeasure(tally, units === null ? sumSlot : unitSlot(units, group), group, measure);
  };
  if (form.form === "last") {
    return gathered(form.of, filter, slots, (groups, tally) => add(latest(groups), tally));
  }
  const conditions = [...filter, ...form.of.conditions];
  return {
    kinds: [form.of.kind],
    slots,
    take(group, tally) {
      if (meetsAll(group.attributes, conditions)) add(group, tally);
    },
    finish: null,
  };
}

/** The slot of a group's unit: those of the rule in their order, then all other values together. */
function unitSlot(rule: UnitRule, group: Evidence): number {
  const value = rule.attribute === null ? "" : attributeText(group.attributes, rule.attribute);
  const known = rule.units.findIndex((unit) => unit.value === value);
  return 1 + (known < 0 ? rule.units.length : known);
}

/** Facts of which each is told from the others; what counts is clear once all are there. */
function gathered(
  selection: Selection,
  filter: readonly Condition[],
  slots: number,
  finish: (groups: readonly Evidence[], tally: Tally) => void,
): Intake {
  return {
    kinds: [selection.kind],
    slots,
    take(group, tally) {
      singleOf(group);
      tally.waiting.push(group);
    },
    finish(tally) {
      const groups = select(tally.waiting, selection, filter);
      if (groups.length > 0) finish(groups, tally);
    },
  };
}

/** The latest fact: by the day it happened, then by its entry, then by id. */
export function latest(groups: readonly Evidence[]): Evidence {
  return groups.reduce((best, group) => (compareTimes(timesOf(group), timesOf(best)) > 0 ? group : best));
}

function timesOf(group: Evidence): readonly string[] {
  const { occurredOn, recordedAt, id } = singleOf(group);
  return [occurredOn, recordedAt, id];
}

function compareTimes(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((text, index) => text !== b[index]);
  return at >= 0 && a[at]! > b[at]! ? 1 : -1;
}

/** The fact that a group of one fact is. Throws where facts were added up that had to be told from one another. */
export function singleOf(group: Evidence): NonNullable<Evidence["single"]> {
  if (group.single === null) throw new Error(`facts of ${group.kind} have to be told from one another`);
  return group.single;
}

function addToMean(tally: Tally, group: Evidence, answers: string | null): void {
  addCount(tally, 0, group.count);
  addCount(tally, meanSlots.facts, group.count);
  addDecimal(tally, meanSlots.sum, group.quantity);
  if (answers !== null) addDecimal(tally, meanSlots.answers, answersOf(group, answers));
}

/** How many answers a fact stands for; none where it doesn't say. */
export function answersOf(group: Evidence, attribute: string): string {
  return attributeText(group.attributes, attribute) || "0";
}

function addJudges(tally: Tally, groups: readonly Evidence[], form: JudgesForm): void {
  addCount(tally, 0, groups.length);
  addCount(tally, judgesSlots.judged, groups.length);
  for (const group of judgesCounted(groups, form)) {
    addDecimal(tally, judgesSlots.sum, group.quantity);
    addCount(tally, judgesSlots.counted, 1);
  }
}

const judgesToTrim = 5;

/** All judges, or where at least five judged and the scheme says so, without one highest and one lowest figure. */
export function judgesCounted(groups: readonly Evidence[], { trim }: JudgesForm): readonly Evidence[] {
  if (!trim || groups.length < judgesToTrim) return groups;
  const ordered = [...groups].sort(byPoints);
  return ordered.slice(1, -1);
}

function byPoints(a: Evidence, b: Evidence): number {
  return compare(parse(a.quantity), parse(b.quantity)) || (singleOf(a).id < singleOf(b).id ? -1 : 1);
}

function addMeasure(tally: Tally, slot: number, group: Evidence, measure: MeasuredSelection["measure"]): void {
  if (measure === "count") addCount(tally, slot, group.count);
  else addDecimal(tally, slot, measure === "base" ? group.base : group.quantity);
}
