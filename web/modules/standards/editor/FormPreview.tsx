import { useEditing } from "../../../app/drafts/DraftContext.ts";
import { valueAt } from "../../../app/drafts/draft-text.ts";
import { itemsAt, textsAt } from "../../../app/drafts/texts-at.ts";
import { useWords, type Words } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Check } from "../../../ui/Checks.tsx";
import { TextArea, TextField } from "../../../ui/Field.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import styles from "./Editor.module.css";
import { recordFields } from "./template-parts.ts";
import { editorTexts } from "./texts.ts";

const long = new Set<string>(["minutes", "resolutions", "actions"]);

/** What the secretary's form asks for, as the draft says now: its fields, topics, papers and the standard beside. */
export function FormPreview() {
  const t = useTexts(editorTexts);
  const words = useWords();
  const { body } = useEditing();
  const fields = textsAt(body, ["fields"]);
  const shown = recordFields.filter((field) => fields.includes(field) && field !== "topics");
  const named = (list: string) =>
    itemsAt(body, [list]).map((at) => {
      const name = valueAt(body, [list, at, "name"]) as Partial<Words> | undefined;
      return { at, name: words({ zh: name?.zh || "…", en: name?.en || "…" }), item: [list, at] };
    });
  const papers = named("materials").filter(({ item }) => valueAt(body, [...item, "field"]) === undefined);
  return (
    <section className={styles.preview} aria-label={t("preview")}>
      <h3>{t("preview")}</h3>
      <p className="note">{t("previewAbout")}</p>
      {shown.map((field) =>
        long.has(field) ? (
          <TextArea key={field} label={t(`field_${field}`)} disabled value="" />
        ) : (
          <TextField key={field} label={t(`field_${field}`)} disabled value="" />
        ),
      )}
      <fieldset className={styles.bare} disabled aria-label={t("topicsOf")}>
        {named("topics").map(({ at, name, item }) => (
          <Check
            key={at}
            label={valueAt(body, [...item, "required"]) === true ? t("requiredTopic", { name }) : name}
            checked={false}
            onChange={() => {}}
          />
        ))}
      </fieldset>
      {papers.length > 0 && <p>{t("papersOf", { list: papers.map(({ name }) => name).join("、") })}</p>}
      <h4>{t("standardOf")}</h4>
      <ul>
        {named("checks").map(({ at, name, item }) => (
          <li key={at}>
            {name} {valueAt(body, [...item, "effect"]) === "blocking" && <Tag tone="warn">{t("blocking")}</Tag>}
          </li>
        ))}
      </ul>
    </section>
  );
}
