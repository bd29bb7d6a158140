import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { Language } from "../../app/language/language.ts";

/** The hosts whose own secretaries enter their part later, one after the other. */
export function awaitedNames(language: Language, awaited: Answer<"getRecord">["awaited"]): string {
  return awaited.map(({ subjectName }) => subjectName).join(language === "zh" ? "、" : ", ");
}
