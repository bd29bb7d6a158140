import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useTexts } from "../../app/language/texts.ts";
import { standardsTexts } from "./texts.ts";

export type TemplateOfPage = Answer<"getTemplate">;
type Body = Answer<"listTemplates">["items"][number]["body"];

/** How often something is owed, with its day or window, in words. */
export function useCadenceWords(): (cadence: Body["cadence"]) => string {
  const t = useTexts(standardsTexts);
  return (cadence) => {
    if (cadence === null) return t("occasion");
    const often =
      cadence.times === 1 ? t(cadence.every) : t("times", { cadence: t(cadence.every), times: cadence.times });
    const day = cadence.due ? t("due", { day: cadence.due }) : null;
    const window = cadence.window && !cadence.due ? t("window", cadence.window) : null;
    return [often, day, window].filter(Boolean).join(" · ");
  };
}

/** When a step is due, counted from the event. */
export function useDaysWords(): (days: number) => string {
  const t = useTexts(standardsTexts);
  return (days) => (days === 0 ? t("sameDay") : days < 0 ? t("before", { days: -days }) : t("after", { days }));
}
