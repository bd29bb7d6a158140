import { wordDay } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useSession } from "../../app/session/session.ts";
import { Card } from "../../ui/Card.tsx";
import { SelectField, TextArea, TextField } from "../../ui/Field.tsx";
import { chosenTypes } from "./chosen-types.ts";
import { asksWhyLate } from "./draft.ts";
import { Guides } from "./form/Guides.tsx";
import styles from "./RecordForm.module.css";
import { formTexts } from "./texts.ts";
import type { Part } from "./use-draft.ts";

type TextKey = "title" | "startTime" | "endTime" | "place" | "lecturer";

/** Theme, when, where, and who led it. */
export function BasicsPart({ form, draft, change, problem, onDay }: Part & { onDay: (day: string) => void }) {
  const t = useTexts(formTexts);
  const language = useLanguage();
  const { today } = useSession();
  const types = chosenTypes(form, draft);
  const asksLecturer = types.some(({ fields }) => fields.includes("lecturer"));
  const text = (key: TextKey) => ({
    value: draft[key] ?? "",
    error: problem(key),
    onChange: (event: { target: { value: string } }) => change({ [key]: event.target.value }),
  });
  const person = (key: "chairId" | "recorderId", label: "chair" | "recorder") => (
    <SelectField
      label={t(label)}
      value={draft[key] ?? ""}
      error={problem(key)}
      onChange={(event) => change({ [key]: event.target.value || null })}
    >
      <option value="">{t("nobody")}</option>
      {form.roster.map(({ personId, name }) => (
        <option key={personId} value={personId}>
          {name}
        </option>
      ))}
    </SelectField>
  );
  const window = form.window && {
    from: wordDay(language, form.window.from),
    to: wordDay(language, form.window.to),
  };
  return (
    <Card title={t("basics")}>
      <div className={styles.fields}>
        <TextField label={t("title")} {...text("title")} required most={500} />
        <TextField
          label={t("date")}
          type="date"
          required
          max={today}
          value={draft.occurredOn}
          error={problem("occurredOn")}
          hint={window ? t("window", window) : undefined}
          onChange={(event) => {
            change({ occurredOn: event.target.value });
            if (/^\d{4}-\d{2}-\d{2}$/.test(event.target.value)) onDay(event.target.value);
          }}
        />
        {asksWhyLate(draft, form, problem("lateReason") !== undefined) && (
          <TextArea
            label={t("lateReason")}
            hint={t("lateReasonHint")}
            most={500}
            value={draft.lateReason ?? ""}
            error={problem("lateReason")}
            onChange={(event) => change({ lateReason: event.target.value })}
          />
        )}
        <div className={styles.pair}>
          <TextField label={t("start")} type="time" {...text("startTime")} />
          <TextField label={t("end")} type="time" {...text("endTime")} />
        </div>
        <TextField label={t("place")} {...text("place")} most={200} />
        <div className={styles.pair}>
          {person("chairId", "chair")}
          {person("recorderId", "recorder")}
        </div>
        {asksLecturer && <TextField label={t("lecturer")} {...text("lecturer")} most={100} />}
      </div>
      <Guides types={types} at="start" />
    </Card>
  );
}
