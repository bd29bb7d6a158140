import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { onceEach } from "./form/deviations.ts";
import { previewTexts } from "./form/preview-texts.ts";
import styles from "./Result.module.css";

/** Where a record departs from what is 一般 in the text, and why. */
export function Deviations({ deviations }: Pick<Answer<"submitRecord">, "deviations">) {
  const t = useTexts(previewTexts);
  const words = useWords();
  const shown = onceEach(deviations);
  if (shown.length === 0) return null;
  return (
    <Card title={t("deviations")}>
      <ul className={styles.list}>
        {shown.map(({ templateCode, check, name, reason }) => (
          <li key={`${templateCode} ${check}`} className={styles.vote}>
            <b>{words(name)}</b>
            <p>{reason ?? t("noReason")}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
