import { type OrganizationKind, organizationKinds } from "@dutyloop/domain/organization/things.ts";
import type { TemplateBody } from "@dutyloop/domain/standards/things.ts";
import { useState } from "react";
import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { CheckList } from "../../ui/Checks.tsx";
import { SelectField, TextArea, TextField } from "../../ui/Field.tsx";
import { useCadence } from "./cadence.ts";
import { useKindWords } from "./kind-words.ts";
import styles from "./Plans.module.css";
import { lengths, type TypedLine } from "./plan-lines.ts";
import { planTexts } from "./plan-texts.ts";

/** Those that owe anything by themselves; a 党小组 owes as a part of its branch. */
const kinds: readonly OrganizationKind[] = organizationKinds.filter((kind) => kind !== "GROUP");

type Props = {
  number: number;
  line: TypedLine;
  templates: readonly Omit<TemplateBody, "steps" | "guides">[];
  /** Of the organisations that the plan may reach. */
  classes: readonly string[];
  year: number;
  /** Another work would be another line. */
  fixed: boolean;
  onChange: (line: TypedLine) => void;
  onRemove: () => void;
};

/** One requirement of a plan: which work, of whom, how often, in which months. */
export function LineFields({ number, line, templates, classes, year, fixed, onChange, onRemove }: Props) {
  const t = useTexts(planTexts);
  const words = useWords();
  const kindName = useKindWords();
  const cadence = useCadence();
  const set = (changes: Partial<TypedLine>) => onChange({ ...line, ...changes });
  const title = t("line", { number });
  // A line that says something already is read first: a plan of many lines stays in sight as a whole.
  const [open, setOpen] = useState(line.templateCode === "");
  const template = templates.find(({ code }) => code === line.templateCode);
  const asks = [
    template ? words(template.name) : line.templateCode,
    t(line.requirement),
    line.every === "" ? "" : cadence(line.every),
    ...line.classes,
  ];
  // What the plan asked of a class that nobody has any more is still to be seen, and to be taken out.
  const offered = [...new Set([...classes, ...line.classes])];
  return (
    <fieldset className={styles.line} data-out={line.out ? "" : undefined}>
      <legend className="sr">{title}</legend>
      <div className={styles.lineHead}>
        <span>
          <b aria-hidden="true">{title}</b>
          {!open && <span className="quiet"> {asks.filter((one) => one !== "").join(" · ")}</span>}
        </span>
        <span className={styles.lineActs}>
          {!open && !line.out && (
            <Button kind="text" aria-label={`${t("editLine")} ${title}`} onClick={() => setOpen(true)}>
              {t("editLine")}
            </Button>
          )}
          <Button kind="text" aria-label={`${t(line.out ? "restoreLine" : "removeLine")} ${title}`} onClick={onRemove}>
            {t(line.out ? "restoreLine" : "removeLine")}
          </Button>
        </span>
      </div>
      {open && !line.out && (
        <>
          <div className={styles.fields}>
            <SelectField
              label={t("template")}
              required
              disabled={fixed}
              value={line.templateCode}
              onChange={(event) => set({ templateCode: event.target.value })}
            >
              <option value="">{t("chooseTemplate")}</option>
              {templates.map((body) => (
                <option key={body.code} value={body.code}>
                  {words(body.name)}
                </option>
              ))}
            </SelectField>
            <SelectField
              label={t("requirement")}
              value={line.requirement}
              onChange={(event) => set({ requirement: event.target.value === "improving" ? "improving" : "basic" })}
            >
              <option value="basic">{t("basic")}</option>
              <option value="improving">{t("improving")}</option>
            </SelectField>
            <SelectField
              label={t("cadence")}
              value={line.every}
              onChange={(event) => set({ every: lengths.find((one) => one === event.target.value) ?? "" })}
            >
              <option value="">{t("asTemplate")}</option>
              {lengths.map((one) => (
                <option key={one} value={one}>
                  {cadence(one)}
                </option>
              ))}
            </SelectField>
            {line.every !== "" && (
              <TextField
                label={t("times")}
                type="number"
                required
                min={1}
                max={31}
                value={line.times}
                onChange={(event) => set({ times: event.target.value })}
              />
            )}
          </div>
          {offered.length > 0 && (
            <div className={styles.flowing}>
              <CheckList
                label={t("classes")}
                hint={t("classesHint")}
                options={offered.map((name) => ({ key: name, label: name }))}
                given={[...line.classes]}
                onChange={(chosen) => set({ classes: chosen })}
              />
            </div>
          )}
          {line.requirement === "improving" && (
            <TextArea
              label={t("direction")}
              required
              most={500}
              value={line.direction}
              onChange={(event) => set({ direction: event.target.value })}
            />
          )}
          <details className={styles.more}>
            <summary>{t("more")}</summary>
            <div className={styles.part}>
              <div className={styles.fields}>
                {(["fromMonth", "toMonth"] as const).map((month) => (
                  <TextField
                    key={month}
                    label={t(month)}
                    hint={t("wholeYear")}
                    type="month"
                    min={`${year}-01`}
                    max={`${year}-12`}
                    value={line[month]}
                    onChange={(event) => set({ [month]: event.target.value })}
                  />
                ))}
              </div>
              <div className={styles.flowing}>
                <CheckList
                  label={t("kinds")}
                  hint={t("kindsHint")}
                  options={kinds.map((key) => ({ key, label: kindName(key) }))}
                  given={[...line.kinds]}
                  onChange={(given) => set({ kinds: given })}
                />
              </div>
            </div>
          </details>
        </>
      )}
    </fieldset>
  );
}
