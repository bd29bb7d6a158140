import type { Language } from "../../app/language/language.ts";

/** Each language in its own words, whatever language the page is in. */
export const languageNames: readonly { key: Language; label: string }[] = [
  { key: "zh", label: "简体中文" },
  { key: "en", label: "English" },
];
