import { wordDate } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { personTexts } from "./texts.ts";

/** From when to when something held. */
export function Span({ from, to }: { from: string; to: string | null }) {
  const t = useTexts(personTexts);
  const language = useLanguage();
  const [first, last] = [wordDate(language, from), to && wordDate(language, to)];
  return <span className="note">{last ? t("span", { from: first, to: last }) : t("since", { from: first })}</span>;
}
