import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { wordDay, wordInstant } from "../../../app/frame/months.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Steps } from "../../../ui/Steps.tsx";
import { boardStep } from "./board-step.ts";
import { boardTexts } from "./texts.ts";

type Props = Pick<Answer<"getBoard">, "state" | "periodState" | "publicity" | "publishedAt">;

/** 试算 → 公示 → 发布, with the days that belong to each. */
export function BoardState({ state, periodState, publicity, publishedAt }: Props) {
  const t = useTexts(boardTexts);
  const language = useLanguage();
  const days = publicity && {
    from: wordDay(language, publicity.from),
    to: wordDay(language, publicity.to),
    left: publicity.workdaysLeft ?? 0,
  };
  const step = boardStep({ state, periodState });
  // Closed without 公示: it will never be published as it stands.
  const trialNote = step === "trial" && t(periodState === "closed" ? "closedInTrial" : "stateTrial");
  const publicityNote = days && (step === "publicity" && days.left > 0 ? t("daysLeft", days) : t("daysRun", days));
  return (
    <Steps
      label={t("stateOf")}
      current={step === "waiting" ? "published" : step}
      done={t("stepDone")}
      steps={[
        { key: "trial", label: t("trial"), note: trialNote },
        { key: "publicity", label: t("publicity"), note: publicityNote },
        {
          key: "published",
          label: t(step === "waiting" ? "waiting" : "published"),
          note:
            step === "waiting"
              ? t("waitingNote")
              : publishedAt !== null && t("publishedOn", { time: wordInstant(language, publishedAt) }),
        },
      ]}
    />
  );
}
