import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../app/api/queries.ts";
import { usePeriodWords } from "../../../app/frame/period-words.ts";
import { useView } from "../../../app/frame/view.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay } from "../../../app/session/session.ts";
import { Card } from "../../../ui/Card.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Notice } from "../../../ui/States.tsx";
import { AssessmentPage } from "../AssessmentPage.tsx";
import { gated } from "../gated.tsx";
import styles from "./Bulletin.module.css";
import { BulletinForm } from "./BulletinForm.tsx";
import { BulletinSheet } from "./BulletinSheet.tsx";
import { MadeBulletins } from "./MadeBulletins.tsx";
import { bulletinTexts } from "./texts.ts";

export type Bulletin = Answer<"getBulletin">;

/** 月月有通报: what is typed for the month in view, how it will look, and those that were made. */
function BulletinPage() {
  const t = useTexts(bulletinTexts);
  const may = useMay();
  const wordPeriod = usePeriodWords();
  const { organizationId, period: month, periodName } = useView();
  const params = { organizationId: organizationId ?? "", month };
  const bulletin = useQuery({ ...ask("getBulletin", { params }), enabled: organizationId !== null });
  const period = wordPeriod(month);
  return (
    <AssessmentPage
      title={t("title")}
      about={bulletin.data && t("about", { organization: bulletin.data.organizationName, period })}
    >
      {periodName !== month && <Notice tone="calm">{t("wholeMonth", { period })}</Notice>}
      <div className={styles.columns}>
        <Loaded query={bulletin} rows={10}>
          {(found) => (
            <>
              {may("board.prepare") && (
                <BulletinForm key={`${found.organizationId} ${found.month} ${found.revision}`} bulletin={found} />
              )}
              <Card title={t("preview")} note={t("previewNote")}>
                {found.boardsUnpublished && <Notice tone="calm">{t("noBoard")}</Notice>}
                <BulletinSheet notice={found.notice} />
              </Card>
            </>
          )}
        </Loaded>
      </div>
      <MadeBulletins organizationId={organizationId ?? ""} />
    </AssessmentPage>
  );
}

export default gated("bulletins", BulletinPage);
