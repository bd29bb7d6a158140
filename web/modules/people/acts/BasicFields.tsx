import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { Check } from "../../../ui/Checks.tsx";
import { SelectField, TextField } from "../../../ui/Field.tsx";
import { peopleTexts, personTexts } from "../texts.ts";

/** What is typed about a person; an empty text says that it isn't known. */
export type Basics = {
  readonly name: string;
  readonly number: string;
  readonly sex: "" | "F" | "M";
  readonly bornOn: string;
  readonly joinedOn: string;
  readonly standingFrom: string;
  readonly exemptFromAttendance: boolean;
};

export const nobody: Basics = {
  name: "",
  number: "",
  sex: "",
  bornOn: "",
  joinedOn: "",
  standingFrom: "",
  exemptFromAttendance: false,
};

type Props = { form: Basics; error: unknown; onChange: (part: Partial<Basics>) => void };

/** Who somebody is: name and staff number. */
export function NameFields({ form, error, onChange }: Props) {
  const t = useTexts(peopleTexts);
  const problems = problemsByField(error);
  return (
    <>
      <TextField
        label={t("name")}
        required
        most={100}
        value={form.name}
        error={problems.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <TextField
        label={t("number")}
        optional
        most={40}
        value={form.number}
        error={problems.number}
        onChange={(event) => onChange({ number: event.target.value })}
      />
    </>
  );
}

/** Sex, and the days of birth, of joining and from which Party standing counts. */
export function LifeFields({ form, error, onChange, joiningNeeded = false }: Props & { joiningNeeded?: boolean }) {
  const t = useTexts(personTexts);
  const p = useTexts(peopleTexts);
  const { today } = useSession();
  const problems = problemsByField(error);
  return (
    <>
      <SelectField
        label={t("sex")}
        optional
        value={form.sex}
        error={problems.sex}
        onChange={(event) => onChange({ sex: event.target.value as Basics["sex"] })}
      >
        <option value="">{t("unknown")}</option>
        <option value="F">{t("female")}</option>
        <option value="M">{t("male")}</option>
      </SelectField>
      <TextField
        label={t("bornOn")}
        type="date"
        optional
        max={today}
        value={form.bornOn}
        error={problems.bornOn}
        onChange={(event) => onChange({ bornOn: event.target.value })}
      />
      <TextField
        label={p("joinedOn")}
        type="date"
        required={joiningNeeded}
        optional={!joiningNeeded}
        max={today}
        value={form.joinedOn}
        error={problems.joinedOn}
        onChange={(event) => onChange({ joinedOn: event.target.value })}
      />
      <TextField
        label={t("standingFrom")}
        type="date"
        optional
        max={today}
        value={form.standingFrom}
        error={problems.standingFrom}
        onChange={(event) => onChange({ standingFrom: event.target.value })}
      />
    </>
  );
}

export function ExemptField({ form, onChange }: Omit<Props, "error">) {
  const t = useTexts(peopleTexts);
  return (
    <Check
      label={t("exemptFromAttendance")}
      checked={form.exemptFromAttendance}
      onChange={(exemptFromAttendance) => onChange({ exemptFromAttendance })}
    />
  );
}
