import type { Arithmetic, ScoreLine } from "@dutyloop/domain/assessment/things.ts";
import { joined, type Language, type Names, nameOf } from "./score-names.ts";
import { wordBands, wordExpression, wordLinear, wordOfTarget, wordUnits } from "./score-rule-words.ts";
import { wordRatio, wordTimelyRatio } from "./score-share-words.ts";

export type { Names } from "./score-names.ts";

/** What the sentence needs of a line; the API and the domain both have it. */
export type WordedLine = Pick<ScoreLine, "code" | "arithmetic" | "fullMarks" | "points"> &
  Partial<Pick<ScoreLine, "why">>;
type Form<F extends Arithmetic["form"]> = Extract<Arithmetic, { form: F }>;

/** How a line came to its points, in one sentence that a person with a calculator can repeat. */
export function wordArithmetic(language: Language, line: WordedLine, names: Names = {}): string {
  const a = line.arithmetic;
  switch (a.form) {
    case "timely_ratio":
      return wordTimelyRatio(language, a, line, names);
    case "ratio":
      return wordRatio(language, a, line);
    case "units":
      return wordUnits(language, a, line, names);
    case "of_target":
      return wordOfTarget(language, a, line, names);
    case "linear":
      return wordLinear(language, a, line, names);
    case "bands":
      return wordBands(language, a, line, names);
    case "cel":
      return wordExpression(language, a, line, names);
    case "sum":
      return sum(a, line, language);
    case "weighted":
      return weighted(a, line, language);
    case "extra":
      return extra(a, line, language);
    default:
      return withoutValue(a, language, names);
  }
}

type WithoutValue = Form<"no_data" | "sample" | "judges_missing" | "inputs_missing" | "settled" | "stored">;

const noData = {
  pending: {
    zh: "待补报：应有数据还没有到，暂不计分",
    en: "Pending: expected data isn't here yet, not scored so far",
  },
  not_applicable: {
    zh: "不适用：本期没有到期事项，权重分给同级其他项",
    en: "Does not apply: nothing was due; its weight goes to the others",
  },
  full: { zh: "本期没有发生扣分事项，按满分", en: "Nothing to deduct happened: full marks" },
  zero: { zh: "没有数据，方案规定计 0 分", en: "No data: the scheme says zero" },
} as const;

const settled = {
  not_applicable: {
    zh: "周期关闭时由人认定为不适用，权重分给同级其他项",
    en: "Settled by a person at the close as not applicable; its weight goes to the others",
  },
  zero: { zh: "周期关闭时由人认定计 0 分", en: "Settled by a person at the close as zero" },
} as const;

const stored = {
  zh: "按关账时留存的数列示；依据后来有变化，算式不能再重算",
  en: "As it was kept at the close; what it was made of has changed since and gives other figures",
} as const;

function withoutValue(a: WithoutValue, language: Language, names: Names): string {
  const zh = language === "zh";
  switch (a.form) {
    case "no_data":
      return noData[a.meaning][language];
    case "settled":
      return settled[a.outcome][language];
    case "stored":
      return stored[language];
    case "sample":
      return zh
        ? `不适用（样本不足）：${a.answers} 人作答，至少要 ${a.minimum} 人，权重分给同级其他项`
        : `Does not apply (too few answers): ${a.answers} answered, at least ${a.minimum} needed; its weight goes to the others`;
    case "judges_missing":
      return zh
        ? `待补报：已有 ${a.judged} 名评委打分，至少要 ${a.minimum} 名`
        : `Pending: ${a.judged} judged so far, at least ${a.minimum} needed`;
    case "inputs_missing": {
      const states = zh
        ? { scored: "已有", pending: "待补报", not_applicable: "不适用" }
        : { scored: "known", pending: "pending", not_applicable: "does not apply" };
      const inputs = a.inputs.map(({ indicator, state }) => `${nameOf(names, indicator, language)} ${states[state]}`);
      return `${zh ? "公式缺少数据：" : "The formula lacks: "}${joined(inputs, language)}`;
    }
  }
}

const nothingCounted = {
  zh: "没有一项可以计分，所以没有得分",
  en: "No part of it can be scored yet, so it has no points",
} as const;

function sum(a: Form<"sum">, line: WordedLine, language: Language): string {
  const zh = language === "zh";
  if (a.counted.length === 0) return nothingCounted[language];
  const added = a.counted.map(({ points }) => points).join(" + ");
  if (a.redistributed) {
    return zh
      ? `(${added}) ÷ ${a.marks} × ${line.fullMarks} = ${line.points}，不计的项把分值让给其他项`
      : `(${added}) ÷ ${a.marks} × ${line.fullMarks} = ${line.points}; what doesn't count leaves its marks to the others`;
  }
  return zh
    ? `${added} = ${line.points}，逐行四舍五入后相加`
    : `${added} = ${line.points}, each line rounded, then added`;
}

function weighted(a: Form<"weighted">, line: WordedLine, language: Language): string {
  if (a.counted.length === 0) return nothingCounted[language];
  const parts = a.counted.map(({ points, fullMarks, weight }) =>
    Number(fullMarks) === 100 ? `${weight} × ${points}` : `${weight} × (${points} ÷ ${fullMarks} × 100)`,
  );
  return `(${parts.join(" + ")}) ÷ ${a.weights} = ${line.points}`;
}

function extra(a: Form<"extra">, line: WordedLine, language: Language): string {
  const zh = language === "zh";
  const kind = zh ? (a.effect === "bonus" ? "加分" : "减分") : a.effect === "bonus" ? "Bonus" : "Deduction";
  const bounded = a.bounded ? (zh ? `，最多 ${a.ceiling}` : `, at most ${a.ceiling}`) : "";
  return `${kind} ${a.points}${bounded} = ${line.points}`;
}
