import { wordDay, wordInstant } from "../../../app/frame/months.ts";
import { useLanguage, useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { useFactKind, useValueWords } from "../score/fact-title.ts";
import { CorrectFigure } from "./CorrectFigure.tsx";
import { type DeliveredFigure, type Entries, figureText, isCorrectable } from "./correction.ts";
import styles from "./Figures.module.css";
import { figureTexts } from "./figure-texts.ts";

type Props = {
  figure: DeliveredFigure;
  source: string;
  month: string;
  entries: Entries;
  open: boolean;
  onOpen: (factId: string | null) => void;
  onDone: (sentence: string) => void;
};

/** One figure: what it says, where it came from, whether it counts. */
export function FigureRow({ figure, source, month, entries, open, onOpen, onDone }: Props) {
  const t = useTexts(figureTexts);
  const language = useLanguage();
  const words = useWords();
  const kindOf = useFactKind();
  const wordValue = useValueWords();
  const { factId, metric, metricName, state, origin, reason, note } = figure;
  const name = metricName ? words(metricName) : (metric ?? kindOf(figure.kind));
  const value = figureText(figure);
  const day = wordDay(language, figure.occurredOn);
  const counts = state === "in_force";
  return (
    <>
      <div className={styles.figure}>
        <div className={styles.what}>
          <p>
            <b>{name}</b> <span className="note">{t("happened", { day })}</span>{" "}
            {Object.values(figure.attributes).map((one) => (
              <Tag key={one}>{wordValue(String(one))}</Tag>
            ))}
          </p>
          {note !== "" && <p className="quiet">{t("note", { note })}</p>}
          <p className="note">{t(origin, { time: wordInstant(language, figure.recordedAt) })}</p>
          {reason !== null && <p className={styles.reason}>{t("reason", { reason })}</p>}
        </div>
        <div className={styles.standing}>
          {counts ? <b className={styles.value}>{value}</b> : <s className={styles.value}>{value}</s>}
          <Tag {...(counts ? { tone: "good", shape: "tick" } : { shape: "square" })}>{t(state)}</Tag>
        </div>
        {isCorrectable(figure, entries) && (
          <Button
            kind="text"
            aria-expanded={open}
            aria-label={t("correctOf", { name, value, day })}
            onClick={() => onOpen(open ? null : factId)}
          >
            {t("correct")}
          </Button>
        )}
      </div>
      {open && isCorrectable(figure, entries) && (
        <CorrectFigure {...{ figure, source, month, entries, onDone }} onCancel={() => onOpen(null)} />
      )}
    </>
  );
}
