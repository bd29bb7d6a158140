import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { TextField } from "../../../ui/Field.tsx";
import { transferTexts } from "../member-texts.ts";

/** What stands on a letter of transfer, as it is typed. */
type Letter = { readonly letterNumber: string; readonly issuedOn: string; readonly validDays: string };

type Props = { form: Letter; error: unknown; onChange: (part: Partial<Letter>) => void };

/** Number and day of a letter, and for how many days it holds. */
export function LetterFields({ form, error, onChange }: Props) {
  const t = useTexts(transferTexts);
  const { today } = useSession();
  const problems = problemsByField(error);
  return (
    <>
      <TextField
        label={t("letterNumber")}
        optional
        most={60}
        value={form.letterNumber}
        error={problems.letterNumber}
        onChange={(event) => onChange({ letterNumber: event.target.value })}
      />
      <TextField
        label={t("issuedOn")}
        type="date"
        required
        max={today}
        value={form.issuedOn}
        error={problems.issuedOn}
        onChange={(event) => onChange({ issuedOn: event.target.value })}
      />
      <TextField
        label={t("validDays")}
        type="number"
        required
        min={1}
        max={90}
        value={form.validDays}
        error={problems.validDays}
        onChange={(event) => onChange({ validDays: event.target.value })}
      />
    </>
  );
}
