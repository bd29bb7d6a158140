import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { Tag } from "../../ui/Tag.tsx";
import styles from "./RecordForm.module.css";
import { formTexts } from "./texts.ts";
import type { Part } from "./use-draft.ts";

/** What was dealt with, as the type of event asks for it. */
export function TopicsPart({ form, draft, change }: Part) {
  const t = useTexts(formTexts);
  const words = useWords();
  const toggle = (code: string) =>
    change((now) => ({
      topics: now.topics.includes(code) ? now.topics.filter((other) => other !== code) : [...now.topics, code],
    }));
  return (
    <Card title={t("topics")}>
      {form.template.topics.map(({ code, name, required }) => (
        <label key={code} className={styles.check}>
          <input type="checkbox" checked={draft.topics.includes(code)} onChange={() => toggle(code)} />
          <span>{words(name)}</span>
          {required && <Tag tone="brand">{t("required")}</Tag>}
        </label>
      ))}
    </Card>
  );
}
