import type { Cadence, Ower, TemplateStage } from "@dutyloop/domain/standards/things.ts";
import { cadenceWords } from "./duty-words.ts";
import { fillIn } from "./fill-in.ts";
import type { Language } from "./score-names.ts";

/** How strongly work is demanded, who owes it, how far the template is and how often it is due, on pages and in workbooks. */
export const strengthWords = {
  zh: { must: "法定", general: "一般", practice: "本单位" },
  en: { must: "Statutory", general: "Generally", practice: "Own practice" },
} as const;

export const owerWords: Record<Language, Record<Ower, string>> = {
  zh: {
    branch: "党支部",
    branch_with_committee: "设支委会的党支部",
    temporary_branch: "临时党支部",
    group: "党小组",
    general_branch: "党总支",
    committee: "党委（党组）",
    leading_group: "领导小组",
    leader: "党员领导干部（自动统计）",
  },
  en: {
    branch: "Branches",
    branch_with_committee: "Branches with a committee",
    temporary_branch: "Temporary branches",
    group: "Party groups",
    general_branch: "General branches",
    committee: "Committees",
    leading_group: "Leading groups",
    leader: "Leading members (counted)",
  },
};

export const templateStageWords: Record<Language, Record<TemplateStage, string>> = {
  zh: { exploring: "探索学习", trial: "试行矫正", acceptance: "验收深化", promoted: "推广", withdrawn: "废止" },
  en: {
    exploring: "Exploring",
    trial: "Trial",
    acceptance: "Acceptance",
    promoted: "Promoted",
    withdrawn: "Withdrawn",
  },
};

const often = {
  zh: { times: "{cadence} {times} 次", occasion: "按需", due: "{day} 前", window: "一般在 {from} 至 {to}" },
  en: {
    times: "{cadence}, {times} times",
    occasion: "On occasion",
    due: "by {day}",
    window: "generally {from} to {to}",
  },
} as const;

/** How often something is owed, with its day or window, in words. */
export function wordCadence(cadence: Cadence | null, language: Language): string {
  const words = often[language];
  if (cadence === null) return words.occasion;
  const { every, times, due, window } = cadence;
  const round = cadenceWords[language][every];
  return [
    times === 1 ? round : fillIn(words.times, { cadence: round, times }),
    due ? fillIn(words.due, { day: due }) : null,
    window && !due ? fillIn(words.window, window) : null,
  ]
    .filter(Boolean)
    .join(" · ");
}
