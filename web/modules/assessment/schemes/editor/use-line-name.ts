import { useWords } from "../../../../app/language/language.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import type { SchemeLine } from "../scheme-tree.ts";
import { editorTexts } from "./texts.ts";
import { useIndicators } from "./use-indicators.ts";

/** What a line is called, and what it makes a branch type; an indicator has the name of its library. */
export function useLineName(): (line: SchemeLine) => { name: string; fields: number } {
  const t = useTexts(editorTexts);
  const words = useWords();
  const indicators = useIndicators();
  return ({ kind, code, name }) => {
    const used = kind === "leaf" ? indicators.find((one) => one.code === code) : undefined;
    const said = name ? words(name) : used ? words(used.name) : code;
    return { name: said === "" ? t("unnamed") : said, fields: used?.fields ?? 0 };
  };
}
