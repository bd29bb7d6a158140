import { wordRefusal } from "@dutyloop/contract/messages/refusals.ts";
import { wordDate, wordMonth } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Notice } from "../../ui/States.tsx";
import { FirstRows } from "./FirstRows.tsx";
import styles from "./Imports.module.css";
import { SheetCounts } from "./SheetCounts.tsx";
import { importTexts } from "./texts.ts";
import type { Chosen, Preview } from "./use-roster-import.ts";
import { WrongRows } from "./WrongRows.tsx";

type Props = { organizationId: string; chosen: Chosen; preview: Preview };

/** What a roster would change, each bad cell with its address and what to do, and the first rows. */
export function RosterPreview({ organizationId, chosen, preview }: Props) {
  const t = useTexts(importTexts);
  const language = useLanguage();
  const { sheets, errors, problems, rows, effectiveOn, closedMonth } = preview;
  return (
    <>
      <p className="quiet">{t("effectiveFrom", { day: wordDate(language, effectiveOn) })}</p>
      <SheetCounts sheets={sheets} />
      {errors > 0 && <Notice>{t("mendFirst", { errors })}</Notice>}
      {closedMonth !== null && <Notice>{t("closedMonth", { month: wordMonth(language, closedMonth) })}</Notice>}
      {problems.length > 0 && (
        <>
          <WrongRows organizationId={organizationId} chosen={chosen} effectiveOn={effectiveOn} />
          <BadCells problems={problems} />
        </>
      )}
      {errors > problems.length && <p className="note">{t("moreProblems", { shown: problems.length, all: errors })}</p>}
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
          <th>{t("cell")}</th>
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
