import type { Reach, ScoreSheet } from "@dutyloop/domain/assessment/things.ts";
import { wordPeriod } from "./period-words.ts";
import { type Language, minus, type Named } from "./score-names.ts";

/** What a line would still take to reach its full marks. */
export function wordReach(language: Language, reach: Reach): string {
  const zh = language === "zh";
  switch (reach.form) {
    case "numerator":
      return zh
        ? `按现在的应达数，还差 ${reach.missing} 即得满分`
        : `${reach.missing} more at the present base give full marks`;
    case "units_off":
      return zh
        ? `因扣分事项少得 ${minus(reach.points)} 分，没有这些事项即得满分`
        : `Full marks without the ${minus(reach.points)} points deducted`;
    case "units_more":
      return zh ? `再得 ${reach.points} 分即达上限` : `${reach.points} more points reach the most it can give`;
    case "value":
      return zh ? `数值达到 ${minus(reach.target)} 即得满分` : `A value of ${minus(reach.target)} gives full marks`;
    case "data":
      return zh ? "数据报来后才能计分" : "It can be scored once the data is here";
  }
}

/** Why a period doesn't enter the mean of a longer one. */
export function wordLeftOut(
  language: Language,
  left: { readonly period: string; readonly reason: "open" | "not_whole" | "coverage" | "no_total" },
): string {
  const reasons = {
    open: { zh: "还没有关闭", en: "is not closed yet" },
    not_whole: { zh: "不是整期存在", en: "is not one it existed in for the whole" },
    coverage: { zh: "完整度没有达到方案的下限", en: "has less coverage than the scheme asks for" },
    no_total: { zh: "没有得分", en: "has no score" },
  } as const;
  const reason = reasons[left.reason][language];
  const period = wordPeriod(language, left.period);
  return language === "zh" ? `${period}${reason}，不计入平均` : `${period} ${reason}: not in the mean`;
}

/** The mean of the counted totals, to be repeated: "(88.42 + 92.42) ÷ 2 = 90.42". */
export function wordMean(
  language: Language,
  counted: readonly { readonly total: string }[],
  mean: string | null,
): string {
  if (counted.length === 0 || mean === null)
    return language === "zh" ? "还没有可以计入的周期" : "No period can be counted yet";
  if (counted.length === 1) return `${counted[0]?.total} = ${mean}`;
  return `(${counted.map(({ total }) => minus(total)).join(" + ")}) ÷ ${counted.length} = ${mean}`;
}

/** How the total is put together from tree, bonus and deduction. */
export function wordComposition(
  language: Language,
  composition: NonNullable<ScoreSheet["composition"]>,
  total: string | null,
): string {
  const zh = language === "zh";
  const { root, bonus, deduction, floor, ceiling, bounded, cappedBy } = composition;
  const parts = [
    root,
    ...(Number(bonus) === 0 ? [] : [` + ${bonus}`]),
    ...(Number(deduction) === 0 ? [] : [` − ${deduction}`]),
  ].join("");
  const within = bounded ? (zh ? `，限定在 ${floor} 到 ${ceiling}` : `, kept within ${floor} and ${ceiling}`) : "";
  const capped = cappedBy === null ? "" : zh ? "，一票否决限分" : ", held down by a veto";
  return `${parts}${within}${capped} = ${total}`;
}

type WordedVeto = {
  readonly name: Named;
  readonly count: number;
  readonly atLeast: number;
  readonly decision: "waiting" | "confirmed" | "dismissed";
  readonly effect:
    | { readonly caps: "grade"; readonly grade: { readonly name: Named } }
    | { readonly caps: "total"; readonly total: string };
};

/** 一票否决: what triggers it, what it does, and whether a person has confirmed it. */
export function wordVeto(language: Language, { name, count, atLeast, decision, effect }: WordedVeto): string {
  const zh = language === "zh";
  const decisions = {
    waiting: { zh: "待人确认，确认前不起作用", en: "waits for a person; no effect until then" },
    confirmed: { zh: "已由人确认", en: "confirmed by a person" },
    dismissed: { zh: "经核实不成立，不起作用", en: "dismissed by a person, no effect" },
  } as const;
  const cap =
    effect.caps === "grade"
      ? zh
        ? `建议等次不高于“${effect.grade.name.zh}”`
        : `suggested grade at most "${effect.grade.name.en}"`
      : zh
        ? `总分不高于 ${effect.total}`
        : `total at most ${effect.total}`;
  return zh
    ? `一票否决“${name.zh}”：${count} 件（达 ${atLeast} 件触发），${cap}；${decisions[decision].zh}`
    : `Veto "${name.en}": ${count} (triggered by ${atLeast}), ${cap}; ${decisions[decision].en}`;
}
