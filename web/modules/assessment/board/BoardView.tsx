import { boardList } from "@dutyloop/contract/lists/board.ts";
import { useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { usePages } from "../../../app/api/queries.ts";
import { usePeriodWords } from "../../../app/frame/period-words.ts";
import { parsePeriod } from "../../../app/frame/periods.ts";
import { useView } from "../../../app/frame/view.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { ListTools } from "../../../app/lists/ListTools.tsx";
import { useLook } from "../../../app/lists/use-look.ts";
import { useMay } from "../../../app/session/session.ts";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { MorePages } from "../../../ui/MorePages.tsx";
import { Empty, Failed, Loading } from "../../../ui/States.tsx";
import { AssessmentPage } from "../AssessmentPage.tsx";
import styles from "./Board.module.css";
import { BoardFilters } from "./BoardFilters.tsx";
import { BoardState } from "./BoardState.tsx";
import { type Board, BoardTable } from "./BoardTable.tsx";
import { ClassTabs } from "./ClassTabs.tsx";
import { Proportions } from "./Proportions.tsx";
import { RowActions } from "./RowActions.tsx";
import { boardTexts } from "./texts.ts";

// It words whatever may stand in the way of a board: who only reads boards needn't load all of that.
const PublishBoard = lazy(() => import("./PublishBoard.tsx"));

const viewKeys = ["class", "scheme", "span"] as const;

/** The board of one class in one period, before and after it is published. */
export function BoardView({ organizationId }: { organizationId: string }) {
  const t = useTexts(boardTexts);
  const may = useMay();
  const words = useWords();
  const wordPeriod = usePeriodWords();
  const { periodName, thisMonth } = useView();
  const ahead = (parsePeriod(periodName)?.months[0] ?? thisMonth) > thisMonth;
  const { class: chosen, scheme } = useSearch({ from: "__root__" });
  const [publishing, setPublishing] = useState(false);
  const asked = {
    params: { organizationId },
    query: {
      period: periodName,
      history: 12,
      ...(scheme ? { scheme } : {}),
      ...(chosen === undefined ? {} : { class: chosen }),
    },
  };
  const { query, items, first } = usePages("getBoard", asked, { keep: true });
  const look = useLook(boardList, viewKeys);
  // What is still shown of another board isn't acted upon.
  const settled = !query.isPlaceholderData;
  const publishable = settled && first?.state === "publicity" && may("board.publish");
  const decidable = (first?.grades.length ?? 0) > 0 || items.some(({ vetoes }) => vetoes.length > 0);
  const preparable = settled && first?.state !== "published" && may("board.prepare") && decidable;
  const action = publishable && (
    <Button kind="primary" onClick={() => setPublishing(true)}>
      {t("publish")}
    </Button>
  );
  return (
    <AssessmentPage
      title={first ? t("titleOf", { scheme: words(first.scheme.name) }) : t("title")}
      about={first ? t("about", { period: wordPeriod(first.period), organization: first.organizationName }) : undefined}
      action={action}
    >
      <BoardFilters schemes={first?.schemes ?? []} scheme={first?.scheme.code ?? scheme ?? ""} />
      {query.isPending && (
        <Card>
          <Loading rows={10} />
        </Card>
      )}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {first && (
        <>
          <Card className={styles.head}>
            <BoardState {...first} />
            <Proportions grades={first.grades} ranked={first.ranked} />
          </Card>
          <ClassTabs classes={first.classes} value={first.class} />
          <Card>
            <ListTools name="getBoard" list={boardList} asked={asked} look={look} isEmpty={items.length === 0} />
            {items.length === 0 ? (
              <Empty title={t(ahead ? "notBegun" : "empty")} text={t(ahead ? "notBegunText" : "emptyText")} />
            ) : (
              <BoardTable
                board={first}
                rows={items}
                shown={look.chosen}
                {...(preparable ? { actionsOf: (row) => <RowActions row={row} board={first} /> } : {})}
              />
            )}
            <MorePages query={query} shown={items.length} />
            {items.length > 0 && <BoardNotes board={first} />}
          </Card>
          {publishing && (
            <Suspense fallback={null}>
              <PublishBoard organizationId={organizationId} board={first} onClose={() => setPublishing(false)} />
            </Suspense>
          )}
        </>
      )}
    </AssessmentPage>
  );
}

function BoardNotes({ board }: { board: Board }) {
  const t = useTexts(boardTexts);
  const wordPeriod = usePeriodWords();
  return (
    <p className={`note ${styles.notes}`}>
      {board.mean !== null && <span>{t("mean", { mean: board.mean })}</span>}
      <span>{t("counts", { ranked: board.ranked, organizations: board.organizations })}</span>
      <span>{t("threshold", { percent: Number(board.coverageThreshold) })}</span>
      {board.previousBoard !== null && <span>{t("comparedWith", { period: wordPeriod(board.previousBoard) })}</span>}
      {board.periodVersion > 1 && <span>{t("version", { version: board.periodVersion })}</span>}
    </p>
  );
}
