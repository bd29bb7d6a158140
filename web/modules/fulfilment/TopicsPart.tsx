import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { chosenTypes, isCovered, withTopic } from "./chosen-types.ts";
import { Guides } from "./form/Guides.tsx";
import styles from "./RecordForm.module.css";
import { formTexts } from "./texts.ts";
import type { Part } from "./use-draft.ts";

/** What was dealt with, as each type of event that is chosen asks for it. */
export function TopicsPart({ form, draft, change }: Part) {
  const t = useTexts(formTexts);
  const words = useWords();
  const types = chosenTypes(form, draft).filter(({ topics }) => topics.length > 0);
  if (types.length === 0) return null;
  return (
    <Card title={t("topics")}>
      {types.map((template) => (
        <fieldset key={template.code} className={styles.ofType}>
          {types.length > 1 && <legend className="note">{words(template.name)}</legend>}
          {template.topics.map(({ code, name, required }) => (
            <label key={code} className={styles.check}>
              <input
                type="checkbox"
                checked={isCovered(form, draft, template.code, code)}
                onChange={() => change((now) => ({ topics: withTopic(form, now.topics, template.code, code) }))}
              />
              <span>{words(name)}</span>
              {required && <Tag tone="brand">{t("required")}</Tag>}
            </label>
          ))}
        </fieldset>
      ))}
      <Guides types={types} at="topics" />
    </Card>
  );
}
