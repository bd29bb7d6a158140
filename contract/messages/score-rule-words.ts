import type { Arithmetic, LineNote } from "@dutyloop/domain/assessment/things.ts";
import { joined, type Language, minus, type Names, nameOf } from "./score-names.ts";
import { isWhole } from "./score-share-words.ts";
import { calculable, wordValue } from "./score-value-words.ts";

type Form<F extends Arithmetic["form"]> = Extract<Arithmetic, { form: F }>;
type Line = { readonly fullMarks: string; readonly points: string | null; readonly why?: LineNote | null };

/** Points for each event, added up or taken off. */
export function wordUnits(language: Language, a: Form<"units">, line: Line, names: Names): string {
  const zh = language === "zh";
  const deduct = a.rule === "deduct";
  const event = zh ? "事项" : "events";
  const items = joined(
    a.items.map(({ value, quantity, unit, points }) => {
      const name = value === "" ? event : nameOf(names, value, language);
      return `${name} ${quantity} × ${minus(unit)} = ${minus(points)}`;
    }),
    language,
  );
  const settled = zh ? "周期关闭时由人认定" : "settled by a person at the close";
  const nothing = zh ? (deduct ? "没有扣分事项" : "没有加分事项") : deduct ? "nothing to deduct" : "nothing to add";
  const bounded = a.bounded
    ? zh
      ? `，${deduct ? "最低" : "最高"} ${a.bound}`
      : `, ${deduct ? "not below" : "not above"} ${a.bound}`
    : "";
  const sum = deduct ? `${line.fullMarks} − ${a.sum.replace(/^-/, "")}` : a.sum;
  const what = items || (line.why === "settled" ? settled : nothing);
  return `${what}${zh ? "：" : ": "}${sum}${bounded} = ${line.points}`;
}

/** A value as a share of its target. */
export function wordOfTarget(language: Language, a: Form<"of_target">, line: Line, names: Names): string {
  const value = wordValue(language, a.value, a.origin, names);
  if (a.capped) {
    return language === "zh"
      ? `${value}，已达目标 ${a.target}，按满分 ${line.points}`
      : `${value} and reaches the target ${a.target}: full marks ${line.points}`;
  }
  const target = isWhole(a.target) ? "" : ` ÷ ${a.target}`;
  return `${value}${colon(language)}${calculable(a.value, a.origin)}${target} × ${line.fullMarks} = ${line.points}`;
}

/** How far a value has come from its baseline to its target. */
export function wordLinear(language: Language, a: Form<"linear">, line: Line, names: Names): string {
  const zh = language === "zh";
  const value = wordValue(language, a.value, a.origin, names);
  const [baseline, target] = [minus(a.baseline), minus(a.target)];
  if (Number.parseFloat(a.share) >= 1) {
    return zh
      ? `${value}，已达目标 ${target}，按满分 ${line.points}`
      : `${value} and reaches the target ${target}: full marks ${line.points}`;
  }
  if (Number.parseFloat(a.share) <= 0 && !a.share.endsWith("…")) {
    return zh
      ? `${value}，没有好于基准 ${baseline}：${line.points}`
      : `${value}, no better than the baseline ${baseline}: ${line.points}`;
  }
  const from = baseline.startsWith("−") ? `(${baseline})` : baseline;
  const way = `(${calculable(a.value, a.origin)} − ${from}) ÷ (${target} − ${from})`;
  return `${value}${colon(language)}${way} × ${line.fullMarks} = ${line.points}`;
}

/** The band that a value reaches. */
export function wordBands(language: Language, a: Form<"bands">, line: Line, names: Names): string {
  const zh = language === "zh";
  const value = wordValue(language, a.value, a.origin, names);
  if (a.bound === null)
    return zh ? `${value}，未达最低档：${line.points}` : `${value}, below the lowest band: ${line.points}`;
  return zh
    ? `${value}，达到 ${minus(a.bound)} 档：${line.points}`
    : `${value} and reaches the band from ${minus(a.bound)}: ${line.points}`;
}

/** An expression over the value, brought into floor…ceiling. */
export function wordExpression(language: Language, a: Form<"cel">, line: Line, names: Names): string {
  const zh = language === "zh";
  const value = wordValue(language, a.value, a.origin, names);
  const bounded = a.bounded
    ? zh
      ? `，限定在 ${minus(a.floor)} 到 ${minus(a.ceiling)}`
      : `, kept within ${minus(a.floor)} and ${minus(a.ceiling)}`
    : "";
  const where = `value = ${calculable(a.value, a.origin)}${zh ? "、" : ", "}full_marks = ${line.fullMarks}`;
  return zh
    ? `${value}；公式 ${a.expression}（${where}）= ${minus(a.result)}${bounded}，取 ${line.points}`
    : `${value}; formula ${a.expression} (${where}) = ${minus(a.result)}${bounded}, gives ${line.points}`;
}

function colon(language: Language): string {
  return language === "zh" ? "：" : ": ";
}
