import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask } from "../../app/api/queries.ts";
import { wordDay } from "../../app/frame/months.ts";
import { useView } from "../../app/frame/view.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { Page } from "../../ui/Page.tsx";
import { Failed, Loading } from "../../ui/States.tsx";
import { BoardCard } from "./BoardCard.tsx";
import { DutyLevels } from "./DutyLevels.tsx";
import { Figures } from "./Figures.tsx";
import styles from "./Leader.module.css";
import { ResponsibilityRing } from "./ResponsibilityRing.tsx";
import { leaderTexts } from "./texts.ts";
import { Weakest } from "./Weakest.tsx";

/** The leader's first page: is the responsibility carried, and where is it weak. */
export default function LeaderPage() {
  const t = useTexts(leaderTexts);
  const language = useLanguage();
  const view = useView();
  const organizationId = view.organizationId ?? "";
  const { period } = view;
  const query = useQuery(ask("getWorkbench", { params: { organizationId }, query: { period } }));
  const { data } = query;
  if (!data) {
    return (
      <Page title={t("title")}>
        {query.isError ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading tall rows={4} />}
      </Page>
    );
  }
  const whole = t("about", { organization: data.organizationName, branches: data.branches, members: data.members });
  const { committees, generalBranches } = data.shape;
  // Of a committee whose branches stand right below it the first sentence says everything.
  const shape = committees + generalBranches > 1 ? [t("shape", data.shape)] : [];
  const about = [whole, ...shape, t("concerns", { count: data.weakest.length })].join(" · ");
  const openBoard = (
    <Link to="/board" className="link">
      {t("openBoard")}
    </Link>
  );
  return (
    <Page title={t("title")} about={about}>
      <div className={styles.grid}>
        <Card
          title={t("ring")}
          note={t("asOf", { date: wordDay(language, data.today) })}
          action={openBoard}
          className={styles.ringCard}
        >
          <ResponsibilityRing ring={data.ring} mean={data.meanTotal} />
        </Card>
        <div className={styles.right}>
          <Card>
            <h2 className="sr">{t("figures")}</h2>
            <Figures workbench={data} />
          </Card>
          <Card
            title={t("weakest")}
            note={t("weakestNote")}
            action={
              <Link to="/board" className="link">
                {t("all", { count: data.branches })}
              </Link>
            }
          >
            <Weakest weakest={data.weakest} />
          </Card>
        </div>
        <div className={styles.whole}>
          <BoardCard organizationId={organizationId} period={period} />
        </div>
        <div className={styles.whole}>
          <DutyLevels organizationId={organizationId} period={period} />
        </div>
      </div>
    </Page>
  );
}
