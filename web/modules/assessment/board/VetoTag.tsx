import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { boardTexts } from "./texts.ts";

type Veto = Answer<"getBoard">["items"][number]["vetoes"][number];

/** A 一票否决 that facts call for: it counts only once a person has confirmed it. */
export function VetoTag({ veto }: { veto: Veto }) {
  const t = useTexts(boardTexts);
  const words = useWords();
  const name = words(veto.name);
  if (veto.decision === "dismissed") return <Tag>{t("vetoDismissed", { name })}</Tag>;
  return (
    <Tag tone="warn" shape="diamond">
      {t(veto.decision === "confirmed" ? "vetoConfirmed" : "vetoWaiting", { name })}
    </Tag>
  );
}
