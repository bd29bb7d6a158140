import { useTexts } from "../../app/language/texts.ts";
import { recordTexts } from "./texts.ts";

const known = {
  "discharge.no_obligation": "noDuty",
  "discharge.on_occasion": "onOccasion",
  "discharge.already_discharged": "alreadyDone",
  "discharge.waived": "waived",
  "discharge.after_deadline": "afterDeadline",
  "discharge.blocking_item_missing": "blockingMissing",
} as const;

/** What is held on occasion is owed by nobody: that it discharges nothing is no lack. */
export function isOnOccasion({ reason }: { reason: string }): boolean {
  return reason === "discharge.on_occasion";
}

/** Why a type of event discharged nothing, in words. */
export function useMissingReason(): (reason: string) => string {
  const t = useTexts(recordTexts);
  return (reason) => (reason in known ? t(known[reason as keyof typeof known]) : reason);
}
