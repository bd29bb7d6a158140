import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { classes } from "../../ui/classes.ts";
import { Shape } from "../../ui/Shape.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { chosenTypes } from "./chosen-types.ts";
import { standardTexts } from "./form/standard-texts.ts";
import { TypeVerdict } from "./form/TypeVerdict.tsx";
import type { Preview } from "./form/use-preview.ts";
import type { WholePart } from "./form/whole-form.ts";
import { toldByForm } from "./live-standard.ts";
import styles from "./RecordForm.module.css";
import { formTexts } from "./texts.ts";

type Props = Pick<WholePart, "form" | "draft"> & { preview: Preview | null };

/** The standard of each type that is chosen, line by line, ticked while the form is filled in, and whether it counts. */
export function StandardPart({ form, draft, preview }: Props) {
  const t = useTexts(formTexts);
  const s = useTexts(standardTexts);
  const words = useWords();
  const types = chosenTypes(form, draft).map((template) => {
    // What only the server judges, as it would stand: told once nothing is missing any more.
    const judged = preview?.whole
      ? preview.result.standards.find(
          (one) => one.organizationId === form.organizationId && one.templateCode === template.code,
        )
      : undefined;
    const people = { roster: form.expectedAt[template.code] ?? [], marks: draft.marks };
    return {
      template,
      judged,
      lines: template.checks.map((check) => ({
        check,
        told: toldByForm(check, draft, form, template, people) ?? judgedAs(judged, check.code),
      })),
    };
  });
  const lines = types.flatMap((type) => type.lines);
  const several = types.length > 1 || form.hosts.length > 0;
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
        {types.map(({ template, judged, lines: ofType }) => (
          <div key={template.code}>
            {types.length > 1 && <h3 className="note">{words(template.name)}</h3>}
            {several && <TypeVerdict form={form} draft={draft} template={template} judged={judged?.counted} />}
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
      {types.length > 1 && <p className="note">{s("eachAlone")}</p>}
    </Card>
  );
}

type Judged = Preview["result"]["standards"][number] | undefined;

function judgedAs(judged: Judged, code: string): boolean | null {
  return judged?.items.find((item) => item.code === code)?.passed ?? null;
}
