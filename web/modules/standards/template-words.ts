import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { wordCadence } from "@dutyloop/contract/messages/template-words.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { standardsTexts } from "./texts.ts";

export type TemplateOfPage = Answer<"getTemplate">;
type Body = Answer<"listTemplates">["items"][number]["body"];

/** How often something is owed, with its day or window, in words. */
export function useCadenceWords(): (cadence: Body["cadence"]) => string {
  const language = useLanguage();
  return (cadence) => wordCadence(cadence, language);
}

/** When a step is due, counted from the event. */
export function useDaysWords(): (days: number) => string {
  const t = useTexts(standardsTexts);
  return (days) => (days === 0 ? t("sameDay") : days < 0 ? t("before", { days: -days }) : t("after", { days }));
}
