import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { wordDay, wordInstant } from "../../../app/frame/months.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Steps } from "../../../ui/Steps.tsx";
import { boardTexts } from "./texts.ts";

type Props = Pick<Answer<"getBoard">, "state" | "publicity" | "publishedAt">;

/** 试算 → 公示 → 发布, with the days that belong to each. */
export function BoardState({ state, publicity, publishedAt }: Props) {
  const t = useTexts(boardTexts);
  const language = useLanguage();
  const days = publicity && {
    from: wordDay(language, publicity.from),
    to: wordDay(language, publicity.to),
    left: publicity.workdaysLeft ?? 0,
  };
  const publicityNote = days && (state === "publicity" && days.left > 0 ? t("daysLeft", days) : t("daysRun", days));
  return (
    <Steps
      label={t("stateOf")}
      current={state}
      done={t("stepDone")}
      steps={[
        { key: "trial", label: t("trial"), note: state === "trial" && t("stateTrial") },
        { key: "publicity", label: t("publicity"), note: publicityNote },
        {
          key: "published",
          label: t("published"),
          note: publishedAt !== null && t("publishedOn", { time: wordInstant(language, publishedAt) }),
        },
      ]}
    />
  );
}
