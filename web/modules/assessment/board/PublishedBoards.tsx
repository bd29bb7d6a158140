import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useState } from "react";
import { usePages } from "../../../app/api/queries.ts";
import { wordDay } from "../../../app/frame/months.ts";
import { usePeriodWords } from "../../../app/frame/period-words.ts";
import { useLanguage, useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Card } from "../../../ui/Card.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { MorePages } from "../../../ui/MorePages.tsx";
import { Failed, Loading } from "../../../ui/States.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import styles from "./Board.module.css";
import { PublishedBoard } from "./PublishedBoard.tsx";
import { boardTexts } from "./texts.ts";

type Entry = Answer<"listPublishedBoards">["items"][number];

const shownFirst = 6;

/** Boards in publicity or published that the organisation stands on, the newest first. */
export function PublishedBoards({ organizationId }: { organizationId: string }) {
  const t = useTexts(boardTexts);
  const [open, setOpen] = useState<Entry | null>(null);
  const { query, items } = usePages("listPublishedBoards", {
    params: { organizationId },
    query: { limit: shownFirst },
  });
  return (
    <Card title={t("publishedBoards")} note={t("publishedBoardsNote")}>
      {query.isPending && <Loading rows={2} />}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && <p className="quiet">{t("noPublishedBoards")}</p>}
      <ul className={styles.entries}>
        {items.map((entry) => (
          <li key={`${entry.assessorId} ${entry.scheme.code} ${entry.period} ${entry.periodVersion}`}>
            <EntryLine entry={entry} onOpen={() => setOpen(entry)} />
          </li>
        ))}
      </ul>
      <MorePages query={query} shown={items.length} />
      {open && (
        <Dialog kind="drawer" title={<Tag>{t(open.state)}</Tag>} onClose={() => setOpen(null)}>
          <PublishedBoard organizationId={organizationId} entry={open} />
        </Dialog>
      )}
    </Card>
  );
}

function EntryLine({ entry, onOpen }: { entry: Entry; onOpen: () => void }) {
  const t = useTexts(boardTexts);
  const language = useLanguage();
  const words = useWords();
  const wordPeriod = usePeriodWords();
  const days = entry.publicity && { to: wordDay(language, entry.publicity.to) };
  return (
    <button type="button" className={styles.entry} onClick={onOpen}>
      <span>
        {wordPeriod(entry.period)} {words(entry.scheme.name)}
        <span className="note">
          {" "}
          {entry.assessorName}
          {entry.periodVersion > 1 && ` · ${t("versionOf", { version: entry.periodVersion })}`}
        </span>
      </span>
      <span>
        {entry.state === "publicity" && days && <span className="note">{t("until", days)} </span>}
        <Tag
          tone={entry.state === "publicity" ? "warn" : "good"}
          shape={entry.state === "publicity" ? "square" : "tick"}
        >
          {t(entry.state)}
        </Tag>
      </span>
    </button>
  );
}
