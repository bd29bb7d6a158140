import { wordRefusal } from "@dutyloop/contract/messages/refusals.ts";
import { wordDate, wordMonth } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Notice } from "../../ui/States.tsx";
import { ConfirmImport } from "./ConfirmImport.tsx";
import { FirstRows } from "./FirstRows.tsx";
import styles from "./Imports.module.css";
import { SheetCounts } from "./SheetCounts.tsx";
import { sumOf } from "./sums.ts";
import { importTexts } from "./texts.ts";
import type { Chosen, Preview, RosterImport } from "./use-roster-import.ts";
import { WrongRows } from "./WrongRows.tsx";

type Props = { organizationId: string; chosen: Chosen; preview: Preview; roster: RosterImport };

/** What a roster would change and the way on first; then each bad cell with its address and what to do, and the rows. */
export function RosterPreview({ organizationId, chosen, preview, roster }: Props) {
  const t = useTexts(importTexts);
  const language = useLanguage();
  const { sheets, errors, problems, rows, effectiveOn, closedMonth, worth } = preview;
  return (
    <>
      {errors > 0 && (
        <Notice
          action={
            problems.length > 0 && (
              <WrongRows organizationId={organizationId} chosen={chosen} kind={roster.kind} effectiveOn={effectiveOn} />
            )
          }
        >
          <strong>{t("errorsFound", { errors })}</strong> {t("mendFirst")}
        </Notice>
      )}
      {closedMonth !== null && <Notice>{t("closedMonth", { month: wordMonth(language, closedMonth) })}</Notice>}
      <ConfirmImport preview={preview} roster={roster} />
      <section className={styles.part}>
        <h2>{t("counts")}</h2>
        {effectiveOn !== null && <p className="note">{t("effectiveFrom", { day: wordDate(language, effectiveOn) })}</p>}
        {worth !== null && sumOf(sheets).added > 0 && <p className="note">{t("satisfied", worth)}</p>}
        {worth !== null && worth.afterClose > 0 && <p className="note">{t("afterClose", worth)}</p>}
        <SheetCounts sheets={sheets} />
      </section>
      {problems.length > 0 && (
        <section className={styles.part}>
          <h2>{t("problems")}</h2>
          <BadCells problems={problems} />
          {errors > problems.length && (
            <p className="note">{t("moreProblems", { shown: problems.length, all: errors })}</p>
          )}
        </section>
      )}
      <FirstRows rows={rows} problems={problems} />
    </>
  );
}

function BadCells({ problems }: Pick<Preview, "problems">) {
  const t = useTexts(importTexts);
  const language = useLanguage();
  const worded = problems.map(({ path, code, values }) => ({ path, sentence: wordRefusal(language, code, values) }));
  return (
    <table className="table" aria-label={t("problems")}>
      <thead>
        <tr>
          <th className={styles.address}>{t("cell")}</th>
          <th>{t("problem")}</th>
        </tr>
      </thead>
      <tbody>
        {worded.map(({ path, sentence }) => (
          <tr key={`${path} ${sentence}`} className={styles.bad}>
            <td>
              <code>{path}</code>
            </td>
            <td>{sentence}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
