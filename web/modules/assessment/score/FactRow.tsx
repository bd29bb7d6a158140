import { Link } from "@tanstack/react-router";
import { wordDay, wordInstant } from "../../../app/frame/months.ts";
import { also } from "../../../app/frame/search.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { FactMarks } from "./FactMarks.tsx";
import type { Fact } from "./FactTable.tsx";
import { useFactTitle } from "./fact-title.ts";
import styles from "./Score.module.css";
import { scoreTexts } from "./texts.ts";

type Props = { fact: Fact; lineCode: string; reversed: boolean; disputable: boolean };

export function FactRow({ fact, lineCode, reversed, disputable }: Props) {
  const t = useTexts(scoreTexts);
  const language = useLanguage();
  const { title, kind } = useFactTitle()(fact);
  const { recordId } = fact;
  return (
    <tr>
      <td>
        {recordId ? (
          <Link to="." search={also({ record: recordId })} className="link">
            {title}
          </Link>
        ) : (
          title
        )}
        <div className="note">
          {kind}
          {fact.reason && ` · ${fact.reason}`}
        </div>
      </td>
      <td className="nowrap" title={t("recordedAt", { time: wordInstant(language, fact.recordedAt) })}>
        {wordDay(language, fact.occurredOn)}
      </td>
      <td className="wide-only nowrap">{wordDay(language, fact.countsOn)}</td>
      <td className="right">
        {fact.sign < 0 && "−"}
        {fact.base === null ? fact.quantity : `${fact.quantity} / ${fact.base}`}
      </td>
      <td>
        <FactMarks fact={fact} reversed={reversed} />
        {disputable && fact.sign > 0 && !reversed && (
          <Link
            to="."
            search={also({ tab: "disputes", line: lineCode, fact: fact.id })}
            className={`link ${styles.alone}`}
          >
            {t("disputeThis")}
          </Link>
        )}
      </td>
    </tr>
  );
}
