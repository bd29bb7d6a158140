import type { TermState } from "@dutyloop/domain/organization/term-things.ts";
import type { Language } from "./score-names.ts";

/** How a term of office stands, on pages and in workbooks. */
export const termStateWords: Record<Language, Record<TermState, string>> = {
  zh: { in_term: "任期内", approaching: "临近届满", due: "届满", overdue: "逾期未换" },
  en: { in_term: "in term", approaching: "near its end", due: "ends today", overdue: "overdue" },
};
