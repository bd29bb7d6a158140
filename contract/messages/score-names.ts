export type Language = "zh" | "en";
export type Named = { readonly zh: string; readonly en: string };
/** Names of templates, values, judges, indicators, schemes and lines by their code; an unknown code stands for itself. */
export type Names = Readonly<Record<string, Named>>;

export function nameOf(names: Names, code: string, language: Language): string {
  return names[code]?.[language] ?? code;
}

export function joined(parts: readonly string[], language: Language): string {
  return parts.join(language === "zh" ? "、" : ", ");
}

/** The typographic minus before a negative figure. */
export function minus(figure: string): string {
  return figure.replace(/^-/, "−");
}
