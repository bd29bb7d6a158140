import { wordDay } from "../../app/frame/months.ts";
import { useLanguage, useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { topicsOfTypes } from "./chosen-types.ts";
import styles from "./RecordForm.module.css";
import { formTexts } from "./texts.ts";
import type { Part } from "./use-draft.ts";

/** One event that meets several demands is entered once (MTG-18). */
export function AlsoCounts({ form, draft, change }: Part) {
  const t = useTexts(formTexts);
  const language = useLanguage();
  const words = useWords();
  const toggle = (code: string) =>
    change((now) => {
      const templateCodes = now.templateCodes.includes(code)
        ? now.templateCodes.filter((other) => other !== code)
        : [...now.templateCodes, code];
      return { templateCodes, topics: topicsOfTypes(now.topics, templateCodes) };
    });
  return (
    <Card title={t("also")} note={t("alsoHint")}>
      {form.alsoPossible.map(({ template, openUntil }) => (
        <label key={template.code} className={styles.check}>
          <input
            type="checkbox"
            checked={draft.templateCodes.includes(template.code)}
            onChange={() => toggle(template.code)}
          />
          <span>
            {words(template.name)}{" "}
            <span className="note">{t("openUntil", { date: wordDay(language, openUntil) })}</span>
          </span>
        </label>
      ))}
    </Card>
  );
}
