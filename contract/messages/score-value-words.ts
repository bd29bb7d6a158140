import type { ValueOrigin } from "@dutyloop/domain/assessment/things.ts";
import { joined, type Language, minus, type Names, nameOf } from "./score-names.ts";

type Origin<O extends ValueOrigin["of"]> = Extract<ValueOrigin, { of: O }>;

/** How a value came about, up to the value itself: "90 + 85 = 175；175 ÷ 2 = 87.5". */
export function wordValue(language: Language, value: string, origin: ValueOrigin, names: Names): string {
  const zh = language === "zh";
  switch (origin.of) {
    case "ratio":
    case "timely_ratio":
      return `${dividing(origin)} = ${value}`;
    case "sum":
      return zh ? `${origin.facts} 条合计 ${minus(value)}` : `${origin.facts} entries add up to ${minus(value)}`;
    case "count":
      return zh ? `共 ${value} 条` : `${value} entries`;
    case "last":
      return zh
        ? `取最近一次（${origin.occurredOn}，共 ${origin.facts} 次）的值 ${minus(value)}`
        : `the latest of ${origin.facts} (${origin.occurredOn}) is ${minus(value)}`;
    case "mean":
      return mean(language, value, origin);
    case "judges":
      return judges(language, value, origin, names);
    case "formula":
      return formula(language, value, origin, names);
    case "rollup":
      return rollup(language, value, origin, names);
    case "figure":
      return zh
        ? `取“${nameOf(names, origin.scheme, language)}”本期的平均分 ${value}`
        : `the mean of "${nameOf(names, origin.scheme, language)}" in the period is ${value}`;
    case "settled":
      return zh ? `周期关闭时由人认定为 ${minus(value)}` : `settled by a person at the close as ${minus(value)}`;
  }
}

/** The value as a calculator takes it: an endless decimal is given as the division it comes from. */
export function calculable(value: string, origin: ValueOrigin): string {
  const division = value.endsWith("…") ? dividing(origin) : null;
  return division === null ? minus(value) : `(${division})`;
}

/** The division that a value comes from; null where it comes from none. */
function dividing(origin: ValueOrigin): string | null {
  switch (origin.of) {
    case "ratio":
      return `${origin.numerator} ÷ ${origin.denominator}`;
    case "timely_ratio": {
      const { due, onTime, late, lateFactor } = origin;
      return Number(late) > 0 ? `(${onTime} + ${late} × ${lateFactor}) ÷ ${due}` : `${onTime} ÷ ${due}`;
    }
    case "mean":
      return `${origin.sum} ÷ ${origin.facts}`;
    case "judges":
      return `${origin.sum} ÷ ${origin.counted}`;
    case "rollup":
      return `${origin.sum} ÷ ${origin.weights}`;
    default:
      return null;
  }
}

function mean(language: Language, value: string, origin: Origin<"mean">): string {
  const zh = language === "zh";
  const answers = origin.answers === null ? "" : zh ? `${origin.answers} 人作答，` : `${origin.answers} answered, `;
  return `${answers}${zh ? "平均 " : "mean "}${dividing(origin)} = ${minus(value)}`;
}

function judges(language: Language, value: string, origin: Origin<"judges">, names: Names): string {
  const zh = language === "zh";
  const left = zh ? "（去掉）" : " (left out)";
  const given = origin.judges.map(
    ({ judge, points, counted }) => `${nameOf(names, judge, language)} ${points}${counted ? "" : left}`,
  );
  return zh
    ? `评委打分：${joined(given, language)}；${dividing(origin)} = ${value}`
    : `judged: ${joined(given, language)}; ${dividing(origin)} = ${value}`;
}

function formula(language: Language, value: string, origin: Origin<"formula">, names: Names): string {
  const zh = language === "zh";
  const inputs = origin.inputs.map(({ name, indicator, value: figure }) => {
    const of = nameOf(names, indicator, language);
    return zh ? `${name} = ${minus(figure)}（${of}）` : `${name} = ${minus(figure)} (${of})`;
  });
  return zh
    ? `公式 ${origin.expression}，其中 ${joined(inputs, language)}，得 ${minus(value)}`
    : `formula ${origin.expression} with ${joined(inputs, language)} gives ${minus(value)}`;
}

function rollup(language: Language, value: string, origin: Origin<"rollup">, names: Names): string {
  const zh = language === "zh";
  const { scored, pending, notApplicable, weighting } = origin;
  const of = nameOf(names, origin.line ?? origin.scheme, language);
  const byMembers = weighting === "members";
  const left = [
    ...(pending > 0 ? [zh ? `${pending} 个待补报` : `${pending} pending`] : []),
    ...(notApplicable > 0 ? [zh ? `${notApplicable} 个不适用` : `${notApplicable} without it`] : []),
  ];
  const notCounted =
    left.length === 0 ? "" : zh ? `（${joined(left, language)}，不计）` : ` (${joined(left, language)}: not counted)`;
  return zh
    ? `下级 ${scored} 个组织“${of}”的得分率${byMembers ? "乘党员人数后" : ""}之和 ${origin.sum} ÷ ${origin.weights}${byMembers ? " 人" : ""} = ${value}${notCounted}`
    : `"${of}" of ${scored} organisations below in percent${byMembers ? ", times their members" : ""}: ${origin.sum} ÷ ${origin.weights} = ${value}${notCounted}`;
}
