import type { Arithmetic, ScoreLine } from "@dutyloop/domain/assessment/things.ts";

type Language = "zh" | "en";
type Named = { readonly zh: string; readonly en: string };
/** What the sentence needs of a line; the API and the domain both have it. */
export type WordedLine = Pick<ScoreLine, "code" | "arithmetic" | "fullMarks" | "points">;
/** Names of templates, values and child lines by their code; an unknown code stands for itself. */
export type Names = Readonly<Record<string, Named>>;
type Form<F extends Arithmetic["form"]> = Extract<Arithmetic, { form: F }>;

const minus = (text: string) => text.replace(/^-/, "−");

function nameOf(names: Names, code: string, language: Language): string {
  return names[code]?.[language] ?? code;
}

function joined(parts: readonly string[], language: Language): string {
  return parts.join(language === "zh" ? "、" : ", ");
}

/** 目标 100% needs no words: dividing by 1 changes nothing. */
function isWhole(target: string): boolean {
  return Number(target) === 1;
}

function percent(share: string): string {
  return `${Number((Number(share) * 100).toFixed(4))}%`;
}

function timelyRatio(a: Form<"timely_ratio">, line: WordedLine, language: Language, names: Names): string {
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

/** 1 × 0.5 is written 0.5, several late ones keep the factor visible. */
function lateCredit(a: Form<"timely_ratio">): string {
  return a.late === "1" ? a.lateFactor : `${a.late} × ${a.lateFactor}`;
}

function quotient(
  numerator: string,
  denominator: string,
  a: { target: string; capped: boolean },
  line: WordedLine,
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

function ratio(a: Form<"ratio">, line: WordedLine, language: Language): string {
  const zh = language === "zh";
  const target = isWhole(a.target) ? "" : zh ? `；目标 ${percent(a.target)}` : `; target ${percent(a.target)}`;
  const facts = (shares[line.code] ?? plainShare)[language](a.numerator, a.denominator);
  return `${facts}${target}${zh ? "：" : ": "}${quotient(a.numerator, a.denominator, a, line, language)}`;
}

function units(a: Form<"units">, line: WordedLine, language: Language, names: Names): string {
  const zh = language === "zh";
  const deduct = a.rule === "deduct";
  const items = joined(
    a.items.map(({ value, quantity, unit, points }) => {
      const name = nameOf(names, value, language);
      return `${name} ${quantity} × ${minus(unit)} = ${minus(points)}`;
    }),
    language,
  );
  const nothing = zh ? (deduct ? "没有扣分事项" : "没有加分事项") : deduct ? "nothing to deduct" : "nothing to add";
  const bounded = a.bounded
    ? zh
      ? `，${deduct ? "最低" : "最高"} ${a.bound}`
      : `, ${deduct ? "not below" : "not above"} ${a.bound}`
    : "";
  const sum = deduct ? `${line.fullMarks} − ${a.sum.replace(/^-/, "")}` : a.sum;
  return `${items || nothing}${zh ? "：" : ": "}${sum}${bounded} = ${line.points}`;
}

function noData(a: Form<"no_data">, language: Language): string {
  const words = {
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
  return words[a.meaning][language];
}

function sum(a: Form<"sum">, line: WordedLine, language: Language): string {
  const zh = language === "zh";
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

function weighted(a: Form<"weighted">, line: WordedLine): string {
  const parts = a.counted.map(({ points, fullMarks, weight }) =>
    Number(fullMarks) === 100 ? `${weight} × ${points}` : `${weight} × (${points} ÷ ${fullMarks} × 100)`,
  );
  return `(${parts.join(" + ")}) ÷ ${a.weights} = ${line.points}`;
}

/** How a line came to its points, in one sentence that a person with a calculator can repeat. */
export function wordArithmetic(language: Language, line: WordedLine, names: Names = {}): string {
  const a = line.arithmetic;
  const zh = language === "zh";
  switch (a.form) {
    case "timely_ratio":
      return timelyRatio(a, line, language, names);
    case "ratio":
      return ratio(a, line, language);
    case "units":
      return units(a, line, language, names);
    case "linear":
      return `(${a.value} − ${a.baseline}) ÷ (${a.target} − ${a.baseline}) × ${line.fullMarks} = ${line.points}`;
    case "bands":
      if (a.bound === null)
        return zh
          ? `数值 ${a.value}，未达最低档：${line.points}`
          : `Value ${a.value}, below the lowest band: ${line.points}`;
      return zh
        ? `数值 ${a.value}，达到 ${a.bound} 档：${line.points}`
        : `Value ${a.value} reaches the band from ${a.bound}: ${line.points}`;
    case "no_data":
      return noData(a, language);
    case "sum":
      return sum(a, line, language);
    case "weighted":
      return weighted(a, line);
    case "extra": {
      const kind = zh ? (a.effect === "bonus" ? "加分" : "减分") : a.effect === "bonus" ? "Bonus" : "Deduction";
      const bounded = a.bounded ? (zh ? `，最多 ${a.ceiling}` : `, at most ${a.ceiling}`) : "";
      return `${kind} ${a.points}${bounded} = ${line.points}`;
    }
  }
}
