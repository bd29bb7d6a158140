import { wordDay } from "../../../app/frame/months.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { FactMarks } from "../score/FactMarks.tsx";
import type { Fact } from "../score/FactTable.tsx";
import { useFactTitle } from "../score/fact-title.ts";
import { ContentFields } from "./ContentFields.tsx";
import { type Content, contentOf, type Edits, type Pattern } from "./correction.ts";
import styles from "./Disputes.module.css";
import { disputeTexts } from "./texts.ts";

type Props = {
  /** Also the pattern of what is booked instead or besides. */
  fact: Fact;
  /** The dispute names it. */
  disputed: boolean;
  edit: Edits["reversals"][number] | undefined;
  onReverse: (pattern: Pattern, instead: Content | null | undefined) => void;
  onAdd: (pattern: Pattern) => void;
};

/** One standing fact: tick to take it back, then say what stands instead, or take it as a pattern for a missing one. */
export function CorrectedFact({ fact, disputed, edit, onReverse, onAdd }: Props) {
  const t = useTexts(disputeTexts);
  const language = useLanguage();
  const { title, kind } = useFactTitle()(fact);
  const day = wordDay(language, fact.occurredOn);
  const name = `${title} ${kind} ${day}`;
  return (
    <li className={styles.fact}>
      <div className={styles.row}>
        <label className={styles.take}>
          <input
            type="checkbox"
            checked={edit !== undefined}
            onChange={() => onReverse(fact, edit ? undefined : null)}
          />
          <span>
            {title} {title !== kind && <span className="note">{kind}</span>} <span className="note">{day}</span>{" "}
            <FactMarks fact={fact} reversed={edit !== undefined} />
            {disputed && <Tag tone="brand">{t("disputed")}</Tag>}
          </span>
        </label>
        {edit && edit.instead === null && (
          <Button kind="text" aria-label={t("insteadOf", { name })} onClick={() => onReverse(fact, contentOf(fact))}>
            {t("instead")}
          </Button>
        )}
        {!edit && (
          <Button kind="text" aria-label={t("addLikeOf", { name })} onClick={() => onAdd(fact)}>
            {t("addLike")}
          </Button>
        )}
      </div>
      {edit?.instead && (
        <section className={styles.booked} aria-label={t("insteadOf", { name })}>
          <ContentFields content={edit.instead} onChange={(part) => onReverse(fact, { ...edit.instead!, ...part })} />
        </section>
      )}
    </li>
  );
}
