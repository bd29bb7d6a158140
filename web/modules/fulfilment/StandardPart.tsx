import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { classes } from "../../ui/classes.ts";
import { Shape } from "../../ui/Shape.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { chosenTypes } from "./chosen-types.ts";
import { toldByForm } from "./live-standard.ts";
import styles from "./RecordForm.module.css";
import { formTexts } from "./texts.ts";
import type { Part } from "./use-draft.ts";

/** The standard of each type that is chosen, line by line, ticked while the form is filled in. */
export function StandardPart({ form, draft }: Part) {
  const t = useTexts(formTexts);
  const words = useWords();
  const types = chosenTypes(form, draft).map((template) => ({
    template,
    lines: template.checks.map((check) => ({ check, told: toldByForm(check, draft, form, template) })),
  }));
  const lines = types.flatMap((type) => type.lines);
  return (
    <Card
      title={t("standard")}
      action={
        <span className="faint">
          {lines.filter((line) => line.told).length} / {lines.length}
        </span>
      }
    >
      <div aria-live="polite">
        {types.map(({ template, lines: ofType }) => (
          <div key={template.code}>
            {types.length > 1 && <h3 className="note">{words(template.name)}</h3>}
            <ul className={styles.lines}>
              {ofType.map(({ check, told: met }) => (
                <li key={check.code} className={styles.line}>
                  <span className={classes(styles.dot, met === true && styles.dotMet, met === false && styles.dotOpen)}>
                    {met !== null && <Shape name={met ? "tick" : "diamond"} />}
                  </span>
                  <span>
                    {words(check.name)}
                    {met === null && <span className="note"> {t("judged")}</span>}
                    {met !== null && <span className="sr">{t(met ? "met" : "unmet")}</span>}
                  </span>
                  {check.effect === "blocking" && <Tag>{t("blocking")}</Tag>}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Card>
  );
}
