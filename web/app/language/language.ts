import { createContext, use } from "react";

export type Language = "zh" | "en";

/** Words that the server's library gives in both languages. */
export type Words = { readonly zh: string; readonly en: string };

/** What the server is asked to word refusals in, and what the page says it is written in. */
export const languageTags: Record<Language, string> = { zh: "zh-CN", en: "en" };

export const LanguageContext = createContext<Language>("zh");

export function useLanguage(): Language {
  return use(LanguageContext);
}

/** Chooses the words of the reader's language. */
export function useWords(): (words: Words) => string {
  const language = useLanguage();
  return (words) => words[language];
}
