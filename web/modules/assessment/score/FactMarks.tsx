import { useTexts } from "../../../app/language/texts.ts";
import { Tag } from "../../../ui/Tag.tsx";
import type { Fact } from "./FactTable.tsx";
import { useValueWords } from "./fact-title.ts";
import styles from "./Score.module.css";
import { scoreTexts } from "./texts.ts";

/** Days after which an entry bears the mark 补录. */
const promptDays = 7;

/** What to know about a fact at a glance: on time, reversed, entered late, after the close. */
export function FactMarks({ fact, reversed }: { fact: Fact; reversed: boolean }) {
  const t = useTexts(scoreTexts);
  const wordValue = useValueWords();
  const severity = fact.attributes.severity;
  return (
    <span className={styles.tags}>
      {fact.sign < 0 && <Tag>{t("reversal")}</Tag>}
      {reversed && <Tag>{t("reversed")}</Tag>}
      {fact.timeliness === "on_time" && (
        <Tag tone="good" shape="tick">
          {t("on_time")}
        </Tag>
      )}
      {fact.timeliness === "late" && (
        <Tag tone="warn" shape="diamond">
          {fact.daysLate ? t("lateBy", { days: fact.daysLate }) : t("late")}
        </Tag>
      )}
      {severity && <Tag>{wordValue(severity)}</Tag>}
      {fact.afterClose && (
        <Tag tone="warn" shape="square">
          {t("afterClose")}
        </Tag>
      )}
      {fact.daysUntilEntry !== null && fact.daysUntilEntry > promptDays && (
        <Tag>{t("enteredLate", { days: fact.daysUntilEntry })}</Tag>
      )}
    </span>
  );
}
