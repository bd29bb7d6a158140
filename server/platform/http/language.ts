export type Language = "zh" | "en";

/** Chinese unless the caller asks for English first. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return acceptLanguage?.trim().toLowerCase().startsWith("en") ? "en" : "zh";
}
