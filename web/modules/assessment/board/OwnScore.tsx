import { usePeriodWords } from "../../../app/frame/period-words.ts";
import { useView } from "../../../app/frame/view.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Card } from "../../../ui/Card.tsx";
import { AssessmentPage } from "../AssessmentPage.tsx";
import { ScoreSheet } from "../score/ScoreSheet.tsx";
import { scoreTexts } from "../score/texts.ts";
import { BoardFilters } from "./BoardFilters.tsx";
import { PublishedBoards } from "./PublishedBoards.tsx";

/** What a branch sees: its own score in full, and the boards in publicity or published that it stands on. */
export function OwnScore({ organizationId }: { organizationId: string }) {
  const t = useTexts(scoreTexts);
  const wordPeriod = usePeriodWords();
  const { periodName } = useView();
  return (
    <AssessmentPage title={t("sheet")} about={wordPeriod(periodName)} narrow>
      <BoardFilters schemes={[]} scheme="" />
      <Card>
        <ScoreSheet organizationId={organizationId} period={periodName} inPage />
      </Card>
      <PublishedBoards organizationId={organizationId} />
    </AssessmentPage>
  );
}
