import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ask } from "../../../app/api/queries.ts";
import { wordMonth } from "../../../app/frame/months.ts";
import { also, without } from "../../../app/frame/search.ts";
import { useView } from "../../../app/frame/view.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Empty } from "../../../ui/States.tsx";
import { AssessmentPage } from "../AssessmentPage.tsx";
import { gated } from "../gated.tsx";
import styles from "./Deliveries.module.css";
import { DeliverWorkbook } from "./DeliverWorkbook.tsx";
import { FiguresDrawer } from "./FiguresDrawer.tsx";
import { Receipts } from "./Receipts.tsx";
import { SourcePicker } from "./SourcePicker.tsx";
import { deliveryTexts } from "./texts.ts";

/** Business figures of a source and month: who has delivered, who is missing, and delivering a workbook. */
function DeliveriesPage() {
  const t = useTexts(deliveryTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const search = useSearch({ from: "__root__" });
  const { organizationId, period: month } = useView();
  const params = { organizationId: organizationId ?? "" };
  const sources = useQuery({ ...ask("listSources", { params }), enabled: organizationId !== null });
  const choose = (code: string) => void navigate({ to: ".", search: also({ source: code }), replace: true });
  return (
    <AssessmentPage title={t("title")} about={t("about", { month: wordMonth(language, month) })}>
      <Loaded query={sources} rows={6}>
        {({ items }) => {
          const source = items.find(({ code }) => code === search.source)?.code ?? items[0]?.code;
          if (source === undefined) return <Empty title={t("noSource")} text={t("noSourceText")} />;
          const asked = { ...params, source, month };
          return (
            <>
              <SourcePicker sources={items} value={source} onChange={choose} />
              <div className={styles.columns}>
                <Receipts {...asked} />
                <DeliverWorkbook key={`${params.organizationId} ${source} ${month}`} {...asked} />
              </div>
              {search.subject && (
                <FiguresDrawer
                  key={`${search.subject} ${source} ${month}`}
                  {...asked}
                  organizationId={search.subject}
                  onClose={() => void navigate({ to: ".", search: without("subject") })}
                />
              )}
            </>
          );
        }}
      </Loaded>
    </AssessmentPage>
  );
}

export default gated("deliveries", DeliveriesPage);
