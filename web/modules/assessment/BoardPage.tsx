import { useSearch } from "@tanstack/react-router";
import { usePages } from "../../app/api/queries.ts";
import { wordMonth } from "../../app/frame/months.ts";
import { useView, useViewedOrganization } from "../../app/frame/view.ts";
import { useLanguage, useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { Card } from "../../ui/Card.tsx";
import { MorePages } from "../../ui/MorePages.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty, Failed, Loading } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import styles from "./Board.module.css";
import { BoardTable } from "./BoardTable.tsx";
import { ClassTabs } from "./ClassTabs.tsx";
import { ScoreSheet } from "./ScoreSheet.tsx";
import { boardTexts, scoreTexts } from "./texts.ts";

/** The month's board of the organisation in view; a single branch sees its own sheet instead. */
export default function BoardPage() {
  const t = useTexts(boardTexts);
  const s = useTexts(scoreTexts);
  const language = useLanguage();
  const may = useMay();
  const view = useView();
  const { isBranch } = useViewedOrganization();
  const organizationId = view.organizationId ?? "";
  if (isBranch === null) {
    return (
      <Page title={t("title")}>
        <Loading rows={8} />
      </Page>
    );
  }
  if (isBranch || !may("board.read")) {
    return (
      <Page title={s("sheet")} about={wordMonth(language, view.period)} narrow>
        <Card>
          <ScoreSheet organizationId={organizationId} />
        </Card>
      </Page>
    );
  }
  return <Board organizationId={organizationId} period={view.period} />;
}

function Board({ organizationId, period }: { organizationId: string; period: string }) {
  const t = useTexts(boardTexts);
  const s = useTexts(scoreTexts);
  const language = useLanguage();
  const words = useWords();
  const { class: chosen } = useSearch({ from: "__root__" });
  const { query, items, first } = usePages("getBoard", {
    params: { organizationId },
    query: { period, ...(chosen ? { class: chosen } : {}) },
  });
  const about = first && t("about", { month: wordMonth(language, period), scheme: words(first.scheme.name) });
  return (
    <Page title={t("title")} about={about} action={first && <Tag>{s(first.state)}</Tag>}>
      {first && <ClassTabs classes={first.classes} value={chosen} />}
      <Card>
        {query.isPending && <Loading rows={10} />}
        {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
        {query.isSuccess && items.length === 0 && <Empty title={t("empty")} text={t("emptyText")} />}
        {items.length > 0 && <BoardTable rows={items} />}
        <MorePages query={query} shown={items.length} />
        {first && items.length > 0 && (
          <p className={`note ${styles.notes}`}>
            {first.mean !== null && <span>{t("mean", { mean: first.mean })}</span>}
            <span>{t("threshold", { percent: Number(first.coverageThreshold) })}</span>
            {first.state === "trial" && <span>{t("stateTrial")}</span>}
          </p>
        )}
      </Card>
    </Page>
  );
}
