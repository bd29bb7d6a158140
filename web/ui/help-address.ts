import type { Language } from "../app/language/language.ts";

/** The guide in the reader's language: its first page, or a chapter such as "guide/secretary#提交之后". */
export function helpAddress(language: Language, chapter = ""): string {
  return chapter === "" ? `/help/${language}` : `/help/${language}/${chapter}`;
}
