import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { SelectField, TextField } from "../../../ui/Field.tsx";
import { useValueWords } from "../score/fact-title.ts";
import type { Content } from "./correction.ts";
import styles from "./Disputes.module.css";
import { disputeTexts } from "./texts.ts";

type Props = { content: Content; onChange: (part: Partial<Content>) => void };
const number = String.raw`-?\d+(\.\d+)?`;

/** What a booked fact says: days, figures, and the attribute that its line asks for. */
export function ContentFields({ content, onChange }: Props) {
  const t = useTexts(disputeTexts);
  const { today } = useSession();
  const wordValue = useValueWords();
  const { timeliness, severity } = content.attributes;
  const attribute = (name: string, value: string) => onChange({ attributes: { ...content.attributes, [name]: value } });
  const field = (key: "occurredOn" | "countsOn" | "quantity" | "base") => ({
    label: t(key),
    required: true,
    value: content[key] ?? "",
    onChange: (event: { target: { value: string } }) => onChange({ [key]: event.target.value }),
  });
  return (
    <div className={styles.fields}>
      <TextField type="date" max={today} {...field("occurredOn")} />
      <TextField type="date" {...field("countsOn")} />
      <TextField inputMode="decimal" pattern={number} wrong={t("numberWrong")} {...field("quantity")} />
      {content.base !== null && (
        <TextField inputMode="decimal" pattern={number} wrong={t("numberWrong")} {...field("base")} />
      )}
      {timeliness !== undefined && (
        <SelectField
          label={t("timeliness")}
          value={timeliness}
          onChange={(event) => attribute("timeliness", event.target.value)}
        >
          {["on_time", "late"].map((value) => (
            <option key={value} value={value}>
              {wordValue(value)}
            </option>
          ))}
        </SelectField>
      )}
      {severity !== undefined && (
        <TextField
          label={t("severity")}
          required
          value={severity}
          onChange={(event) => attribute("severity", event.target.value)}
        />
      )}
    </div>
  );
}
