import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useState } from "react";
import { wordInstant } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Tag } from "../../ui/Tag.tsx";
import styles from "./Imports.module.css";
import { importTexts } from "./texts.ts";
import { UndoImport } from "./UndoImport.tsx";

export type Batch = Answer<"getImport">;

/** Whether an import can be taken back, until when, or by whom it was. */
export function Standing({ batch }: { batch: Batch }) {
  const t = useTexts(importTexts);
  const language = useLanguage();
  // Stays open while the list is asked for again: a refusal is read here.
  const [asking, setAsking] = useState(false);
  const { fileName, committedAt, undoableUntil, undoneAt, undoneBy } = batch;
  return (
    <span className={styles.standing}>
      {undoneAt !== null && (
        <>
          <Tag>{t("undone")}</Tag>
          <span className="note">
            {t("undoneBy", { name: undoneBy ?? "–", time: wordInstant(language, undoneAt) })}
          </span>
        </>
      )}
      {undoneAt === null && undoableUntil === null && <span className="note">{t("undoOver")}</span>}
      {undoableUntil !== null && (
        <>
          <Button
            aria-label={t("undoOf", { file: fileName, time: wordInstant(language, committedAt) })}
            onClick={() => setAsking(true)}
          >
            {t("undo")}
          </Button>
          <span className="note">{t("undoUntil", { time: wordInstant(language, undoableUntil) })}</span>
        </>
      )}
      {asking && <UndoImport batch={batch} onClose={() => setAsking(false)} />}
    </span>
  );
}
