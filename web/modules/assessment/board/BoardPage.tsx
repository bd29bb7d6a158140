import { useView, useViewedOrganization } from "../../../app/frame/view.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay } from "../../../app/session/session.ts";
import { Card } from "../../../ui/Card.tsx";
import { Denied, Failed, Loading } from "../../../ui/States.tsx";
import { AssessmentPage } from "../AssessmentPage.tsx";
import { gated } from "../gated.tsx";
import { BoardView } from "./BoardView.tsx";
import { OwnScore } from "./OwnScore.tsx";
import { boardTexts } from "./texts.ts";

/** The board of the organisation in view; a branch sees its own sheet and the boards it stands on instead. */
function BoardPage() {
  const t = useTexts(boardTexts);
  const may = useMay();
  const { organizationId } = useView();
  const { query, enabled, isBranch } = useViewedOrganization();
  if (isBranch === null && (query.isError || !enabled)) {
    return (
      <AssessmentPage title={t("title")}>
        <Card>{enabled ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Denied />}</Card>
      </AssessmentPage>
    );
  }
  if (isBranch === null) {
    return (
      <AssessmentPage title={t("title")}>
        <Loading rows={8} />
      </AssessmentPage>
    );
  }
  if (isBranch || !may("board.read")) return <OwnScore organizationId={organizationId ?? ""} />;
  return <BoardView organizationId={organizationId ?? ""} />;
}

export default gated("board", BoardPage);
