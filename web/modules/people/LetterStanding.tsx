import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Tag } from "../../ui/Tag.tsx";
import { transferTexts } from "./member-texts.ts";

export type Letter = Answer<"listTransfers">["items"][number];

/** How a letter stands, and since how many days nobody has answered (MEM-08). */
export function LetterStanding({ letter: { state, warning } }: { letter: Pick<Letter, "state" | "warning"> }) {
  const t = useTexts(transferTexts);
  const words = {
    open: t("stateOpen"),
    expired: t("stateExpired"),
    acknowledged: t("stateAcknowledged"),
    returned: t("stateReturned"),
  };
  const good = state === "acknowledged";
  const bad = state === "expired" || warning !== null;
  return (
    <>
      <Tag tone={good ? "good" : bad ? "warn" : "neutral"} shape={good ? "tick" : bad ? "diamond" : "square"}>
        {words[state]}
      </Tag>{" "}
      {warning !== null && <span className="note">{t("warning", { days: warning })}</span>}
    </>
  );
}
