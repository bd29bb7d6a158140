import { useEditing } from "../../../../app/drafts/DraftContext.ts";
import { DraftField, DraftSelect, ItemActs } from "../../../../app/drafts/DraftFields.tsx";
import type { DraftPath } from "../../../../app/drafts/draft-text.ts";
import { itemsAt, textsAt } from "../../../../app/drafts/texts-at.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { Button } from "../../../../ui/Button.tsx";
import { TextField } from "../../../../ui/Field.tsx";
import styles from "./Editor.module.css";
import { editorTexts } from "./texts.ts";

/** Which facts count: each condition holds an attribute against values. */
export function Conditions({ path }: { path: DraftPath }) {
  const t = useTexts(editorTexts);
  const { body, add, set, sentenceAt } = useEditing();
  const operators = (["eq", "ne", "in"] as const).map((key) => ({ key, label: t(key) }));
  return (
    <section aria-label={t("conditions")}>
      <h4>{t("conditions")}</h4>
      {itemsAt(body, path).map((at) => {
        const item = [...path, at];
        const values = [...item, "values"];
        return (
          <div key={at} className={styles.condition}>
            <DraftField path={[...item, "attribute"]} label={t("attribute")} />
            <DraftSelect path={[...item, "operator"]} label={t("operator")} options={operators} />
            <TextField
              label={t("values")}
              value={textsAt(body, values).join(" ")}
              error={sentenceAt(values) ?? sentenceAt([...values, 0])}
              onChange={(event) => set(values, event.target.value.split(/[\s,，、]+/))}
            />
            <ItemActs item={item} name={t("conditionNumber", { number: at + 1 })} />
          </div>
        );
      })}
      <Button kind="text" onClick={() => add(path, { attribute: "metric", operator: "eq", values: [""] })}>
        {t("addCondition")}
      </Button>
    </section>
  );
}
