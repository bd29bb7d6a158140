/**
 * How binding a rule is: `must` says 应当 or 必须 in the text of a regulation, `general` says 一般, `practice` is
 * widespread or a company's own, `design` is decided by the product. Only the first two are ever called 法定.
 */
export type Strength = "must" | "general" | "practice" | "design";

/** The rules of organisations, terms, members and their development, as in domain/rules/rules.json. */
export const ruleStrengths = {
  "ORG-01": "must", // 党支部设置
  "ORG-02": "general", // 联合党支部
  "ORG-03": "must", // 项目党支部
  "ORG-05": "must", // 调整与撤销
  "ORG-06": "general", // 临时党支部
  "ORG-07": "must", // 党委设置
  "ORG-08": "must", // 党总支设置
  "ORG-09": "general", // 党委职数
  "ORG-10": "general", // 党总支职数
  "ORG-11": "must", // 支委会
  "ORG-12": "must", // 不设支委会的支部
  "ORG-13": "general", // 党龄
  "ORG-14": "general", // 任期
  "ORG-15": "general", // 提前六个月提醒
  "ORG-16": "practice", // 提醒节奏
  "ORG-17": "must", // 延期、提前换届
  "ORG-18": "must", // 选举会议
  "ORG-19": "must", // 差额
  "ORG-20": "must", // 备案、补选
  "ORG-21": "must", // 换届流程
  "ORG-22": "general", // 党小组
  "ORG-23": "practice", // 班组党小组
  "ORG-24": "must", // 隶属唯一
  "VOTE-03": "must", // 选举到会人数
  "VOTE-04": "must", // 当选
  "VOTE-05": "must", // 选票有效
  "VOTE-08": "general", // 不计入应到会人数
  "VOTE-09": "must", // 表决权
  "MEM-01": "must",
  "MEM-02": "general",
  "MEM-03": "must",
  "MEM-04": "must",
  "MEM-05": "must",
  "MEM-06": "must",
  "MEM-07": "must",
  "MEM-08": "general",
  "MEM-09": "must",
  "MEM-10": "must",
  "MEM-11": "must",
  "MEM-12": "design",
  "MEM-13": "must",
  "DEV-V1": "must",
  "DEV-T1": "must",
  "DEV-T2": "must",
  "DEV-T3": "must",
  "DEV-T4": "must",
  "DEV-T5": "must",
  "DEV-T6": "must",
  "DEV-T7": "must",
  "DEV-T8": "must",
  "DEV-T9": "must",
  "DEV-T10": "must",
  "DEV-C1": "must",
  "DEV-C2": "must",
  "DEV-C3": "must",
  "DEV-C4": "design",
  "DEV-M": "design",
} as const satisfies Record<string, Strength>;

/** The rule of one of the 25 steps: step 7 is "DEV-" and "07". */
export type StepRuleId = `DEV-${number}`;

export function stepRule(step: number): StepRuleId {
  return `DEV-${String(step).padStart(2, "0")}` as StepRuleId;
}

export type RuleId = keyof typeof ruleStrengths | StepRuleId;

/** The order of the 25 steps is of the regulation itself, so each step's own rule is a must. */
export function strengthOf(rule: RuleId): Strength {
  return rule in ruleStrengths ? ruleStrengths[rule as keyof typeof ruleStrengths] : "must";
}
