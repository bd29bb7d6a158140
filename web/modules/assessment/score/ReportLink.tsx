import { addressOf } from "../../../app/api/client.ts";
import { useTexts } from "../../../app/language/texts.ts";
import type { Score } from "./ScoreSheet.tsx";
import { scoreTexts } from "./texts.ts";

/** 得分说明书 as a Word document. */
export function ReportLink({ score }: { score: Score }) {
  const t = useTexts(scoreTexts);
  const { organizationId, period, scheme, periodVersion } = score;
  return (
    <a
      className="link"
      data-paper="none"
      href={addressOf("getScoreReport", { organizationId, period }, { scheme: scheme.code, version: periodVersion })}
      download
    >
      {t("download")}
    </a>
  );
}
