import type { Arithmetic } from "@dutyloop/domain/assessment/things.ts";
import { joined, type Language, type Names, nameOf } from "./score-names.ts";

type Form<F extends Arithmetic["form"]> = Extract<Arithmetic, { form: F }>;
type Line = { readonly code: string; readonly fullMarks: string; readonly points: string | null };

/** What the two figures of a share are, for the indicators the product brings; another says it plainly. */
const shares: Record<string, { zh: (n: string, d: string) => string; en: (n: string, d: string) => string }> = {
  attendance: {
    zh: (n, d) => `应到 ${d} 人次，实到 ${n} 人次`,
    en: (n, d) => `expected ${d} times, present ${n} times`,
  },
  record_standard: {
    zh: (n, d) => `适用标准 ${d} 条，达到 ${n} 条`,
    en: (n, d) => `${d} checks apply, ${n} passed`,
  },
};
const plainShare = {
  zh: (n: string, d: string) => `应达 ${d}，实达 ${n}`,
  en: (n: string, d: string) => `${n} of ${d}`,
};

/** What was due, what of it was on time or late, and the division. */
export function wordTimelyRatio(language: Language, a: Form<"timely_ratio">, line: Line, names: Names): string {
  const zh = language === "zh";
  const parts = joined(
    a.breakdown.map(({ template, due }) => `${nameOf(names, template, language)} ${due}`),
    language,
  );
  const hasLate = Number(a.late) > 0;
  const late = zh
    ? `，经批准延期后完成 ${a.late} 项按 ${a.lateFactor} 计`
    : `, ${a.late} done late with an extension, counted ${a.lateFactor} each`;
  const facts = zh
    ? `应完成 ${a.due} 项${parts ? `：${parts}` : ""}；按期 ${a.onTime} 项${hasLate ? late : ""}`
    : `${a.due} due${parts ? ` (${parts})` : ""}; ${a.onTime} on time${hasLate ? late : ""}`;
  const credit = hasLate ? `(${a.onTime} + ${lateCredit(a)})` : a.onTime;
  return `${facts}${zh ? "：" : ": "}${quotient(credit, a.due, a, line, language)}`;
}

/** The two figures of a share, its target, and the division. */
export function wordRatio(language: Language, a: Form<"ratio">, line: Line): string {
  const zh = language === "zh";
  const target = isWhole(a.target) ? "" : zh ? `；目标 ${percent(a.target)}` : `; target ${percent(a.target)}`;
  const facts = (shares[line.code] ?? plainShare)[language](a.numerator, a.denominator);
  return `${facts}${target}${zh ? "：" : ": "}${quotient(a.numerator, a.denominator, a, line, language)}`;
}

/** 目标 100% needs no words: dividing by 1 changes nothing. */
export function isWhole(target: string): boolean {
  return Number(target) === 1;
}

/** 1 × 0.5 is written 0.5, several late ones keep the factor visible. */
function lateCredit(a: Form<"timely_ratio">): string {
  return a.late === "1" ? a.lateFactor : `${a.late} × ${a.lateFactor}`;
}

function quotient(
  numerator: string,
  denominator: string,
  a: { target: string; capped: boolean },
  line: Line,
  language: Language,
): string {
  const zh = language === "zh";
  if (a.capped && !isWhole(a.target)) {
    const reached = zh
      ? `${numerator} ÷ ${denominator} 已达目标，按满分 `
      : `${numerator} ÷ ${denominator} reaches the target, full marks `;
    return `${reached}${line.points}`;
  }
  const target = isWhole(a.target) ? "" : ` ÷ ${a.target}`;
  return `${numerator} ÷ ${denominator}${target} × ${line.fullMarks} = ${line.points}`;
}

function percent(share: string): string {
  return `${Number((Number(share) * 100).toFixed(4))}%`;
}
