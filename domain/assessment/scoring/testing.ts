import { type IndicatorBody, indicatorBody } from "../definitions/indicator.ts";
import { type SchemeBody, schemeBody } from "../definitions/scheme.ts";
import type { FactKind, ScoreLine, ScoreSheet, ScoringFact } from "../things.ts";
import { evidenceOf, singleKinds } from "./evidence.ts";
import { plainContext, type ScoreContext, scorerOf } from "./scorer.ts";

const name = (code: string) => ({ zh: code, en: code });
const frame = { version: 1, dimension: "done", basis: { zh: "考核办法", en: "Assessment rules" } };

/** 三会一课按期率: discharged of due, late ones by the late factor. */
export function timelyRate(): IndicatorBody {
  return indicatorBody.parse({
    ...frame,
    code: "timely_rate",
    name: name("timely_rate"),
    reads: ["obligation.due", "obligation.discharged"],
    aggregation: {
      form: "ratio",
      numerator: { kind: "obligation.discharged", measure: "count" },
      denominator: { kind: "obligation.due", measure: "count" },
      timeliness: "weighted",
    },
    pointsRule: { rule: "ratio" },
    noData: "not_applicable",
  });
}

/** 党员出勤率: present of expected, full marks from 90 % on. */
export function attendanceRate(): IndicatorBody {
  return indicatorBody.parse({
    ...frame,
    code: "attendance_rate",
    name: name("attendance_rate"),
    reads: ["attendance"],
    aggregation: {
      form: "ratio",
      numerator: { kind: "attendance", measure: "quantity" },
      denominator: { kind: "attendance", measure: "base" },
      timeliness: "ignored",
    },
    pointsRule: { rule: "ratio", target: "0.9" },
    noData: "pending",
  });
}

/** 问题整改: overdue findings cost points by severity; silence is good once the source has closed the period. */
export function overdueFindings(changes: Partial<IndicatorBody> = {}): IndicatorBody {
  return indicatorBody.parse({
    ...frame,
    code: "overdue_findings",
    name: name("overdue_findings"),
    reads: ["finding.overdue"],
    aggregation: { form: "count", of: { kind: "finding.overdue" } },
    pointsRule: {
      rule: "deduct",
      attribute: "severity",
      units: [
        { value: "general", points: "2" },
        { value: "serious", points: "5" },
      ],
      otherwise: "0",
      floor: "0",
    },
    noData: "full",
    ...changes,
  });
}

/** A measured figure that is its own number of points out of 100. */
export function metricOf(code: string, noData: IndicatorBody["noData"] = "pending"): IndicatorBody {
  return indicatorBody.parse({
    ...frame,
    code,
    name: name(code),
    reads: ["metric"],
    filter: [{ attribute: "metric", operator: "eq", values: [code] }],
    aggregation: { form: "sum", of: { kind: "metric" } },
    pointsRule: { rule: "linear", baseline: "0", target: "100" },
    noData,
  });
}

export const leaf = (indicator: string, fullMarks: string) => ({
  kind: "leaf" as const,
  indicator,
  version: 1,
  fullMarks,
  open: null,
});

/** A scheme around a root. */
export function schemeOf(root: object, changes: object = {}): SchemeBody {
  return schemeBody.parse({ code: "scheme", version: 1, name: name("scheme"), root, ...changes });
}

/** The month's scheme of a branch: 40 for being on time, 30 for attendance, 30 for findings put right. */
export function monthlyScheme(): SchemeBody {
  return schemeOf({
    kind: "sum",
    code: "month",
    name: name("month"),
    children: [leaf("timely_rate", "40"), leaf("attendance_rate", "30"), leaf("overdue_findings", "30")],
  });
}

export function fact(id: string, kind: FactKind, changes: Partial<ScoringFact> = {}): ScoringFact {
  const when = { occurredOn: "2026-03-15" as const, recordedAt: "2026-03-16T01:00:00.000Z" };
  return { id, kind, quantity: "1", base: null, attributes: {}, sign: 1, corrects: null, ...when, ...changes };
}

/** What takes a fact away: the same content, the other sign. */
export function storno(original: ScoringFact): ScoringFact {
  return { ...original, id: `storno of ${original.id}`, sign: -1, corrects: original.id };
}

/** The explained sheet of these facts. */
export function sheetOf(
  scheme: SchemeBody,
  indicators: readonly IndicatorBody[],
  facts: readonly ScoringFact[],
  context: Partial<ScoreContext> = {},
): ScoreSheet {
  const evidence = evidenceOf(facts, singleKinds(indicators));
  return scorerOf(scheme, indicators).explain(evidence, { ...plainContext, ...context });
}

export function lineOf(sheet: ScoreSheet, code: string): ScoreLine {
  return sheet.lines.find((line) => line.code === code)!;
}

/** An obligation that was due, and its discharge when it has a timeliness. */
export function duty(id: string, template: string, timeliness: "on_time" | "late" | null): ScoringFact[] {
  const due = fact(`${id} due`, "obligation.due", { attributes: { template } });
  if (timeliness === null) return [due];
  return [due, fact(`${id} done`, "obligation.discharged", { attributes: { template, timeliness } })];
}

export const attendance = (id: string, present: number, expected: number) =>
  fact(id, "attendance", {
    quantity: String(present),
    base: String(expected),
    attributes: { template: "general_meeting" },
  });

export const overdue = (id: string, severity: string) => fact(id, "finding.overdue", { attributes: { severity } });
export const measure = (code: string, figure: string) =>
  fact(`${code} figure`, "metric", { quantity: figure, attributes: { metric: code } });

/** March 2026 of the worked example: five due, one late; 52 of 61 present; one general finding overdue. */
export function march(): ScoringFact[] {
  return [
    ...duty("committee", "committee_meeting", "on_time"),
    ...duty("group 1", "group_meeting", "on_time"),
    ...duty("group 2", "group_meeting", "late"),
    ...duty("assembly", "general_meeting", "on_time"),
    ...duty("lecture", "party_lecture", "on_time"),
    attendance("first", 30, 35),
    attendance("second", 22, 26),
    overdue("finding", "general"),
  ];
}
