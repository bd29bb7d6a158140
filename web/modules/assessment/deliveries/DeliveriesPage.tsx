import { useNavigate, useSearch } from "@tanstack/react-router";
import { wordMonth } from "../../../app/frame/months.ts";
import { also } from "../../../app/frame/search.ts";
import { useView } from "../../../app/frame/view.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Empty } from "../../../ui/States.tsx";
import { AssessmentPage } from "../AssessmentPage.tsx";
import styles from "./Deliveries.module.css";
import { DeliverWorkbook } from "./DeliverWorkbook.tsx";
import { Receipts } from "./Receipts.tsx";
import { SourcePicker } from "./SourcePicker.tsx";
import { useSources } from "./sources.ts";
import { deliveryTexts } from "./texts.ts";

const sourceCode = /^[a-z][a-z0-9_]{0,39}$/;

/** Business figures of a source and month: who has delivered, who is missing, and delivering a workbook. */
export default function DeliveriesPage() {
  const t = useTexts(deliveryTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const search = useSearch({ from: "__root__" });
  const { organizationId, period: month } = useView();
  const sources = useSources(organizationId);
  const source = search.source ?? sources.items[0]?.code ?? "";
  const ready = organizationId !== null && sourceCode.test(source);
  return (
    <AssessmentPage title={t("title")} about={t("about", { month: wordMonth(language, month) })}>
      <SourcePicker
        sources={sources.items}
        value={source}
        onChange={(code) => void navigate({ to: ".", search: also({ source: code }), replace: true })}
      />
      {ready ? (
        <div className={styles.columns}>
          <Receipts organizationId={organizationId} source={source} month={month} />
          <DeliverWorkbook key={`${source} ${month}`} organizationId={organizationId} source={source} month={month} />
        </div>
      ) : (
        !sources.loading && <Empty title={t("noSource")} text={t("noSourceText")} />
      )}
    </AssessmentPage>
  );
}
