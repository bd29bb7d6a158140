import type { SchemeChange } from "@dutyloop/domain/assessment/definitions/scheme-diff.ts";

type Language = "zh" | "en";

const things = {
  leaf: { zh: "指标", en: "Indicator" },
  node: { zh: "节点", en: "Node" },
  grade: { zh: "等次", en: "Grade" },
  veto: { zh: "一票否决", en: "Veto" },
  proportion: { zh: "等次比例", en: "Share of grade" },
  parameter: { zh: "参数", en: "Parameter" },
} as const satisfies Record<SchemeChange["of"], Record<Language, string>>;

const properties: Readonly<Record<string, Record<Language, string>>> = {
  fullMarks: { zh: "满分", en: "full marks" },
  version: { zh: "版本", en: "version" },
  weight: { zh: "权重", en: "weight" },
  parent: { zh: "所属节点", en: "node above" },
  open: { zh: "开放幅度", en: "left open" },
  name: { zh: "名称", en: "name" },
  kind: { zh: "类型", en: "kind" },
  ceiling: { zh: "上限", en: "ceiling" },
  floor: { zh: "下限", en: "floor" },
  order: { zh: "顺序", en: "order" },
  atLeast: { zh: "分数线", en: "begins at" },
  atMost: { zh: "最高比例", en: "at most" },
  when: { zh: "条件", en: "condition" },
  effect: { zh: "后果", en: "effect" },
  subject: { zh: "考核对象", en: "subject" },
  cadence: { zh: "周期", en: "cadence" },
  validFrom: { zh: "启用月份", en: "valid from" },
  kinds: { zh: "适用组织类型", en: "kinds of organisation" },
  classes: { zh: "适用类别", en: "classes" },
  places: { zh: "小数位", en: "decimals" },
  lateFactor: { zh: "逾期系数", en: "late factor" },
  coverageThreshold: { zh: "完整度门槛", en: "coverage threshold" },
  tieBreakers: { zh: "同分比较顺序", en: "tie-breakers" },
};

/** One change of a scheme in a line: "指标 attendance：满分 30 → 40". */
export function wordSchemeChange(language: Language, change: SchemeChange): string {
  const isParameter = change.of === "parameter";
  const what = isParameter ? propertyName(language, change.code) : `${things[change.of][language]} ${change.code}`;
  const step = `${valueText(language, change.from)} → ${valueText(language, change.to)}`;
  const [colon, added, removed] = language === "zh" ? ["：", "新增", "删除"] : [": ", "added", "removed"];
  if (change.change === "added") return `${what}${colon}${added}${inBrackets(language, change.to)}`;
  if (change.change === "removed") return `${what}${colon}${removed}${inBrackets(language, change.from)}`;
  return change.property === null
    ? `${what}${colon}${step}`
    : `${what}${colon}${propertyName(language, change.property)} ${step}`;
}

function propertyName(language: Language, property: string): string {
  return properties[property]?.[language] ?? property;
}

function valueText(language: Language, value: string | null): string {
  return value === null || value === "" ? (language === "zh" ? "无" : "none") : value;
}

function inBrackets(language: Language, value: string | null): string {
  if (value === null) return "";
  return language === "zh" ? `（${value}）` : ` (${value})`;
}
