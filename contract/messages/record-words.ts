import type { Language } from "./score-names.ts";

/** What states of records are called on pages and in workbooks. */
export const recordStateWords = {
  zh: { submitted: "已提交", corrected: "已更正", revoked: "已撤销" },
  en: { submitted: "Submitted", corrected: "Corrected", revoked: "Taken back" },
} as const;

export function recordStateWord(state: string, language: Language): string {
  return (recordStateWords[language] as Readonly<Record<string, string>>)[state] ?? state;
}
