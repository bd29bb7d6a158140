import { factKinds } from "@dutyloop/domain/assessment/things.ts";
import { useEditing } from "../../../../app/drafts/DraftContext.ts";
import { DraftField, DraftSelect, DraftWords } from "../../../../app/drafts/DraftFields.tsx";
import { valueAt } from "../../../../app/drafts/draft-text.ts";
import { textsAt } from "../../../../app/drafts/texts-at.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { CheckList } from "../../../../ui/Checks.tsx";
import { useFactKind } from "../../score/fact-title.ts";
import { Conditions } from "../editor/Conditions.tsx";
import styles from "../editor/Editor.module.css";
import { schemeTexts } from "../texts.ts";
import { AggregationFields } from "./AggregationFields.tsx";
import { PointsFields } from "./PointsFields.tsx";
import { indicatorTexts } from "./texts.ts";

/** An indicator: what it is called and who ordered it, which facts it reads, and how they become points. */
export function IndicatorForm() {
  const t = useTexts(indicatorTexts);
  const common = useTexts(schemeTexts);
  const kindOf = useFactKind();
  const { body, set, sentenceAt } = useEditing();
  const options = <K extends string>(keys: readonly K[], word: (key: K) => string) =>
    keys.map((key) => ({ key, label: word(key) }));
  return (
    <div className={styles.form}>
      <section className={styles.item} aria-label={t("what")}>
        <h3>{t("what")}</h3>
        <DraftWords path={["name"]} label={t("name")} />
        <DraftWords path={["basis"]} label={common("basis")} />
        <DraftWords path={["owner"]} label={common("owner")} optional />
        <div className={styles.pair}>
          <DraftSelect
            path={["dimension"]}
            label={common("dimension")}
            options={options(["done", "right", "good"] as const, common)}
          />
          <DraftSelect
            path={["direction"]}
            label={t("direction")}
            fallback="higher"
            options={options(["higher", "lower"] as const, t)}
          />
          <DraftField path={["source"]} label={common("source")} hint={t("sourceHint")} optional />
          <DraftField path={["cost", "fields"]} label={t("fields")} hint={t("fieldsHint")} whole />
          <DraftField path={["validFrom"]} label={t("validFrom")} optional />
        </div>
        <DraftWords path={["unit"]} label={t("unit")} optional />
      </section>
      <section className={styles.item} aria-label={common("reads")}>
        <h3>{common("reads")}</h3>
        <CheckList
          label={t("kinds")}
          hint={t("kindsHint")}
          options={factKinds.map((key) => ({ key: key as string, label: kindOf(key) }))}
          given={textsAt(body, ["reads"])}
          error={sentenceAt(["reads"])}
          onChange={(given) => set(["reads"], given)}
        />
        <Conditions path={["filter"]} />
      </section>
      <section className={styles.item} aria-label={t("adding")}>
        <h3>{t("adding")}</h3>
        <AggregationFields />
      </section>
      <section className={styles.item} aria-label={t("points")}>
        <h3>{t("points")}</h3>
        <PointsFields />
        <DraftSelect
          path={["noData"]}
          label={common("noData")}
          options={options(["pending", "not_applicable", "full", "zero"] as const, common)}
        />
        {valueAt(body, ["noData"]) === "zero" && <DraftWords path={["zeroReason"]} label={t("zeroReason")} />}
      </section>
    </div>
  );
}
