import { useTexts } from "../../app/language/texts.ts";
import { scoreTexts } from "./texts.ts";

const worded = [
  "obligation.due",
  "obligation.discharged",
  "obligation.waived",
  "record.standard",
  "attendance",
] as const;

/** The kind of a fact in words. */
export function useFactKind(): (kind: string) => string {
  const t = useTexts(scoreTexts);
  return (kind) => t(worded.find((known) => known === kind) ?? "other");
}
