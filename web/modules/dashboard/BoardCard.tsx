import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { ask } from "../../app/api/queries.ts";
import { wordMonth } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { Card } from "../../ui/Card.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Empty } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { BoardTable } from "../assessment/board/BoardTable.tsx";
import { boardStep } from "../assessment/board/board-step.ts";
import { ClassTabs } from "../assessment/board/ClassTabs.tsx";
import { boardTexts } from "../assessment/board/texts.ts";
import styles from "./Leader.module.css";
import { leaderTexts } from "./texts.ts";

const shownRows = 10;

/** The head of the month's board, with the way to the whole of it. */
export function BoardCard({ organizationId, period }: { organizationId: string; period: string }) {
  const t = useTexts(leaderTexts);
  const b = useTexts(boardTexts);
  const language = useLanguage();
  const may = useMay();
  const { class: chosen } = useSearch({ from: "__root__" });
  const board = useQuery({
    ...ask("getBoard", {
      params: { organizationId },
      query: { period, limit: shownRows, ...(chosen === undefined ? {} : { class: chosen }) },
    }),
    enabled: may("board.read"),
  });
  if (!may("board.read")) return null;
  const title = (
    <>
      {t("board")} {board.data && <Tag>{b(boardStep(board.data))}</Tag>}
    </>
  );
  return (
    <Card
      title={title}
      note={wordMonth(language, period)}
      action={
        <Link to="/board" className="link">
          {t("wholeBoard")}
        </Link>
      }
    >
      <Loaded query={board} rows={6}>
        {(data) => (
          <>
            <div className={styles.classes}>
              <ClassTabs classes={data.classes} value={data.class} />
            </div>
            {data.items.length === 0 ? (
              <Empty title={b("empty")} text={b("emptyText")} />
            ) : (
              <BoardTable board={data} rows={data.items} />
            )}
          </>
        )}
      </Loaded>
    </Card>
  );
}
