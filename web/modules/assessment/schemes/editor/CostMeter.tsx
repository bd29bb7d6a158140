import { useTexts } from "../../../../app/language/texts.ts";
import { Tag } from "../../../../ui/Tag.tsx";
import styles from "./Editor.module.css";
import { editorTexts } from "./texts.ts";

/** What a scheme makes a branch type in a month, and how that differs from what stands. */
export function CostMeter({ fields, before }: { fields: number | null; before: number | null }) {
  const t = useTexts(editorTexts);
  const change = fields === null || before === null ? 0 : fields - before;
  return (
    <output className={styles.meter} aria-label={t("costMeter")}>
      <b>{fields ?? "–"}</b> {t("fieldsAMonth")}
      {change > 0 && (
        <Tag tone="warn" shape="diamond">
          {t("costMore", { fields: change })}
        </Tag>
      )}
      {change < 0 && (
        <Tag tone="good" shape="tick">
          {t("costLess", { fields: -change })}
        </Tag>
      )}
    </output>
  );
}
