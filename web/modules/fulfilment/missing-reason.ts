import { useTexts } from "../../app/language/texts.ts";
import { recordTexts } from "./texts.ts";

const known = {
  "discharge.no_obligation": "noDuty",
  "discharge.already_discharged": "alreadyDone",
  "discharge.waived": "waived",
  "discharge.after_deadline": "afterDeadline",
  "discharge.blocking_item_missing": "blockingMissing",
} as const;

/** Why a type of event discharged nothing, in words. */
export function useMissingReason(): (reason: string) => string {
  const t = useTexts(recordTexts);
  return (reason) => (reason in known ? t(known[reason as keyof typeof known]) : reason);
}
