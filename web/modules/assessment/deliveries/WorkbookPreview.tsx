import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { wordRefusal } from "@dutyloop/contract/messages/refusals.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Notice } from "../../../ui/States.tsx";
import styles from "./Deliveries.module.css";
import { deliveryTexts } from "./texts.ts";

/** What a workbook would change, and each bad cell with its address and what to do. */
export function WorkbookPreview({ preview }: { preview: Answer<"previewWorkbook"> }) {
  const t = useTexts(deliveryTexts);
  const language = useLanguage();
  const { deliveries, figures, errors, problems, afterClose } = preview;
  return (
    <>
      <dl className={styles.counts}>
        <Count name={t("newDeliveries")} value={deliveries.added} />
        <Count name={t("sameDeliveries")} value={deliveries.unchanged} />
        <Count name={t("newFigures")} value={figures.added} />
        <Count name={t("errors")} value={errors} />
      </dl>
      {afterClose && <Notice tone="calm">{t("afterClose")}</Notice>}
      {errors > 0 && <Notice>{t("mendFirst")}</Notice>}
      {problems.length > 0 && (
        <table className="table" aria-label={t("problems")}>
          <thead>
            <tr>
              <th>{t("cell")}</th>
              <th>{t("problem")}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ path, code, values }) => (
              <tr key={`${path} ${code}`} className={styles.bad}>
                <td>
                  <code>{path}</code>
                </td>
                <td>{wordRefusal(language, code, values)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {errors > problems.length && <p className="note">{t("moreProblems", { shown: problems.length, all: errors })}</p>}
    </>
  );
}

function Count({ name, value }: { name: string; value: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
