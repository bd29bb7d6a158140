import { useLanguage, useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import type { Fact } from "./FactTable.tsx";
import { factTexts } from "./fact-texts.ts";
import { valueTexts } from "./value-texts.ts";

/** The kind of a fact in words. */
export function useFactKind(): (kind: string) => string {
  const t = useTexts(factTexts);
  return (kind) => (kind in factTexts.zh ? t(kind as keyof typeof factTexts.zh) : kind);
}

/** A value of an attribute in words; one that isn't known stands for itself. */
export function useValueWords(): (value: string) => string {
  const texts = valueTexts[useLanguage()];
  return (value) => (value in texts ? texts[value as keyof typeof texts] : value);
}

/** What a fact is about, else what kind it is; and its kind beside. */
export function useFactTitle(): (fact: Pick<Fact, "kind" | "templateName" | "subjectName">) => {
  title: string;
  kind: string;
} {
  const words = useWords();
  const kindOf = useFactKind();
  return ({ kind, templateName, subjectName }) => {
    const what = [templateName && words(templateName), subjectName].filter(Boolean).join(" · ");
    return { title: what || kindOf(kind), kind: kindOf(kind) };
  };
}
